// How soon others hear of an edit: at the sockets that are open on its record, and in the feeds of those who are told.

import { startWorker } from '../scripts/worker.mjs';
import { Socket } from '../tests/runtime/sockets.mjs';
import { until } from '../tests/runtime/support.mjs';

const SOCKETS = 50;
const EDITS = 100;
const SETUP_TOKEN = 'dev-setup-token';

/** Measures; answers `{ pushes, feeds }`, for each edit the milliseconds `{ answered, sent }`: from its answer, and from its request on. */
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
    const app = { url: worker.url };
    const inbox = await Socket.open(app, '/v1/me/live', { key, silent: true });
    const told = () => inbox.heard.filter(({ type }) => type === 'notification');
    await call(olga, 'PUT', `${path}/collaborators/${bob}`, {});
    // What comes from now on is of the edits: each is waited for before the next.
    await until(() => told().length === 1, 'the inbox hears that Bob collaborates');
    const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => Socket.open(app, `${path}/live`, { key })));
    const [pushes, feeds] = [[], []];
    for (let number = 1; number <= EDITS; number += 1) {
      const sent = performance.now();
      const { at, body } = await call(olga, 'PATCH', path, { title: `Title ${number}` });
      await until(() => sockets.every((socket) => socket.heard.at(-1)?.event?.seq === body.version), 'every socket hears of it');
      const since = (heard) => ({ answered: Math.max(0, heard - at), sent: heard - sent });
      pushes.push(since(Math.max(...sockets.map((socket) => socket.heard.at(-1).at))));
      // What is pushed to the inbox stands in the feed by then.
      await until(() => told().length === number + 1, 'the inbox hears of it');
      feeds.push(since(told().at(-1).at));
    }
    for (const socket of [...sockets, inbox]) socket.close();
    return { pushes, feeds };
  } finally {
    await worker.stop();
  }
}

/** As a section of the results. */
export function renderLive({ pushes, feeds }, table) {
  const at = (heard, from, share) => heard.map((one) => one[from]).sort((a, b) => a - b)[Math.floor(heard.length * share)];
  const row = (name, heard, most) => {
    const cells = [['answered', 0.5], ['answered', 0.95], ['sent', 0.5], ['sent', 0.95]].map(([from, share]) => `${at(heard, from, share).toFixed(1)} ms`);
    return [name, `${most} ms`, ...cells, at(heard, 'answered', 0.5) < most ? 'yes' : '**no**'];
  };
  return [
    '## How soon others hear of an edit',
    '',
    `Over ${pushes.length} edits one after the other, with ${SOCKETS} sockets open on the record. A room tells its sockets before it answers: what was heard before`,
    'the answer counts as 0 from the answer on. The feed is measured by the push to an inbox, which comes after the row is there.',
    '',
    table(
      ['Until', 'Median at most', 'From the answer', '95 of 100', 'From the request', '95 of 100', 'Kept'],
      [row('the last of the sockets hears of it', pushes, 150), row('it is in the feed of a collaborator', feeds, 2000)],
    ),
    '',
  ].join('\n');
}
