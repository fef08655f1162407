// Makes the built wasm small as it travels and is stored: gzipped.
//
// wasm-opt with its usual settings counts the bytes of the module itself. What is inlined repeats itself there, a little
// differently each time, and that compresses badly: without inlining the module is larger by a hundredth, and a twelfth
// smaller gzipped. gzip looks back 32 kB, so what is alike has to stand close together: functions that share pieces of
// code are put next to one another, which takes off another twentieth.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { environment, run } from './project.mjs';

/** No inlining, neither of small functions nor of those with a single caller. */
const SMALL = ['-Oz', '--always-inline-max-function-size=0', '--one-caller-inline-max-function-size=0', '--flexible-inline-max-function-size=0'];
/** What rustc and wasm-bindgen make use of, and the platform knows. */
const FEATURES = ['bulk-memory', 'exception-handling', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'];
/** How many bytes a piece of code has by which functions are found to be alike. */
const PIECE = 6;
/** A piece that stands in more functions than this says nothing. */
const COMMON = 60;
/** How far back a function may stand to be of use: a little less than gzip sees. */
const WINDOW = 30_000;

/**
 * Rewrites `file`. `names` keeps the functions' names, an eighth of the size; a panic tells its file and line without them.
 */
export async function optimize(file, { wasmOpt, names }) {
  const draft = `${file}.new`;
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  const step = (args) => run(wasmOpt, [...args, ...features, '-o', draft], { env: environment(), name: 'wasm-opt' });
  if (names) {
    await step([file, ...SMALL, '-g']);
  } else {
    await step([file, ...SMALL]);
    writeFileSync(draft, named(readFileSync(draft)));
    await step([draft, '--reorder-functions-by-name']);
  }
  renameSync(draft, file);
}

/** The module with names that, in their order, are the order in which its functions should stand. */
function named(wasm) {
  const { imports, bodies, rest } = take(wasm);
  const places = [];
  order(bodies).forEach((index, place) => (places[index] = place));
  const entries = [leb128(imports + bodies.length)];
  for (let index = 0; index < imports + bodies.length; index += 1) {
    const name = index < imports ? `import ${index}` : `function ${String(places[index - imports]).padStart(8, '0')}`;
    entries.push(leb128(index), leb128(name.length), Buffer.from(name));
  }
  const functions = Buffer.concat(entries);
  const section = Buffer.concat([leb128(4), Buffer.from('name'), Buffer.from([1]), leb128(functions.length), functions]);
  return Buffer.concat([...rest, Buffer.from([0]), leb128(section.length), section]);
}

/** Each function next to those that it has most in common with, for its size. Answers their indices. */
function order(bodies) {
  const alike = piecesInCommon(bodies);
  const shared = new Float64Array(bodies.length);
  const count = (index, sign) => {
    for (const functions of alike[index]) for (const other of functions) shared[other] += sign / functions.length;
  };
  const left = new Set(bodies.keys());
  const ordered = [];
  let oldest = 0;
  let behind = 0;
  let next = largest(bodies);
  while (next !== undefined) {
    left.delete(next);
    ordered.push(next);
    count(next, 1);
    behind += bodies[next].length;
    for (; behind > WINDOW && oldest < ordered.length - 1; oldest += 1) {
      behind -= bodies[ordered[oldest]].length;
      count(ordered[oldest], -1);
    }
    let most = -1;
    next = undefined;
    for (const index of left) {
      const density = shared[index] / (bodies[index].length + 10);
      if (density > most) [most, next] = [density, index];
    }
  }
  return ordered;
}

/** For each function the pieces of code that others have, too: each as the list of all functions that have it. */
function piecesInCommon(bodies) {
  const found = new Map();
  const pieces = bodies.map((body, index) => {
    const own = new Set();
    for (let start = 0; start + PIECE <= body.length; start += 1) own.add(body.readUIntBE(start, PIECE));
    for (const piece of own) found.has(piece) ? found.get(piece).push(index) : found.set(piece, [index]);
    return own;
  });
  const telling = ({ length }) => length > 1 && length <= COMMON;
  return pieces.map((own) => [...own].map((piece) => found.get(piece)).filter(telling));
}

function largest(bodies) {
  return bodies.reduce((best, body, index) => (body.length > bodies[best].length ? index : best), 0);
}

/** The number of imported functions, the bodies of the others, and the whole module but for its names. */
function take(wasm) {
  let at = 8;
  const number = () => {
    for (let value = 0, factor = 1; ; factor *= 0x80) {
      const byte = wasm[at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  const skip = () => {
    const length = number();
    at += length;
  };
  // A table or a memory: a flag that says whether there is a most, the least, and the most.
  const limits = () => (wasm[at++] & 1 ? (number(), number()) : number());
  const importKinds = [() => number(), () => ((at += 1), limits()), limits, () => (at += 2), () => ((at += 1), number())];
  let imports = 0;
  const bodies = [];
  const rest = [wasm.subarray(0, 8)];
  while (at < wasm.length) {
    const start = at;
    const id = wasm[at++];
    const length = number();
    const [body, end] = [at, at + length];
    if (id === 2) {
      for (let left = number(); left > 0; left -= 1) {
        skip();
        skip();
        const kind = wasm[at++];
        if (kind === 0) imports += 1;
        importKinds[kind]();
      }
    }
    if (id === 10) {
      for (let left = number(); left > 0; left -= 1) {
        const size = number();
        bodies.push(wasm.subarray(at, at + size));
        at += size;
      }
    }
    if (id !== 0 || wasm.toString('latin1', body, body + 5) !== '\x04name') rest.push(wasm.subarray(start, end));
    at = end;
  }
  return { imports, bodies, rest };
}

/** An unsigned number as LEB128. */
function leb128(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Buffer.from([...bytes, number]);
}
