import { describe, expect, it } from 'vitest';
import { Cleaner, DrawingFault } from '../../src/publication/svg/cleaner.js';
import { svg } from './image-bytes.js';

const clean = (inside: string) => {
  const { svg: text, removed } = new Cleaner().clean(svg(inside));
  const [, body = ''] = /^<svg[^>]*>(.*)<\/svg>\n$/s.exec(text) ?? [];
  return { body, removed: removed.map(({ what }) => what) };
};

describe('what draws is kept', () => {
  it.each([
    ['shapes', '<g transform="scale(2)"><path d="M0 0L1 1" fill="red"></path></g>'],
    ['text and its language', '<text xml:lang="it" aria-label="see (left)">Più &lt; meno</text>'],
    ['parts of itself', '<use xlink:href="#a" href="#b"></use>'],
    ['paint of itself', '<rect fill="url(#grad)" style="clip-path: url(#c); stroke: none"></rect>'],
    ['embedded images', '<image href="data:image/png;base64,AAAA"></image>'],
    ['style sheets', '<style>.a &gt; .b{fill:url(#x)}</style>'],
    [
      'embedded fonts',
      '<style>@font-face{font-family:F;src:url(data:font/woff2;base64,AA)}</style>',
    ],
    ['line ends in attributes', '<text aria-label="a&#10;b"></text>'],
  ])('%s', (_what, inside) => {
    expect(clean(inside)).toEqual({ body: inside, removed: [] });
  });

  it('what programs note for themselves goes without a word', () => {
    const inside =
      '<metadata><x/></metadata><inkscape:x xmlns:inkscape="urn:i" inkscape:y="1"/>' +
      '<g data-name="Layer" xmlns:i="urn:i" i:label="x"></g><!-- comment --><?php x ?>';
    expect(clean(inside)).toEqual({ body: '<g></g>', removed: [] });
  });

  it('entities that shorten namespaces are understood', () => {
    const text = `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"/>`;
    expect(new Cleaner().clean(text).svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });
});

describe('what a still picture cannot have is left out and told', () => {
  it.each<[what: string, inside: string, body: string, removed: RegExp]>([
    ['a script', '<script>alert(1)</script>', '', /script/],
    [
      'a script by another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
      '',
      /script/,
    ],
    ['a handler', '<path onclick="x()"></path>', '<path></path>', /handler/],
    ['a handler in capitals', '<path ONLOAD="x()"></path>', '<path></path>', /handler/],
    ['foreign markup', '<foreignObject><iframe src="x"/></foreignObject>', '', /foreignObject/],
    [
      'an animation',
      '<rect><set attributeName="href" to="x"/></rect>',
      '<rect></rect>',
      /animation/,
    ],
    ['an image', '<image href="https://example.org/a.png"></image>', '<image></image>', /image/],
    ['an image beside', '<image xlink:href="a.png"></image>', '<image></image>', /image/],
    ['an image of a file', '<image href="file:///etc/passwd"></image>', '<image></image>', /image/],
    [
      'a drawing in a drawing',
      '<image href="data:image/svg+xml,x"></image>',
      '<image></image>',
      /image/,
    ],
    ['a part of another', '<use href="b.svg#x"></use>', '<use></use>', /part/],
    ['paint of another', '<rect fill="url(b.svg#x)"></rect>', '<rect></rect>', /address/],
    ['paint by escape', '<rect style="fill:\\75rl(x)"></rect>', '<rect></rect>', /address/],
    [
      'paint behind a comment',
      '<rect style="fill:/**/url(//x)"></rect>',
      '<rect></rect>',
      /address/,
    ],
    [
      'a set of images',
      '<rect style="mask:image-set(\'x\' 1x)"></rect>',
      '<rect></rect>',
      /address/,
    ],
    ['a cursor', '<rect cursor="URL( \'x\' )"></rect>', '<rect></rect>', /address/],
    ['an import', '<style>@import url(//x);a{}</style>', '<style>a{}</style>', /import/],
    [
      'an import of a name',
      '<style>@import "x" screen;a{}</style>',
      '<style>a{}</style>',
      /import/,
    ],
    ['a font', '<style>@font-face{src:url(x)}a{}</style>', '<style>a{}</style>', /font/],
    ['a style sheet', '<style>a{mask:url(x)}</style>', '<style></style>', /style sheet/],
    [
      'a style sheet with a comment in a string',
      '<style>a{b:"/*"}c{mask:url(x)}/**/</style>',
      '<style></style>',
      /style sheet/,
    ],
    [
      'a style sheet in CDATA',
      '<style><![CDATA[a{b:url(x)}]]></style>',
      '<style></style>',
      /sheet/,
    ],
    ['a style sheet of entities', '<style>a{b:u&#114;l(x)}</style>', '<style></style>', /sheet/],
  ])('%s', (_what, inside, body, removed) => {
    const found = clean(inside);
    expect(found.body).toBe(body);
    expect(found.removed).toHaveLength(1);
    expect(found.removed[0]).toMatch(removed);
  });

  it('links, without a word: a picture in a document has none', () => {
    expect(clean('<a href="javascript:x()"><text>T</text></a>')).toEqual({
      body: '<a><text>T</text></a>',
      removed: [],
    });
  });

  it('a base that would turn parts of itself into parts of another', () => {
    expect(clean('<use xml:base="https://example.org/" href="#a"></use>').body).toBe(
      '<use href="#a"></use>',
    );
  });

  it('tells line and column', () => {
    const { removed } = new Cleaner().clean(svg('\n  <script/>'));
    expect(removed[0]).toMatchObject({ line: 2 });
  });
});

describe('what is no SVG is refused', () => {
  const xmlns = 'xmlns="http://www.w3.org/2000/svg"';
  it.each<[what: string, text: string]>([
    ['cut short', `<svg ${xmlns}><g>`],
    ['another root', '<html/>'],
    ['no namespace', '<svg/>'],
    ['two roots', `<svg ${xmlns}/><svg ${xmlns}/>`],
    ['an unknown entity', `<svg ${xmlns}>&nbsp;</svg>`],
    ['an attribute twice', `<svg ${xmlns} id="a" id="b"/>`],
    [
      'an entity from a file',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "/etc/passwd">]><svg ${xmlns}>&x;</svg>`,
    ],
    [
      'entities of entities',
      `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg ${xmlns}>&b;</svg>`,
    ],
    ['an entity with markup', `<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg ${xmlns}>&a;</svg>`],
    ['elements beyond depth', `<svg ${xmlns}>${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(() => new Cleaner().clean(text)).toThrow(DrawingFault);
  });
});
