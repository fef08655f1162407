// Runs a command that must not outlive the process that asked for it: however that one ends, by `kill -9` too, the pipe
// from it closes, and the command goes with all its children. (A wrangler that is killed leaves its runtime behind, and
// the runtime keeps the port.)
//
// node leash.mjs '{"command", "args", "cwd", "scratch": folder to delete afterwards, "remove": [folders to delete when
// the one who asked is gone]}'
// stdin: "stop" asks the command to end and kills it when it does not; "kill" is `kill -9`; closing it kills too.
// fd 3: the process group of the command, one number.

import { spawn } from 'node:child_process';
import { rmSync, writeSync } from 'node:fs';

const PATIENCE = 5_000;

const { command, args, cwd, scratch, remove } = JSON.parse(process.argv[2]);
const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => {
  killGroup(); // What the command started and did not stop itself.
  discard([scratch]);
  process.exit(code ?? 1);
});
if (child.pid) writeSync(3, `${child.pid}\n`);

let heard = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => {
  heard += text;
  if (heard.includes('kill')) killGroup();
  else if (heard.includes('stop')) stop();
});
process.stdin.on('close', () => {
  killGroup();
  discard([scratch, ...remove]);
  process.exit(1);
});
// Signals are for the one who holds the leash, and reach the command through the pipe.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function stop() {
  child.kill('SIGTERM');
  setTimeout(killGroup, PATIENCE).unref();
}

function killGroup() {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}

function discard(folders) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
