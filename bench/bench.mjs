// `npm run bench`: what requests cost, and how fast they are, in organisations of 1,000, 100,000 and 1,000,000 leads.
//
//   --leads=1000,100000   other sizes            --write   the tables go to bench/RESULTS.md too
//   --seconds=10          of each load; 0: none  --json    prints, as the last line, one JSON object instead of tables
//   --live                only how soon others hear of an edit
//
// BENCH_DIR is where the generated databases are kept (about 4.5 GB for all three, and as much again while it runs).

import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../scripts/build.mjs';
import { ROOT, Stop, program } from '../scripts/project.mjs';
import { startWorker } from '../scripts/worker.mjs';
import { organization } from './data.mjs';
import { live, renderLive } from './live.mjs';
import { load } from './load.mjs';
import { measure } from './measure.mjs';

/** How much the rows read may differ between sizes where they must not depend on it. */
const SPREAD = 1.1;
const RESULTS = path.join(ROOT, 'bench', 'RESULTS.md');

await program(async () => {
  const options = read(process.argv.slice(2));
  const tell = (line) => process.stderr.write(`bench: ${line}\n`);
  await build();
  const heard = await live(tell);
  if (options.live) return void tellLive(heard, options);
  const sizes = [];
  for (const leads of options.leads) {
    const { stateDir, world, seconds, discard } = await organization(leads, tell);
    tell(`measuring with ${number(leads)} leads …`);
    let worker;
    try {
      worker = await startWorker({ stateDir });
      const costs = await measure(worker.url, world);
      const loads = options.seconds > 0 ? await load(worker.url, world, options.seconds) : [];
      sizes.push({ leads, users: world.users, teams: world.teams, generated_in: seconds, costs, loads });
    } finally {
      await worker?.stop();
      discard();
    }
  }
  const over = findings(sizes);
  if (options.json) return void console.log(JSON.stringify({ sizes, over, heard }));
  const tables = `${render(sizes, over, options.seconds)}\n${renderLive(heard, table)}`;
  console.log(tables);
  if (options.write) writeFileSync(RESULTS, tables);
});

/** Only how soon others hear of an edit; the rest of the results stays as it is. */
function tellLive(heard, { json, write }) {
  const section = renderLive(heard, table);
  console.log(json ? JSON.stringify({ heard }) : section);
  if (!write) return;
  const [rest] = readFileSync(RESULTS, 'utf8').split(/^## How soon others hear of an edit$/m);
  writeFileSync(RESULTS, `${rest.trimEnd()}\n\n${section}`);
}

function read(words) {
  const options = { leads: [1_000, 100_000, 1_000_000], seconds: 10, json: false, write: false, live: false };
  while (words.length > 0) {
    const [, name, given] = /^--(\w+)(?:=(.*))?$/.exec(words.shift()) ?? [];
    if (name === 'json' || name === 'write' || name === 'live') options[name] = true;
    else if (name === 'leads') options.leads = (given ?? words.shift() ?? '').split(',').map((word) => whole(word, 100));
    else if (name === 'seconds') options.seconds = whole(given ?? words.shift(), 0);
    else throw new Stop('usage: npm run bench -- [--leads=1000,100000,1000000] [--seconds=10] [--live] [--json] [--write]');
  }
  return options;
}

function whole(word, least) {
  const value = Number(word);
  if (!word || !Number.isInteger(value) || value < least) throw new Stop(`${word} is no whole number from ${least}.`);
  return value;
}

/** What is over its limit: `{ index, sizes, what }`, one sentence for each request and limit. */
function findings(sizes) {
  const over = [];
  sizes[0].costs.forEach(({ name, who, limit, steady }, index) => {
    const most = (of, bound, what) => {
      const found = sizes.filter(({ costs }) => of(costs[index]) > bound);
      if (found.length === 0) return;
      const worst = Math.max(...found.map(({ costs }) => of(costs[index])));
      over.push({ index, sizes: found.map(({ leads }) => leads), what: `${name} (${who}): ${number(worst)} ${what}, not ${number(bound)}` });
    };
    most(({ calls }) => calls, limit.calls, 'calls');
    if (limit.rows !== undefined) most((cost) => cost.most, limit.rows, 'rows');
    const rows = sizes.map(({ costs }) => costs[index].rows);
    const [least, greatest] = [Math.min(...rows), Math.max(...rows)];
    if (!steady || greatest <= least * SPREAD) return;
    over.push({ index, sizes: sizes.map(({ leads }) => leads), what: `${name} (${who}): from ${number(least)} to ${number(greatest)} rows, depending on the size` });
  });
  return over;
}

function render(sizes, over, seconds) {
  const heads = sizes.map(({ leads }) => number(leads));
  const lines = [
    '# What it costs, and how fast it is',
    '',
    `Measured by \`npm run bench\` on the local runtime (workerd, D1 on SQLite), ${new Date().toISOString().slice(0, 10)}, on ${machine()}.`,
    '',
    '## The organisations',
    '',
    table(
      ['Leads', 'Users', 'Teams', 'Generated in'],
      sizes.map(({ leads, users, teams, generated_in: time }) => [number(leads), number(users), number(teams), `${time.toFixed(time < 10 ? 1 : 0)} s`]),
    ),
    '',
    'Owners by a skewed distribution, one lead in twenty without; none to five collaborators; one lead in four shared with a',
    'team, one in twelve with a person, one in a hundred with everyone; one grant in ten has ended. The agent owns one lead in',
    'eight and holds six principals: the own book, what they collaborate on, what is shared with them, with everyone and with two',
    'teams. The administrator sees everything.',
    '',
    '## Rows read from D1',
    '',
    'Pages have 50 entries; of plain lists the cell is the mean of the first four full pages, and the dearest of them must stay',
    'within the limit. Reads are one call to D1, writes at most three: the cells say where it was more than one. A limit with =',
    'must hold at every size, within a tenth.',
    '',
    table(
      ['Request', 'By', 'At most', ...heads],
      sizes[0].costs.map(({ name, who, limit, steady }, index) => [
        name,
        who,
        limit.rows === undefined ? '' : `${number(limit.rows)}${steady ? ' =' : ''}`,
        ...sizes.map(({ leads, costs }) => cell(costs[index], over.some((one) => one.index === index && one.sizes.includes(leads)))),
      ]),
    ),
    '',
    over.length === 0 ? 'Everything is within its limit.' : `Over its limit (**bold** above):\n\n${over.map(({ what }) => `- ${what}`).join('\n')}`,
  ];
  if (seconds > 0) {
    lines.push(
      '',
      '## Requests per second',
      '',
      `Eight callers, each of whom asks again as soon as the answer is there, for ${seconds} s, on the same machine as the runtime.`,
      'The latency is the median, and in brackets what 95 of 100 requests stayed under.',
      '',
      table(
        ['Request', ...heads],
        sizes[0].loads.map(({ name }, index) => [name, ...sizes.map(({ loads }) => speed(loads[index]))]),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function cell({ calls, rows, items, limit }, isOver) {
  const usual = limit.calls === 1 ? 1 : undefined;
  const text = `${number(rows)}${calls === usual ? '' : ` in ${calls} calls`}${items !== undefined && items < 50 ? ` (${items} entries)` : ''}`;
  return isOver ? `**${text}**` : text;
}

function speed({ perSecond, median, p95, failed }) {
  return `${perSecond.toFixed(0)}/s, ${median.toFixed(1)} ms (${p95.toFixed(1)} ms)${failed ? `, ${failed} FAILED` : ''}`;
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function machine() {
  const cpus = os.cpus();
  return `${os.availableParallelism()} cores of ${/^[\w\s().@-]+/.exec(cpus[0]?.model ?? '')?.[0].trim() || 'an unnamed processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
}

function number(value) {
  return value.toLocaleString('en');
}
