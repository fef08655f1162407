// What the scripts promise about processes: nothing that they start outlives whoever wanted it, and what two of them
// must not do at once they do one after the other.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { alone } from './project.mjs';

const SCRIPTS = import.meta.dirname;
const folder = mkdtempSync(path.join(os.tmpdir(), 'leadroom-scripts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a_worker_is_gone_with_all_it_made_when_its_test_is_killed', async () => {
  const code = `
    import { startWorker } from ${JSON.stringify(path.join(SCRIPTS, 'worker.mjs'))};
    const worker = await startWorker();
    console.log(JSON.stringify([worker.pid, worker.stateDir, worker.url]));
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid, stateDir, url] = await firstJson(holder.stdout);
  assert.ok(isAlive(pid) && existsSync(stateDir));
  assert.equal((await fetch(`${url}/healthz`)).status, 200);

  holder.kill('SIGKILL');

  await eventually(() => !isAlive(pid), 'the processes have gone');
  await eventually(() => !existsSync(stateDir), 'the files have gone');
});

test('work_under_one_lock_never_overlaps', async () => {
  let inside = 0;
  const work = async () => {
    inside += 1;
    assert.equal(inside, 1);
    await delay(5);
    inside -= 1;
  };
  const lock = path.join(folder, 'shared.lock');
  await Promise.all([alone(lock, work), alone(lock, work), alone(lock, work)]);
  assert.ok(!existsSync(lock));
});

test('the_lock_of_a_dead_process_is_taken_over', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => dead.on('close', resolve));
  const lock = path.join(folder, 'abandoned.lock');
  mkdirSync(lock);
  writeFileSync(path.join(lock, 'pid'), String(dead.pid));

  assert.equal(await alone(lock, async () => 'done', { patience: 5_000 }), 'done');
});

test('what_never_answers_is_named_when_its_time_is_over_also_where_nothing_else_keeps_the_process', async () => {
  const code = `
    import { inTime } from ${JSON.stringify(path.join(SCRIPTS, 'project.mjs'))};
    const lost = new Promise(() => {});
    await inTime(50, 'GET /lost', () => lost).catch(({ message }) => console.log(JSON.stringify(message)));
    console.log(JSON.stringify(await inTime(60_000, 'GET /fine', async () => 'fine')));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  // Nothing is left behind that would keep it for the minute.
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  assert.deepEqual(printed.trim().split('\n').map((line) => JSON.parse(line)), ['GET /lost: no answer in 50 ms', 'fine']);
});

/** Whether any process of the group is left. */
function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

async function eventually(holds, what) {
  for (const deadline = Date.now() + 20_000; !holds(); await delay(50)) {
    assert.ok(Date.now() < deadline, `still not so: ${what}`);
  }
}

async function firstJson(stream) {
  for await (const line of stream.setEncoding('utf8')) if (line.startsWith('[')) return JSON.parse(line);
  throw new Error('nothing was printed');
}

test('what_the_settings_say_of_rate_limits_is_what_is_counted', () => {
  const settings = readFileSync(path.join(SCRIPTS, '..', 'wrangler.toml'), 'utf8');
  const said = /^RATE_LIMITS = "(.*)"$/m.exec(settings)[1].split(' ').sort();
  const counted = [...settings.matchAll(/^name = "RATE_(\w+)"\nnamespace_id = "\d+"\nsimple = \{ limit = (\d+), period = (10|60) \}$/gm)];
  assert.equal(counted.length, 4);
  assert.deepEqual(counted.map(([, gate, limit, period]) => `${gate.toLowerCase()}=${limit}/${period}`).sort(), said);
});
