// What every script needs: where the project is, how a command is run, and a lock between processes.
//
// Runs on Node 20 with nothing installed: no imports but Node's own, and none of another script.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** The environment of every command: the project's own tools (and its Node 22) come first in PATH. */
export function environment(extra = {}) {
  const cargo = process.env.CARGO_HOME ?? path.join(process.env.HOME ?? '', '.cargo');
  const PATH = [BIN, process.env.PATH ?? '', path.join(cargo, 'bin')].join(path.delimiter);
  return { ...process.env, PATH, ...extra };
}

/** The project's own Node 22, once `npm ci` has run. */
export const NODE = path.join(BIN, process.platform === 'win32' ? 'node.cmd' : 'node');

/** One line about what is going on. */
export function say(line) {
  process.stdout.write(`leadroom: ${line}\n`);
}

/** An error that the user can act on: printed as one line, without a stack. */
export class Stop extends Error {}

/** Runs `main` as a program: a `Stop` is a line and exit code 1, anything else a stack. */
export async function program(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode;
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `leadroom: ${error.message}\n` : `${error.stack ?? error}\n`);
    process.exit(1);
  }
}

/** Whether this module is the program that Node was asked to run. */
export function isProgram(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === path.resolve(process.argv[1]);
}

const running = new Set();
const stops = new Set();
let stoppedAt = 0;

/**
 * Has `stop` called when this process is told to end (Ctrl-C, SIGTERM, SIGHUP), before it ends; the number it answers
 * becomes the exit code. Answers a function that takes it back. A second signal ends the process at once.
 */
export function onStop(stop) {
  listen();
  stops.add(stop);
  return () => stops.delete(stop);
}

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  for (const signal of Object.keys(SIGNALS)) process.on(signal, end);
  if (!process.env.npm_lifecycle_event) return;
  // npm does not pass on what ends it: by SIGTERM it ends the shell between us and itself, by `kill -9` nothing at all.
  const first = forebears();
  setInterval(() => forebears() !== first && end('SIGTERM'), 500).unref();
}

/** The process that started this one and, where the system tells, the one that started that. */
function forebears() {
  let above = '';
  try {
    above = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))?.[1];
  } catch {
    // No such file outside Linux.
  }
  return `${process.ppid} ${above}`;
}

async function end(signal) {
  // One Ctrl-C may come twice: from the terminal and from npm.
  if (stoppedAt) return void (Date.now() - stoppedAt > 1_000 && process.exit(SIGNALS[signal]));
  stoppedAt = Date.now();
  for (const child of running) child.kill('SIGTERM');
  const answers = await Promise.allSettled([...stops].map((stop) => stop(signal)));
  process.exit(answers.find(({ value }) => Number.isInteger(value))?.value ?? SIGNALS[signal]);
}

/**
 * Runs one command to its end. Answers `{ code, output }`; throws a `Stop` when it fails, unless `check` is false.
 * `capture`: keep what it prints instead of showing it. `hide`: leave out the lines that match. `name`: what to call it
 * when it fails.
 */
export async function run(command, args, options = {}) {
  const { cwd = ROOT, env = environment(), capture = false, hide, check = true } = options;
  const name = options.name ?? [path.basename(command), ...args].join(' ');
  const out = capture || hide ? 'pipe' : 'inherit';
  listen();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
  running.add(child);
  let output = '';
  if (capture) {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  } else if (hide) {
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => hide.test(line) || process.stdout.write(`${line}\n`));
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new Stop(`\`${command}\` is not installed or not in PATH.`) : error),
    );
    child.on('close', (status, signal) => resolve(status ?? `signal ${signal}`));
  }).finally(() => running.delete(child));
  if (check && code !== 0) {
    throw new Stop(`\`${name}\` failed (${code}).${output && `\n${tail(output)}`}`);
  }
  return { code, output };
}

/** Calls `each` with every line of a stream as soon as it is there. */
export function eachLine(stream, each) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach((line) => each(line));
  });
  stream.on('end', () => rest && each(rest));
  stream.on('error', () => {}); // Whoever wrote it has gone; that it has is told by its exit code.
}

/** The last lines of a long text. */
export function tail(text, lines = 40) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/** What a command prints, or null when it cannot be run or fails. */
export async function answer(command, args, options) {
  try {
    const { code, output } = await run(command, args, { ...options, capture: true, check: false });
    return code === 0 ? output.trim() : null;
  } catch {
    return null;
  }
}

/**
 * What `work` answers, if it does so within `milliseconds`; the signal that it is called with then has it stop. It is waited for also where nothing else
 * keeps this process going: a signal's own timeout does not, so that a request that gets lost would end the process before its time is over, and nobody
 * would learn which one it was.
 */
export async function inTime(milliseconds, what, work) {
  const stop = new AbortController();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: no answer in ${milliseconds} ms`));
      stop.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work(stop.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** When the file or folder was last written, in milliseconds; 0 when there is none. */
export function modifiedAt(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Runs `work` while no other process holds the same lock: a folder with the holder's process id in it.
 * A lock whose holder has died is taken over. Waits at most `patience` milliseconds.
 */
export async function alone(lock, work, { patience = 30 * 60_000, what = 'another process' } = {}) {
  mkdirSync(path.dirname(lock), { recursive: true });
  const started = Date.now();
  let told = false;
  while (!take(lock)) {
    const waited = Date.now() - started;
    if (waited > patience) throw new Stop(`gave up waiting for ${what}; if none is running, remove ${lock}.`);
    if (!told && waited > 1_000) {
      say(`waiting for ${what} …`);
      told = true;
    }
    await delay(100);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned(lock)) {
    const aside = `${lock}.${process.pid}.${Date.now()}`;
    try {
      renameSync(lock, aside); // Only one of several waiters wins this rename.
      rmSync(aside, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return false;
}

function isAbandoned(lock) {
  let holder;
  try {
    holder = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
  } catch {
    holder = 0;
  }
  if (!holder) return modifiedAt(lock) > 0 && Date.now() - modifiedAt(lock) > 5_000;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
