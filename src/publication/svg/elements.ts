/** Elements of SVG 2 (and the fonts' worth of 1.1) that draw, or serve those that draw. */
const drawing = new Set(
  `svg g defs symbol use switch a title desc style view
  path rect circle ellipse line polyline polygon image text tspan textPath
  marker pattern mask clipPath linearGradient radialGradient stop meshgradient meshrow meshpatch
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

const removals: Record<string, string> = {
  script: 'a script',
  foreignObject: 'text in another format (`foreignObject`)',
  animate: 'an animation',
  animateColor: 'an animation',
  animateMotion: 'an animation',
  animateTransform: 'an animation',
  set: 'an animation',
  iframe: 'an `iframe`',
  embed: 'an `embed`',
  object: 'an `object`',
  audio: 'a sound',
  video: 'a film',
};

/** What becomes of an element: what is left out and was never seen (metadata) is not told of. */
export function elementFate(name: string): { keep: boolean; removed?: string } {
  return drawing.has(name) ? { keep: true } : { keep: false, removed: removals[name] };
}
