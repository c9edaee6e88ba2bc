/** Draws an HTML page of the size given (px) as a JPEG. The page may hold `data:` images and fonts only. */
export type Rasterise = (
  html: string,
  size: { width: number; height: number },
) => Promise<Uint8Array>;
