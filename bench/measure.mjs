// What each request costs: round trips to D1 and rows read, as the Worker itself counts them (`Server-Timing`).

import assert from 'node:assert/strict';

const FILTERS = ['', 'owner=me', 'collaborator=me', 'shared=with_me'];
const AGENT_PAGE = 1_000;
const ADMIN_PAGE = 400;
const SEARCH = 5_000;
const ONE = 40;
/** How many pages of a list are measured: what a page costs depends on how many collaborators its records happen to have. */
const PAGES = 4;
const FULL = 50;

/**
 * The requests to measure. `rows`: the most rows that one may read, `calls` the most round trips; `steady`: the rows must
 * be the same at every size of the organisation, within a tenth.
 */
function requests({ agent, admin, records, words, colleagues }) {
  const own = records.own.at(-1);
  const reads = [
    { name: 'get a record', who: 'agent', path: `/v1/leads/${own}`, rows: ONE },
    { name: 'get a record shared with a team', who: 'agent', path: `/v1/leads/${records.shared[0]}`, rows: ONE },
    { name: 'get a record', who: 'admin', path: `/v1/leads/${own}`, rows: ONE },
    { name: 'get a record that is not theirs', who: 'agent', path: `/v1/leads/${records.hidden[0]}`, rows: ONE, status: 404 },
    { name: 'access check (timeline, one entry)', who: 'agent', path: `/v1/leads/${own}/timeline?limit=1`, rows: ONE },
    { name: 'access check that fails', who: 'agent', path: `/v1/leads/${records.hidden[0]}/timeline?limit=1`, rows: ONE, status: 404 },
  ];
  const lists = [];
  for (const [who, rows] of [['agent', AGENT_PAGE], ['admin', ADMIN_PAGE]]) {
    const list = (query, more) => lists.push({ name: `list ${query}`, who, path: `/v1/leads?${query}`, rows, ...more });
    for (const sort of ['-updated_at', '-created_at']) {
      for (const filter of FILTERS) list([`sort=${sort}`, filter].filter(Boolean).join('&'), { steady: who === 'agent' });
    }
    for (const sort of ['name', '-amount']) list(`sort=${sort}`, { steady: who === 'agent' });
    for (const one of lists) one.pages = PAGES;
    list('status=qualified', { rows: undefined });
    list(`q=${words.common} (one lead in ten)`, { path: `/v1/leads?q=${words.common}`, rows: SEARCH });
    list(`q=${words.rare} (eight leads)`, { path: `/v1/leads?q=${words.rare}`, rows: SEARCH });
    list('count', { name: 'count', path: '/v1/leads/count', rows: undefined });
    list(`count q=${words.common}`, { name: `count q=${words.common}`, path: `/v1/leads/count?q=${words.common}`, rows: undefined });
  }
  const write = (name, method, path, body, more) => ({ name, who: 'agent', method, path, body, calls: 3, ...more });
  const colleague = colleagues.at(-1);
  const writes = [
    write('create', 'POST', '/v1/leads', { name: 'Ada Lovelace', email: 'ada@engines.example' }),
    write('edit', 'PATCH', `/v1/leads/${own}`, { title: 'Head of Engines', amount: 123_456_00, currency: 'EUR' }),
    write('edit, If-Match', 'PATCH', `/v1/leads/${own}`, { title: 'Head of All Engines' }, { ifMatch: '"2"' }),
    write('add collaborator', 'PUT', `/v1/leads/${own}/collaborators/${colleague}`, {}),
    write('share with everyone', 'POST', `/v1/leads/${own}/shares`, { with: { type: 'everyone' }, permissions: ['read'] }),
    write('assign', 'POST', `/v1/leads/${own}/assign`, { owner_id: colleague }),
  ];
  const keys = { agent: agent.key, admin: admin.key };
  return [...reads, ...lists, ...writes].map((one) => ({ method: 'GET', calls: 1, ...one, key: keys[one.who] }));
}

/**
 * Makes each request once; of plain lists the first full pages. Answers `[{ name, who, calls, rows, most, written, items,
 * limit: { calls, rows }, steady }]`: `rows` is the mean of the pages, `most` the dearest, `items` how many
 * entries the first had.
 */
export async function measure(url, world) {
  const results = [];
  for (const request of requests(world)) {
    const { name, who, calls, rows, pages = 1, steady = false } = request;
    const first = await send(url, request);
    const costs = [first.timing];
    for (let { json } = first; costs.length < pages && json.next_cursor; ) {
      const page = await send(url, { ...request, path: `${request.path}&cursor=${encodeURIComponent(json.next_cursor)}` });
      ({ json } = page);
      if (json.data.length === FULL) costs.push(page.timing);
      else break;
    }
    const read = costs.map((cost) => cost.rows);
    const mean = Math.round(read.reduce((sum, one) => sum + one, 0) / read.length);
    const items = name.startsWith('list') ? first.json.data.length : undefined;
    results.push({ name, who, ...first.timing, rows: mean, most: Math.max(...read), items, limit: { calls, rows }, steady });
  }
  return results;
}

async function send(url, { method, path, key, body, ifMatch, status }) {
  const headers = { authorization: `Bearer ${key}` };
  if (body) headers['content-type'] = 'application/json';
  if (ifMatch) headers['if-match'] = ifMatch;
  const response = await fetch(url + path, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(120_000) });
  const text = await response.text();
  const expected = status ? response.status === status : response.ok;
  assert.ok(expected, `${method} ${path} answered ${response.status}: ${text}`);
  const cost = /calls=(\d+) rows_read=(\d+) rows_written=(\d+)/.exec(response.headers.get('server-timing') ?? '');
  assert.ok(cost, `${method} ${path} has no Server-Timing`);
  const [calls, rows, written] = cost.slice(1).map(Number);
  return { json: text ? JSON.parse(text) : null, timing: { calls, rows, written } };
}
