/** Path under which a page finds an image. */
export const imagePath = (index: number) => `images/${index}`;
