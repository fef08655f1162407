// `npm run deploy`: build, database, migrations, Worker; the same for the first time and for every other.
//
// Migrations come before the code: they only add, so that the code of before goes on working beside them. What does not
// exist yet in the account is made first: `wrangler deploy` alone would refuse a queue that is missing, and could make
// the database only after the migrations had needed it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, checkSize } from './build.mjs';
import { databases } from './d1.mjs';
import { ROOT, Stop, program, say } from './project.mjs';
import { wrangler } from './wrangler.mjs';

await program(async () => {
  const account = await wrangler(['whoami'], { check: false });
  if (/not authenticated/i.test(account.output)) throw new Stop('log in first: npx wrangler login (or set CLOUDFLARE_API_TOKEN)');
  await build();
  checkSize();
  const settings = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  const valuesOf = (key) => new Set([...settings.matchAll(new RegExp(`^${key}\\s*=\\s*"([^"]+)"`, 'gm'))].map(([, value]) => value));

  const missing = databases().filter((database) => !database.database_id);
  if (missing.length > 0) {
    const { output } = await wrangler(['d1', 'list', '--json']);
    const there = new Set(JSON.parse(output.slice(output.indexOf('['))).map(({ name }) => name));
    for (const { database_name: name } of missing.filter((database) => !there.has(database.database_name))) {
      say(`making the database ${name} …`);
      await wrangler(['d1', 'create', name]);
    }
  }
  for (const name of new Set([...valuesOf('queue'), ...valuesOf('dead_letter_queue')])) {
    const found = await wrangler(['queues', 'info', name], { check: false });
    if (found.code === 0) continue;
    say(`making the queue ${name} …`);
    await wrangler(['queues', 'create', name]);
  }
  say('applying the migrations …');
  for (const { binding } of databases()) await wrangler(['d1', 'migrations', 'apply', binding, '--remote'], { show: true });
  await wrangler(['deploy'], { show: true });
});
