import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { cite, type Setting } from '../setting.js';
import { works } from '../works.js';

const backReferences = { inNotes: 'in n. {}', inText: 'at {}', list: ', ', stop: '.' };

async function listed(manuscript: string, setting: Setting): Promise<string[]> {
  const set = await cite(manuscript, works, { ...setting, lists: { backReferences, title: 'W' } });
  return set.atEnd.map(({ key, content }) => {
    const [, said = ''] = toHtml(content).split('<span class="back-references" ');
    return `${key} ${said.replace(/^data-keys="\w+">|<\/span>$/g, '').replace(/<a href="(#[\w-]+)">/g, '$1 ')}`;
  });
}

const manuscript = 'a [@book] b [@book; @news; @book, p. 2]^[See [@book].] c @news [p. 3]';

test('entries lead back to the notes that cite them', async () => {
  expect(await listed(manuscript, { style: 'octavo-short-notes', nocite: ['page'] })).toEqual([
    'news in n. #call-2 2</a>, #call-4 4</a>.',
    'page ',
    'book in n. #call-1 1</a>, #call-2 2</a>, #cite-3 3</a>.',
  ]);
});

test('entries lead back to citations in the text, and to those in notes', async () => {
  expect(await listed(manuscript, { style: 'octavo-author-date' })).toEqual([
    'news at #cite-2 1</a>, #cite-4 2</a>.',
    'book at #cite-1 1</a>, #cite-2 2</a>. in n. #cite-3 1</a>.',
  ]);
});

test('places stand in a row as the words have it', async () => {
  const words = { inNotes: '引用于注{}', inText: '{}', list: '、', stop: '。' };
  const lists = { backReferences: words, title: 'W' };
  const { atEnd } = await cite(manuscript, works, { style: 'octavo-short-notes', lists });
  const said = atEnd.map(({ content }) => textOf({ type: 'root', children: content }));
  expect(said.filter((entry) => entry.endsWith('引用于注1、2、3。'))).toHaveLength(1);
});

test('an entry of a chapter leads back to that chapter alone', async () => {
  const lists = { backReferences, title: 'W', sectionLevel: 1 };
  const { root } = await cite('# One\n\na [@book]\n\n# Two\n\nb [@book]', works, {
    style: 'octavo-numeric',
    lists,
  });
  const html = JSON.stringify(root.children.slice(-1));
  expect(html).toContain('#cite-2');
  expect(html).not.toContain('#cite-1');
});

test('citations have no ids where nobody asks', async () => {
  const { root } = await cite('a [@book]', works, { style: 'octavo-numeric' });
  expect(JSON.stringify(root)).not.toContain('cite-1');
});
