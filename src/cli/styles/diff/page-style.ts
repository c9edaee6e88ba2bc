/** How the page of a comparison looks: two columns where there is room, one where there is not. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1d1b; --soft: #5b5a55; --rule: #dedbd3;
  --gone: #8f1d14; --gone-ground: #fbe6e1; --come: #0f5a38; --come-ground: #dcf2e3;
  --accent: #7a4b12;
  --text: Charter, 'Bitstream Charter', 'Source Serif 4', Cambria, Georgia, serif;
  --label: system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161614; --card: #1f1f1c; --ink: #ecebe6; --soft: #a9a79f; --rule: #3a3934;
    --gone: #ffb4a6; --gone-ground: #4a1d17; --come: #9fe3bd; --come-ground: #123d29;
    --accent: #e0b070;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: clamp(1rem, 4vw, 3rem) clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--label);
  overflow-wrap: anywhere;
}
header { border-bottom: 1px solid var(--rule); padding-bottom: 1.25rem; }
.publication { margin: 0; color: var(--soft); }
h1 { margin: .1rem 0 .75rem; font: 600 clamp(1.6rem, 5vw, 2.25rem)/1.15 var(--text); }
h2 { margin: 2.5rem 0 1rem; font: 600 1.3rem/1.2 var(--text); }
.summary { margin: 0 0 1rem; padding: 0; list-style: none; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.75rem; margin: 0 0 .75rem; color: var(--soft); font-size: .9rem; }
.filter { margin: 0; display: flex; align-items: center; gap: .5rem; }
.filter input { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--accent); }
.filter label { padding: .35rem 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 1rem; }
li { min-width: 0; }
ol > li { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; padding: .85rem 1.1rem 1rem; }
h3 {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1rem;
  margin: 0 0 .6rem; font: 400 .85rem/1.4 var(--label); color: var(--soft);
}
h3 code { font: .8rem/1.5 ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; }
.changed .change, .moved .change, .added .change, .removed .change { color: var(--accent); font-weight: 600; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2rem; }
.side + .side { border-left: 1px solid var(--rule); padding-left: 2rem; margin-left: -1rem; }
.label { margin: 0 0 .3rem; font-size: .8rem; color: var(--soft); }
.label b { color: var(--ink); font-weight: 600; margin-right: .35em; }
.passage { margin: 0 0 .4rem; font: .9rem/1.45 var(--text); color: var(--soft); }
.passage .cited, .passage .call { color: var(--ink); }
.text { margin: 0; font: 1.0625rem/1.5 var(--text); }
.none { margin: 0; color: var(--soft); font-style: italic; }
sup, sub { font-size: .72em; line-height: 0; }
del, ins { text-decoration-thickness: 1px; text-underline-offset: .18em; border-radius: .15em; padding: .05em .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { color: var(--gone); background: var(--gone-ground); text-decoration: underline dotted; }
ins { color: var(--come); background: var(--come-ground); text-decoration: underline solid; }
.small-caps { font-variant-caps: small-caps; }
.underlined { text-decoration: underline; }
body:has(#changes:checked) :is(.same, .renumbered, .reordered) { display: none; }
@media (max-width: 44rem) {
  .sides { grid-template-columns: minmax(0, 1fr); gap: .85rem; }
  .side + .side { border-left: 0; padding-left: 0; margin-left: 0; border-top: 1px dashed var(--rule); padding-top: .85rem; }
  ol > li { padding: .75rem .85rem .9rem; }
}
@media print {
  body { max-width: none; padding: 0; background: none; }
  .filter { display: none; }
  ol > li { break-inside: avoid; }
}
@media (forced-colors: active) {
  del { text-decoration: line-through; }
}
`;
