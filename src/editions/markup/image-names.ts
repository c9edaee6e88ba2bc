import type { ImageFile } from '../../publication/publication.js';

/** What the names of image files end in. */
export const extensions: Record<ImageFile['mediaType'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};
