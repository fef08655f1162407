// How soon others hear of an edit: at the sockets that are open on its record, and in the feeds of those who are told.

import { startWorker } from '../scripts/worker.mjs';
import { Socket } from '../tests/runtime/sockets.mjs';
import { until } from '../tests/runtime/support.mjs';

const SOCKETS = 50;
const EDITS = 100;
const SETUP_TOKEN = 'dev-setup-token';

/** Measures; answers the milliseconds from the answer of each edit on: `{ pushes, feeds }`, each sorted. */
export async function live(tell) {
  tell(`measuring how soon ${SOCKETS} sockets and a feed hear of ${EDITS} edits …`);
  const worker = await startWorker();
  try {
    const call = async (key, method, path, body) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const response = await fetch(worker.url + path, { method, headers, body: body && JSON.stringify(body) });
      const at = performance.now();
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return { at, body: text && JSON.parse(text) };
    };
    const made = (await call(SETUP_TOKEN, 'POST', '/v1/setup', { organization: { name: 'Live' }, owner: { name: 'Olga', email: 'olga@example.com' } })).body;
    const olga = made.api_key.secret;
    const bob = (await call(olga, 'POST', '/v1/users', { name: 'Bob', email: 'bob@example.com', role: 'agent' })).body.id;
    const key = (await call(olga, 'POST', `/v1/users/${bob}/api_keys`, { name: 'bench' })).body.secret;
    const path = `/v1/leads/${(await call(olga, 'POST', '/v1/leads', { name: 'Watched' })).body.id}`;
    await call(olga, 'PUT', `${path}/collaborators/${bob}`, {});
    const app = { url: worker.url };
    const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => Socket.open(app, `${path}/live`, { key })));
    const inbox = await Socket.open(app, '/v1/me/live', { key, silent: true });
    const told = () => inbox.heard.filter(({ type }) => type === 'notification');
    const [pushes, feeds] = [[], []];
    for (let number = 0; number < EDITS; number += 1) {
      const before = told().length;
      const { at, body } = await call(olga, 'PATCH', path, { title: `Title ${number}` });
      await until(() => sockets.every((socket) => socket.heard.at(-1)?.event?.seq === body.version), 'every socket hears of it');
      // The last of all to hear of it; what was heard before the answer was heard at once.
      pushes.push(Math.max(0, ...sockets.map((socket) => socket.heard.at(-1).at - at)));
      // What is pushed to the inbox stands in the feed by then.
      await until(() => told().length > before, 'the inbox hears of it');
      feeds.push(Math.max(0, told().at(-1).at - at));
    }
    for (const socket of [...sockets, inbox]) socket.close();
    return { pushes: pushes.sort((a, b) => a - b), feeds: feeds.sort((a, b) => a - b) };
  } finally {
    await worker.stop();
  }
}

/** As a section of the results. */
export function renderLive({ pushes, feeds }, table) {
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const row = (name, sorted, most) => [name, `${most} ms`, `${at(sorted, 0.5).toFixed(1)} ms`, `${at(sorted, 0.95).toFixed(1)} ms`, at(sorted, 0.5) < most ? 'yes' : '**no**'];
  return [
    '## How soon others hear of an edit',
    '',
    `From the answer of an edit on, over ${pushes.length} edits one after the other, with ${SOCKETS} sockets open on the record. What was heard before`,
    'the answer counts as 0. The feed is measured by the push to an inbox, which comes after the row is there.',
    '',
    table(['From the answer until', 'Median at most', 'Median', '95 of 100', 'Kept'], [row('the last of the sockets hears of it', pushes, 150), row('it is in the feed of a collaborator', feeds, 2000)]),
    '',
  ].join('\n');
}
