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
  writeFileSync(file, lived(readFileSync(file)));
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
  const { imported, bodies, rest } = take(wasm);
  const places = [];
  order(bodies).forEach((index, place) => (places[index] = place));
  const entries = [leb128(imported + bodies.length)];
  for (let index = 0; index < imported + bodies.length; index += 1) {
    const name = index < imported ? `import ${index}` : `function ${String(places[index - imported]).padStart(8, '0')}`;
    entries.push(leb128(index), leb128(name.length), Buffer.from(name));
  }
  const functions = Buffer.concat(entries);
  return Buffer.concat([...rest, section(0, [leb128(4), Buffer.from('name'), Buffer.from([1]), leb128(functions.length), functions])]);
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

/**
 * The module without what is exported of classes that never have an object: JavaScript makes none, and the wasm hands none
 * out. Crates bring such along, and whatever is exported stays in with all that it needs.
 */
function lived(wasm) {
  const made = new Set();
  const parts = [...sections(wasm)];
  for (const { id, read } of parts) {
    if (id === 2) for (const { name } of imports(read())) made.add(/^__wbg_(\w+)_new$/.exec(name)?.[1]);
    if (id === 7) for (const { name } of exports(read())) made.add(/^([a-z]\w*)_new$/.exec(name)?.[1]);
  }
  const rest = parts.map(({ id, whole, read }) => {
    if (id !== 7) return whole;
    const all = [...exports(read())];
    const classes = all.map(({ name }) => /^__wbg_(\w+)_free$/.exec(name)?.[1]);
    const idle = classes.filter((name) => name && !made.has(name));
    const belongs = new RegExp(`^(__wbg_)?(get_|set_)?(${idle.join('|')})_`);
    const kept = idle.length === 0 ? all : all.filter(({ name }) => !belongs.test(name));
    return section(7, [leb128(kept.length), ...kept.map(({ bytes }) => bytes)]);
  });
  return Buffer.concat([wasm.subarray(0, 8), ...rest]);
}

/** The number of imported functions, the bodies of the others, and the whole module but for its names. */
function take(wasm) {
  let imported = 0;
  const bodies = [];
  const rest = [wasm.subarray(0, 8)];
  for (const { id, whole, read } of sections(wasm)) {
    const cursor = read();
    if (id === 2) for (const { kind } of imports(cursor)) imported += kind === 0 ? 1 : 0;
    if (id === 10) for (let left = cursor.number(); left > 0; left -= 1) bodies.push(cursor.bytes());
    if (id !== 0 || cursor.name() !== 'name') rest.push(whole);
  }
  return { imported, bodies, rest };
}

/** The sections of a module (WebAssembly Core Specification, 5.5.2): each as its number, as a whole, and what reads it. */
function* sections(wasm) {
  const cursor = new Cursor(wasm, 8);
  while (cursor.at < wasm.length) {
    const start = cursor.at;
    const id = cursor.byte();
    const body = cursor.bytes();
    yield { id, whole: wasm.subarray(start, cursor.at), read: () => new Cursor(body, 0) };
  }
}

function section(id, parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([id]), leb128(body.length), body]);
}

function* imports(cursor) {
  // A table or a memory: a flag that says whether there is a most, the least, and the most.
  const limits = () => (cursor.byte() & 1 ? (cursor.number(), cursor.number()) : cursor.number());
  const kinds = [() => cursor.number(), () => (cursor.byte(), limits()), limits, () => (cursor.at += 2), () => (cursor.byte(), cursor.number())];
  for (let left = cursor.number(); left > 0; left -= 1) {
    cursor.bytes();
    const name = cursor.name();
    const kind = cursor.byte();
    kinds[kind]();
    yield { name, kind };
  }
}

function* exports(cursor) {
  for (let left = cursor.number(); left > 0; left -= 1) {
    const start = cursor.at;
    const name = cursor.name();
    cursor.byte();
    cursor.number();
    yield { name, bytes: cursor.all.subarray(start, cursor.at) };
  }
}

/** Reads what is in a module. */
class Cursor {
  constructor(all, at) {
    this.all = all;
    this.at = at;
  }

  byte() {
    if (this.at >= this.all.length) throw new Error('the module ends too early');
    return this.all[this.at++];
  }

  /** An unsigned number in LEB128. */
  number() {
    for (let value = 0, factor = 1; ; factor *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** Bytes after their number. */
  bytes() {
    const length = this.number();
    this.at += length;
    return this.all.subarray(this.at - length, this.at);
  }

  name() {
    return this.bytes().toString();
  }
}

/** An unsigned number as LEB128. */
function leb128(number) {
  const bytes = [];
  for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
  return Buffer.from([...bytes, number]);
}
