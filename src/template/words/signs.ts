import type { Signs } from '../../document/signs.js';

export const europeanSigns: Signs = {
  list: ', ',
  comma: ', ',
  colon: ': ',
  stop: '.',
  open: ' (',
  close: ')',
};

export const arabicSigns: Signs = { ...europeanSigns, list: '، ', comma: '، ' };

/** Full-width signs bring their space along. */
export const chineseSigns: Signs = {
  list: '、',
  comma: '，',
  colon: '：',
  stop: '。',
  open: '（',
  close: '）',
};

export const japaneseSigns: Signs = { ...chineseSigns, comma: '、' };
