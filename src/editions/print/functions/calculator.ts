/** A program of a PostScript calculator function (ISO 32000-1, 7.10.5): numbers, words, blocks. */
type Program = (number | string | Program)[];
type Stack = (number | boolean)[];

function parse(source: string): Program | undefined {
  const tokens = source.replace(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? [];
  const open: Program[] = [];
  for (const token of tokens) {
    if (token === '{') open.push([]);
    else if (token === '}') {
      const done = open.pop();
      if (!done) return undefined;
      const around = open.at(-1);
      if (!around) return done;
      around.push(done);
    } else open.at(-1)?.push(Number.isNaN(Number(token)) ? token : Number(token));
  }
  return undefined;
}

const degrees = 180 / Math.PI;
const binary: Record<string, (a: number, b: number) => number | boolean> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  atan: (a, b) => (Math.atan2(a, b) * degrees + 360) % 360,
  exp: (a, b) => a ** b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  bitshift: (a, b) => (b < 0 ? a >> -b : a << b),
};
const unary: Record<string, (a: number) => number> = {
  neg: (a) => -a,
  abs: Math.abs,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: (a) => a,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin(a / degrees),
  cos: (a) => Math.cos(a / degrees),
  ln: (a) => Math.log(a),
  log: (a) => Math.log10(a),
};
type Logic = (a: number | boolean, b: number | boolean) => number | boolean;
const logic: Record<string, Logic> = {
  and: (a, b) => (typeof a === 'boolean' ? a && Boolean(b) : a & Number(b)),
  or: (a, b) => (typeof a === 'boolean' ? a || Boolean(b) : a | Number(b)),
  xor: (a, b) => (typeof a === 'boolean' ? a !== b : a ^ Number(b)),
};

function roll(stack: Stack, count: number, shift: number): void {
  if (count <= 0) return;
  const turned = stack.splice(-count);
  const by = ((shift % count) + count) % count;
  stack.push(...turned.slice(count - by), ...turned.slice(0, count - by));
}

const shuffle: Record<string, (stack: Stack) => void> = {
  pop: (stack) => void stack.pop(),
  dup: (stack) => void stack.push(stack.at(-1) ?? 0),
  exch: (stack) => roll(stack, 2, 1),
  copy: (stack) => {
    const count = Number(stack.pop());
    if (count > 0) stack.push(...stack.slice(-count));
  },
  index: (stack) => void stack.push(stack.at(-1 - Number(stack.pop())) ?? 0),
  roll: (stack) => {
    const shift = Number(stack.pop());
    roll(stack, Number(stack.pop()), shift);
  },
  not: (stack) => {
    const value = stack.pop();
    stack.push(typeof value === 'boolean' ? !value : ~Number(value));
  },
  true: (stack) => void stack.push(true),
  false: (stack) => void stack.push(false),
};

function runWord(word: string, stack: Stack): void {
  const two = binary[word];
  const one = unary[word];
  const both = logic[word];
  if (two || both) {
    const b = stack.pop() ?? 0;
    const a = stack.pop() ?? 0;
    stack.push(two ? two(Number(a), Number(b)) : (both?.(a, b) ?? 0));
  } else if (one) stack.push(one(Number(stack.pop() ?? 0)));
  else shuffle[word]?.(stack);
}

function run(program: Program, stack: Stack): void {
  for (let at = 0; at < program.length; at++) {
    const item = program[at] as Program[number];
    if (typeof item === 'number') stack.push(item);
    else if (typeof item === 'string') runWord(item, stack);
    else {
      // A block stands only before `if`, or before another block and `ifelse`.
      const next = program[at + 1];
      const otherwise = Array.isArray(next) ? next : undefined;
      const chosen = stack.pop() ? item : otherwise;
      if (chosen) run(chosen, stack);
      at += otherwise ? 2 : 1;
    }
  }
}

/** Reads a calculator program; undefined where its braces do not match. */
export function calculator(source: string): ((inputs: readonly number[]) => number[]) | undefined {
  const program = parse(source);
  if (!program) return undefined;
  return (inputs) => {
    const stack: Stack = [...inputs];
    run(program, stack);
    return stack.map(Number);
  };
}
