import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';

/** Numbers the objects of a file from 1 on without gaps, so that its table of them has none either. */
export function renumber(context: PDFContext): void {
  const objects = context.enumerateIndirectObjects();
  const numbers = new Map<PDFRef, PDFRef>();
  objects.forEach(([reference], index) => {
    numbers.set(reference, PDFRef.of(index + 1));
  });
  const renamed = (value: PDFObject) => (value instanceof PDFRef && numbers.get(value)) || value;
  const visit = (value: PDFObject): void => {
    if (value instanceof PDFRawStream) visit(value.dict);
    else if (value instanceof PDFArray) {
      value.asArray().forEach((item, index) => {
        if (item instanceof PDFRef) value.set(index, renamed(item));
        else visit(item);
      });
    } else if (value instanceof PDFDict) {
      for (const [key, item] of value.entries()) {
        if (item instanceof PDFRef) value.set(key, renamed(item));
        else visit(item);
      }
    }
  };
  const { trailerInfo } = context;
  for (const [, object] of objects) visit(object);
  for (const key of ['Root', 'Info'] as const) {
    const value = trailerInfo[key];
    if (value) trailerInfo[key] = renamed(value);
  }
  for (const [reference] of objects) context.delete(reference);
  context.largestObjectNumber = 0;
  for (const [reference, object] of objects) {
    context.assign(numbers.get(reference) as PDFRef, object);
  }
}
