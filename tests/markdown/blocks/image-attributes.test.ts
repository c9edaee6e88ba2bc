import { expect, test } from 'vitest';
import { html, parse } from '../sketch.js';

test.each([
  [
    'a figure of a size',
    '![A](a.png){width=60%}',
    '<figure><img src="a.png" alt="A" style="width:60%;height:auto"><figcaption>A</figcaption></figure>',
  ],
  [
    'whose id and classes are the figure’s',
    '![A](a.png "B"){#fig-a .wide height=5cm}',
    '<figure id="fig-a" class="wide"><img src="a.png" alt="A" style="width:auto;height:5cm"><figcaption>B</figcaption></figure>',
  ],
  [
    'described by an attribute',
    '![A *b*](a.png){alt="What is seen"}',
    '<figure><img src="a.png" alt="What is seen"><figcaption>A <em>b</em></figcaption></figure>',
  ],
  [
    'described so, with plain words for its caption',
    '![A](a.png){alt="What is seen"}',
    '<figure><img src="a.png" alt="What is seen"><figcaption>A</figcaption></figure>',
  ],
  [
    'in a line',
    'a ![b](b.png){.sign height=1.5em} c',
    '<p>a <img src="b.png" alt="b" class="sign" style="width:auto;height:1.5em"> c</p>',
  ],
  [
    'in a link',
    '[![b](b.png){width=12}](https://example.org/)',
    '<p><a href="https://example.org/"><img src="b.png" alt="b" style="width:12px;height:auto"></a></p>',
  ],
  [
    'by a label',
    '![A *b*][a]{width=1inch}\n\n[a]: a.png "C"',
    '<figure><img src="a.png" alt="A b" style="width:1in;height:auto"><figcaption>C</figcaption></figure>',
  ],
  [
    'by its words',
    '![A *b*]{width=1cm}\n\n[a *b*]: a.png\n[a *b*]: b.png',
    '<figure><img src="a.png" alt="A b" style="width:1cm;height:auto"><figcaption>A <em>b</em></figcaption></figure>',
  ],
  [
    'in a container’s line',
    '::: wide\n![A](a.png){width=9pt}\n:::',
    '<div class="wide"><figure><img src="a.png" alt="A" style="width:9pt;height:auto"><figcaption>A</figcaption></figure></div>',
  ],
  [
    'in raw HTML',
    'a <img src="b.png" alt="b" width="30" height="20"> c',
    '<p>a <img src="b.png" alt="b" style="width:30px;height:20px"> c</p>',
  ],
  ['escaped', 'a ![b](b.png)\\{width=2em} c', '<p>a <img src="b.png" alt="b">{width=2em} c</p>'],
  ['apart', 'a ![b](b.png) {width=2em} c', '<p>a <img src="b.png" alt="b"> {width=2em} c</p>'],
  ['that are none', '![b](b.png){so to speak}', '<p><img src="b.png" alt="b">{so to speak}</p>'],
])('attributes of an image: %s', (_, written, expected) => {
  const { root, findings } = parse(written);
  expect(findings).toEqual([]);
  expect(html(root).replaceAll(/>\s+</g, '><')).toBe(expected);
});

test.each([
  ['60x', 'width'],
  ['0', 'width'],
  ['-3cm', 'height'],
  ['calc(1px)', 'height'],
  ['1e9px', 'width'],
  ['3cm;color:red', 'width'],
])('%s is no %s', (value, side) => {
  const { root, findings, report } = parse(`a ![b](b.png){${side}="${value}"}`);
  expect(findings).toEqual(['markdown/image-size 1:3']);
  expect(report.diagnostics[0]?.message).toContain(`“${value}” is no ${side}`);
  expect(html(root)).toBe('<p>a <img src="b.png" alt="b"></p>');
});

test('what follows keeps its place', () => {
  const { findings } = parse('![b](b.png){width=3cm} and [c]{lang="no tag"}');
  expect(findings).toEqual(['markdown/language 1:28']);
});
