import { PDFDocument, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { calculator } from '../../../src/editions/print/functions/calculator.js';
import { evaluatorOf } from '../../../src/editions/print/functions/evaluate.js';

let file: PDFDocument;
beforeAll(async () => {
  file = await PDFDocument.create();
});

const evaluate = (object: PDFObject, inputs: number[]) => evaluatorOf(object)?.(inputs);

describe('PDF functions', () => {
  it('type 2 interpolates', () => {
    const object = file.context.obj({
      FunctionType: 2,
      Domain: [0, 1],
      C0: [0, 1],
      C1: [1, 0],
      N: 2,
    });
    expect(evaluate(object, [0.5])).toEqual([0.25, 0.75]);
    expect(evaluate(object, [7])).toEqual([1, 0]);
  });

  it('type 3 stitches', () => {
    const piece = (from: number, to: number) =>
      file.context.obj({ FunctionType: 2, Domain: [0, 1], C0: [from], C1: [to], N: 1 });
    const object = file.context.obj({
      FunctionType: 3,
      Domain: [0, 1],
      Functions: [piece(0, 1), piece(5, 6)],
      Bounds: [0.5],
      Encode: [0, 1, 1, 0],
    });
    expect(evaluate(object, [0.25])).toEqual([0.5]);
    expect(evaluate(object, [0.5])).toEqual([6]);
    expect(evaluate(object, [1])).toEqual([5]);
  });

  it('type 0 samples, between samples too, in one direction and in two', () => {
    const line = file.context.stream(Uint8Array.of(0, 255, 0), {
      FunctionType: 0,
      Domain: [0, 1],
      Range: [0, 1],
      Size: [3],
      BitsPerSample: 8,
    });
    expect(evaluate(line, [0.25])).toEqual([0.5]);
    const plane = file.context.stream(Uint8Array.of(0b00_01_10_11), {
      FunctionType: 0,
      Domain: [0, 1, 0, 1],
      Range: [0, 3],
      Size: [2, 2],
      BitsPerSample: 2,
    });
    expect(evaluate(plane, [1, 0])).toEqual([1]);
    expect(evaluate(plane, [0.5, 0.5])).toEqual([1.5]);
  });

  it('type 4 calculates within its range', () => {
    const object = file.context.stream('{ 2 mul dup 1 gt { pop 1 } if 0 exch 9 }', {
      FunctionType: 4,
      Domain: [0, 1],
      Range: [0, 1, 0, 1, 0, 1],
    });
    expect(evaluate(object, [0.25])).toEqual([0, 0.5, 1]);
    expect(evaluate(object, [0.75])).toEqual([0, 1, 1]);
  });

  it('unknown types are no functions', () => {
    expect(evaluatorOf(file.context.obj({ FunctionType: 9 }))).toBeUndefined();
    expect(evaluatorOf(undefined)).toBeUndefined();
  });
});

describe('calculator', () => {
  it.each([
    ['{ add }', [1, 2], [3]],
    ['{ exch sub }', [1, 5], [4]],
    ['{ 3 1 roll }', [1, 2, 3], [3, 1, 2]],
    ['{ 3 -1 roll }', [1, 2, 3], [2, 3, 1]],
    ['{ 2 copy }', [1, 2], [1, 2, 1, 2]],
    ['{ 1 index }', [1, 2], [1, 2, 1]],
    ['{ 0 gt { 7 } { 8 } ifelse }', [1], [7]],
    ['{ 0 gt { 7 } { 8 } ifelse }', [-1], [8]],
    ['{ 0 eq { 7 } if 9 }', [1], [9]],
    ['{ 1 atan }', [1], [45]],
    ['{ 90 sin exch pop }', [5], [1]],
    ['{ true true and not { 1 } { 2 } ifelse }', [], [2]],
    ['{ 7 exch idiv }', [2], [3]],
    ['{ % a comment }\n neg }', [2], [-2]],
    ['{ 2 div cvi }', [5], [2]],
  ])('%s on %j', (program, inputs, outputs) => {
    expect(calculator(program)?.(inputs)).toEqual(outputs);
  });

  it.each(['', '{ add', '}'])('refuses %j', (program) => {
    expect(calculator(program)).toBeUndefined();
  });
});
