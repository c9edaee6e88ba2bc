import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manuscript, onDisk, read, readAt } from './publication-on-disk.js';

describe('a whole publication', () => {
  const files = {
    'manuscript.md': `---
title: >-
  A long
  title
subtitle: Second line
author:
  - name: Ada Lovelace
    affiliation: [University of Turin, Example Institute]
    bio: |
      First line.
      Second line.
    orcid: https://orcid.org/0000-0002-1825-0097
    email: ada@example.org
  - Grace Hopper
date: 14 February 2025
lang: en-gb
abstract: Short.
keywords: [peace, war]
bibliography: [a.json, b.bib]
csl: apa
nocite: "@one, @{two three}"
link-citations: false
suppress-bibliography: yes
reference-section-title: Sources
section-bibliographies: 2
restart-notes: true
back-references: true
toc: true
series:
  name: Notes
  number: 08
  issn: 20493630
  editor: E. Ditor
  issues: issues.json
publisher: Institute
rights: © 2025
doi: https://doi.org/10.1000/182
isbn: 978-0-306-40615-7
colophon: colophon.md
template: commentary
---

# Text
`,
    'a.json': '[]',
    'b.bib': '\uFEFF@book{x}',
    'colophon.md': 'Colophon.',
    'issues.json': '[\n\t{"number": "25|08", "author": "A", "title": "T"}\n]',
  };

  it('is read in full', async () => {
    const { publication, findings, folder } = await read(files);
    expect(findings).toEqual([]);
    expect(publication?.folder).toBe(folder);
    expect(publication?.name).toBe('manuscript');
    expect(publication?.bodyLine).toBe(42);
    expect(publication?.metadata).toEqual({
      title: 'A long title',
      subtitle: 'Second line',
      authors: [
        {
          name: 'Ada Lovelace',
          affiliation: 'University of Turin, Example Institute',
          bio: 'First line.\nSecond line.',
          orcid: '0000-0002-1825-0097',
          email: 'ada@example.org',
        },
        { name: 'Grace Hopper' },
      ],
      date: '2025-02-14',
      lang: 'en-GB',
      abstract: 'Short.',
      keywords: ['peace', 'war'],
      series: {
        name: 'Notes',
        number: '08',
        issn: '2049-3630',
        editor: 'E. Ditor',
        issues: [{ number: '25|08', author: 'A', title: 'T' }],
      },
      publisher: 'Institute',
      rights: '© 2025',
      doi: '10.1000/182',
      isbn: '978-0-306-40615-7',
    });
    const { bibliography, stylePlace, ...settings } = publication?.citations ?? {};
    expect(settings).toEqual({
      style: 'apa',
      nocite: ['one', 'two three'],
      linkCitations: false,
      suppressBibliography: true,
      referenceSectionTitle: 'Sources',
      sectionBibliographies: 2,
      restartNotes: 'chapter',
      backReferences: true,
    });
    expect(stylePlace).toEqual({ file: 'manuscript.md', line: 20, column: 6 });
    expect(bibliography?.map(({ shown, text }) => [shown, text])).toEqual([
      ['a.json', '[]'],
      ['b.bib', '@book{x}'],
    ]);
    expect(publication?.colophon?.text).toBe('Colophon.');
    expect(publication?.template).toBe('commentary');
    expect(publication?.toc).toBe(true);
  });

  it('knows where each field was written', async () => {
    const { publication } = await read(files);
    const places = ['title', 'author.0.orcid', 'series.issues', 'bibliography.1', 'never'].map(
      (field) => publication?.placeOf(field),
    );
    expect(places.map((place) => `${place?.line}:${place?.column}`)).toEqual([
      '2:8',
      '12:12',
      '34:11',
      '19:24',
      '1:1',
    ]);
  });

  it('reads the same with Windows line ends, and with a byte order mark', async () => {
    const expected = await read(files);
    for (const text of [
      files['manuscript.md'].replaceAll('\n', '\r\n'),
      files['manuscript.md'].replaceAll('\n', '\r'),
      `\uFEFF${files['manuscript.md']}`,
    ]) {
      const found = await read({ ...files, 'manuscript.md': text });
      expect(found.findings).toEqual([]);
      expect(found.publication?.metadata).toEqual(expected.publication?.metadata);
      expect(found.publication?.bodyLine).toBe(42);
      expect(found.publication?.placeOf('series.issues')).toEqual({
        file: 'manuscript.md',
        line: 34,
        column: 11,
      });
    }
  });
});

describe('where the manuscript is looked for', () => {
  const text = '---\ntitle: T\n---\nText.\n';
  it.each<[what: string, files: Record<string, string>, path: string, name: string]>([
    ['a folder', { 'manuscript.md': text }, '.', 'manuscript'],
    ['a file', { 'essay.md': text }, 'essay.md', 'essay'],
    ['a file in a folder', { 'a/essay.markdown': text }, 'a/essay.markdown', 'essay'],
    [
      'settings that name it',
      { 'octavo.yml': 'manuscript: essay.md\nname: long-peace', 'essay.md': text },
      '.',
      'long-peace',
    ],
    [
      'the settings themselves',
      { 'a/octavo.yml': 'name: peace', 'a/manuscript.md': text },
      'a/octavo.yml',
      'peace',
    ],
    [
      'a file beside settings for another',
      { 'octavo.yml': 'manuscript: a.md\nname: n', 'a.md': text, 'b.md': text },
      'b.md',
      'b',
    ],
  ])('%s', async (_what, files, path, name) => {
    const { publication, findings } = await read(files, path);
    expect(findings).toEqual([]);
    expect(publication?.name).toBe(name);
  });

  it.each<
    [what: string, files: Record<string, string>, path: string, finding: string, remedy: RegExp]
  >([
    ['nothing there', {}, 'nope.md', 'publication/not-found nope.md (2)', /path/],
    ['an empty folder', {}, '.', 'publication/not-found . (2)', /manuscript\.md/],
    [
      'a Markdown file of another name',
      { 'essay.md': text, 'README.md': text },
      '.',
      'publication/not-found . (2)',
      /octavo build essay\.md/,
    ],
    ['no Markdown', { 'a.docx': text }, 'a.docx', 'publication/not-found a.docx (2)', /\.md/],
    [
      'settings without a manuscript',
      { 'octavo.yml': '', 'essay.md': text },
      '.',
      'publication/not-found octavo.yml (1)',
      /manuscript: essay\.md/,
    ],
    [
      'settings with a missing manuscript',
      { 'octavo.yml': 'manuscript: esay.md', 'essay.md': text },
      '.',
      'publication/missing-file octavo.yml:1:13 (1)',
      /^Write “essay\.md”/,
    ],
    [
      'settings with a manuscript elsewhere',
      { 'octavo.yml': 'manuscript: a/essay.md', 'a/essay.md': text },
      '.',
      'publication/field octavo.yml:1:13 (1)',
      /Move octavo\.yml/,
    ],
  ])('is told: %s', async (_what, files, path, finding, remedy) => {
    const { findings, remedies } = await read(files, path);
    expect(findings).toEqual([finding]);
    expect(remedies[0]).toMatch(remedy);
  });

  it('is no pipe', async () => {
    const folder = await onDisk({});
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [join(folder, 'manuscript.md')]);
    const { findings } = await readAt(folder);
    expect(findings).toEqual(['publication/unreadable manuscript.md (1)']);
  });

  it('is no link to a file outside the folder', async () => {
    const folder = await onDisk({ 'secret.md': 'Secret.', 'pub/x': '' });
    await symlink(join(folder, 'secret.md'), join(folder, 'pub', 'manuscript.md'));
    const { findings, publication } = await readAt(folder, 'pub');
    expect(findings).toEqual(['publication/outside pub/manuscript.md (1)']);
    expect(publication).toBeUndefined();
  });

  it('is where a link that the user names leads', async () => {
    const folder = await onDisk({ 'real/essay.md': text });
    await symlink(join(folder, 'real/essay.md'), join(folder, 'link.md'));
    const { publication } = await readAt(folder, 'link.md');
    expect(publication?.folder).toBe(join(folder, 'real'));
  });
});

describe('settings and front matter', () => {
  it('settings stand behind, front matter wins, a series is merged', async () => {
    const { publication, findings } = await read({
      'octavo.yml': [
        'title: From settings',
        'publisher: Institute',
        'colophon: colophon.md',
        'style: apa',
        'editions: [html, epub]',
        'out: editions',
        'series: {name: Notes, issn: 2049-3630}',
      ].join('\n'),
      ...manuscript('title: From front matter', 'colophon:', 'series: {number: 25|08}'),
    });
    expect(findings).toEqual([]);
    expect(publication?.metadata.title).toBe('From front matter');
    expect(publication?.metadata.publisher).toBe('Institute');
    expect(publication?.colophon).toBeUndefined();
    expect(publication?.metadata.series).toMatchObject({ name: 'Notes', number: '25|08' });
    expect(publication?.citations.style).toBe('apa');
    expect(publication?.editions).toEqual(['html', 'epub']);
    expect(publication?.out).toBe(join(publication?.folder ?? '', 'editions'));
    expect(publication?.placeOf('publisher').file).toBe('octavo.yml');
  });

  it.each([
    ['out: ../elsewhere', 'publication/outside octavo.yml:1:6'],
    ['out: /tmp', 'publication/outside octavo.yml:1:6'],
    ['name: a/b', 'publication/field octavo.yml:1:7'],
    ['name: ..', 'publication/field octavo.yml:1:7'],
    ['name: -rf', 'publication/field octavo.yml:1:7'],
    ['editions: [html, pfd]', 'publication/field octavo.yml:1:18'],
    ['editions: html, mobi', 'publication/field octavo.yml:1:11'],
    ['nmae: x', 'publication/unknown-field octavo.yml:1:1'],
  ])('%s', async (settings, finding) => {
    const { findings } = await read({ 'octavo.yml': settings, ...manuscript('title: T') });
    expect(findings).toEqual([finding]);
  });

  it('an output folder that is a link leading out is refused', async () => {
    const folder = await onDisk({ 'pub/octavo.yml': 'out: dist', 'pub/manuscript.md': 'T' });
    await symlink(folder, join(folder, 'pub', 'dist'));
    const { findings } = await readAt(folder, 'pub');
    expect(findings).toContain('publication/outside pub/octavo.yml:1:6');
  });
});
