import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Mark } from '../runs.js';
import {
  type ComparedReference,
  type ComparedUnit,
  type Comparison,
  countChanges,
  passage,
} from './compare.js';
import { pageStyle } from './page-style.js';
import type { Rendered } from './rendering.js';
import {
  changeWords,
  citationWords,
  listChangeWords,
  nothingPrinted,
  referenceWords,
  standing,
  summarised,
} from './wording.js';
import type { ComparedRun } from './words.js';

export interface PageFrame {
  names: readonly [one: string, other: string];
  /** The manuscript as places show it. */
  file: string;
  /** Of the publication. */
  title: string;
  /** BCP 47, of the publication. */
  lang: string;
}

/** A page that shows both renderings side by side; it needs nothing beside itself. */
export function comparisonPage(comparison: Comparison, frame: PageFrame): string {
  const { names, title } = frame;
  const heading = `From ${names[0]} to ${names[1]}`;
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', `${heading}: ${title}`),
      h('style', pageStyle),
    ]),
    h('body', [top(comparison, frame, heading), main(comparison, frame)]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

// The roles: where a list shows no numbers, Safari takes it for none.
function top({ units, references }: Comparison, frame: PageFrame, heading: string): Element {
  const citations = summarised(units.length, citationWords, countChanges(units));
  const works = summarised(references.length, referenceWords, countChanges(references));
  return h('header', [
    h('p.publication', { lang: frame.lang }, frame.title),
    h('h1', heading),
    h('ul.summary', { role: 'list' }, [h('li', `${citations}.`), h('li', `${works}.`)]),
    h('p.legend', [
      h('span', ['Only in ', h('b', frame.names[0]), ': ', h('del', 'words that go')]),
      h('span', ['Only in ', h('b', frame.names[1]), ': ', h('ins', 'words that come')]),
    ]),
    h('p.filter', [
      h('input#changes', { type: 'checkbox' }),
      h('label', { htmlFor: 'changes' }, 'Show changes alone'),
    ]),
  ]);
}

function main({ units, references }: Comparison, frame: PageFrame): Element {
  return h('main', [
    section('citations', 'Citations and notes', 'There are none.', units, (unit) =>
      unitItem(unit, frame),
    ),
    section('references', 'References', 'Neither style lists any.', references, (reference) =>
      referenceItem(reference, frame),
    ),
  ]);
}

function section<T>(
  id: string,
  title: string,
  none: string,
  entries: readonly T[],
  item: (entry: T) => Element,
): Element {
  const content = entries.length > 0 ? h('ol', { role: 'list' }, entries.map(item)) : h('p', none);
  return h('section', { ariaLabelledby: id }, [h(`h2#${id}`, title), content]);
}

function unitItem(unit: ComparedUnit, frame: PageFrame): Element {
  const { one, other, before, after, change } = unit;
  const { line, column } = (one ?? other) as Rendered;
  return h(`li.${change}`, [
    h('h3', [h('code', `${frame.file}:${line}:${column}`), h('span.change', changeWords(unit))]),
    h('div.sides', [
      unitSide(one, before, frame.names[0], 'del', frame.lang),
      unitSide(other, after, frame.names[1], 'ins', frame.lang),
    ]),
  ]);
}

type ChangeElement = 'del' | 'ins';

function unitSide(
  unit: Rendered | undefined,
  runs: readonly ComparedRun[],
  name: string,
  element: ChangeElement,
  lang: string,
): Element {
  const label = h('p.label', [h('b', name), ` ${standing(unit)}`]);
  if (!unit) return h('div.side', [label, h('p.none', nothingPrinted)]);
  const [lead, tail] = passage(unit);
  const call =
    unit.call === undefined ? h('span.cited', plainRuns(unit.runs)) : h('sup.call', unit.call);
  const text = runs.length > 0 ? h('p.text', { lang }, content(runs, element)) : undefined;
  return h('div.side', [
    label,
    h('p.passage', { lang }, [lead, call, tail]),
    text ?? h('p.none', nothingPrinted),
  ]);
}

function referenceItem(reference: ComparedReference, frame: PageFrame): Element {
  const { key, one, other, before, after, change } = reference;
  const side = (
    order: number | undefined,
    runs: readonly ComparedRun[],
    name: string,
    element: ChangeElement,
  ) =>
    h('div.side', [
      h('p.label', [h('b', name), order === undefined ? ' not listed' : ` number ${order}`]),
      order === undefined
        ? h('p.none', 'not listed')
        : h('p.text', { lang: frame.lang }, content(runs, element)),
    ]);
  return h(`li.${change}`, [
    h('h3', [h('code', `@${key}`), h('span.change', listChangeWords(reference))]),
    h('div.sides', [
      side(one?.order, before, frame.names[0], 'del'),
      side(other?.order, after, frame.names[1], 'ins'),
    ]),
  ]);
}

const elements: Readonly<Record<Mark, string>> = {
  em: 'em',
  strong: 'strong',
  'small-caps': 'span.small-caps',
  sup: 'sup',
  sub: 'sub',
  u: 'span.underlined',
};

const setAs = (text: string, marks: readonly Mark[]): ElementContent =>
  marks.reduce<ElementContent>((inner, mark) => h(elements[mark], [inner]), {
    type: 'text',
    value: text,
  });

const plainRuns = (runs: Rendered['runs']): ElementContent[] =>
  runs.map(({ text, marks }) => setAs(text, marks));

/** Runs with what changed in one element as far as it goes. */
function content(runs: readonly ComparedRun[], element: ChangeElement): ElementContent[] {
  const nodes: ElementContent[] = [];
  let open: Element | undefined;
  for (const { text, marks, changed } of runs) {
    const node = setAs(text, marks);
    if (!changed) {
      open = undefined;
      nodes.push(node);
      continue;
    }
    if (!open) {
      open = h(element);
      nodes.push(open);
    }
    open.children.push(node);
  }
  return nodes;
}
