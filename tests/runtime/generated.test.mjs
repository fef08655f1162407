// Hostile input, made from the API's own document: whatever it says of a route is bent in every way that comes to mind. Each
// time the answer is a problem of the caller's, or a success that the document knows; nothing is written on a refusal; nothing
// takes long. A route that is new in the document is attacked without a further line, if what its path names can be made from
// the document's examples.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { document, pointer, wrongInRequest } from './contract.mjs';
import { UNKNOWN, eachAtOnce, routes, startApp } from './support.mjs';

/** The longest that an answer may take, in milliseconds. */
const SLOW = 2000;
/** How often what took longer is asked again, to tell what is slow from a machine that is busy. */
const TRIES = 5;
/** How often what got lost between the sender and the local runtime is sent again. */
const PATIENCE = 40;
/** One in how many attacks is made. */
const THIN = Number(process.env.SIEGE ?? 5);
/** How many attacks go on at once. */
const WIDTH = 6;
const SQL = "Robert'); DROP TABLE record; -- \" OR 1=1";
const HTML = '<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}';
const LONG = 'x'.repeat(20_000);
const DEEP = Array.from({ length: 300 }).reduce((inner) => ({ a: inner }), 1);
/** What takes the place of a member of a body. */
const VALUES = [null, true, 0, -1, 1.5, 1e308, 2 ** 53 + 2, '', '   ', 'a\u0000b', '\u202e\ufeff\u0007', SQL, HTML, LONG, UNKNOWN, '2026-02-30T25:00:00Z', [], [null], [[]], {}, { a: 1 }, { type: 'user', id: UNKNOWN }, DEEP];
/** What takes the place of a query parameter. */
const WORDS = ['', ' ', '%00', '%ff%fe', '-1', '0', '1e308', '99999999999999999999', 'NaN', 'null', 'true', encodeURIComponent(SQL), encodeURIComponent(HTML), UNKNOWN, 'a,b,,', '*', '%F0%9F%92%A3', LONG.slice(0, 4000)];
/** What takes the place of an id. */
const IDS = ['x', '0', '-', '%00', '%ff', '%2e%2e%2f%2e%2e', encodeURIComponent(SQL), encodeURIComponent(HTML), UNKNOWN, `${UNKNOWN}0`, UNKNOWN.replaceAll('-', ''), `{${UNKNOWN}}`, 'x'.repeat(3000)];
/** Bodies that no route reads as JSON. */
const UNREADABLE = {
  'broken UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'cut off': '{"name":', 'too deep': '['.repeat(100_000), 'deep objects': '{"a":'.repeat(100_000), 'not a number': '{"a":NaN}', 'too large a number': '{"a":1e999}',
  'a lone surrogate': '{"a":"\\ud800"}', 'two bodies': '{}{}', 'a byte order mark': '\ufeff{}', text: 'hello', zeros: Buffer.alloc(1000),
};
/** Bodies that are JSON, and no object. */
const NO_OBJECT = ['[]', '"x"', '0', 'null', 'true', `[${'{},'.repeat(1000)}{}]`];
/** What stands in the headers of somebody who is nobody. */
const NOBODY = ['', 'Bearer', 'Bearer ', 'Bearer x', 'Basic bHI6eA==', 'bearer lr_', `Bearer lr_${'x'.repeat(5000)}`, 'Bearer eyJ.eyJ.eyJ', `Bearer eyJ${'A'.repeat(8000)}`, 'Bearer lr_\u00e4\u00f6', `Bearer lr_x' OR '1'='1`, 'Negotiate x, Bearer y'];
/** Headers that change nothing for whoever sends nonsense along with them. */
const TRICKS = [
  { 'x-http-method-override': 'DELETE' }, { 'x-method-override': 'PUT' }, { 'if-match': '"nonsense"' }, { 'if-match': '*' }, { 'if-match': `"${'9'.repeat(400)}"` }, { 'if-none-match': '\u00ff, "x' }, { accept: 'text/html' }, { 'content-encoding': 'gzip' },
  { 'idempotency-key': 'x'.repeat(5000) }, { cookie: `leadroom=${'x'.repeat(4000)}; __Host-leadroom=;;==` }, { 'x-forwarded-for': "'; DROP TABLE user; --" }, { origin: '\u00e4' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }, { 'x-original-url': '/v1/users', 'x-rewrite-url': '/v1/users' },
  { 'cf-access-jwt-assertion': 'eyJ.eyJ.eyJ' }, { 'x-seat': '["x"]' }, { range: 'bytes=0-0' }, { 'x-d1-bookmark': SQL }, { expect: undefined, te: 'trailers' },
];
/** What writes also when it says no: a wrong code is counted, a delivery that cannot be read is kept, a ticket is used up. */
const WRITES_ON_REFUSAL = ['POST /v1/auth/sessions', 'POST /v1/capture/{key}', 'GET /v1/capture/{key}'];

/** What a webhook was to be sent. */
const PAYLOAD = JSON.stringify({ type: 'lead.created', timestamp: '2026-01-01T00:00:00.000Z', data: { record_id: UNKNOWN, kind: 'lead', seq: 1, changed: [] } });

let app, owner, ann, bob, stranger, known, strange, capture, held;
const operations = Object.entries(document.paths).flatMap(([template, item]) =>
  Object.entries(item).map(([method, operation]) => ({ ...operation, template, method: method.toUpperCase(), name: `${method.toUpperCase()} ${template}`, at: pointer('paths', template, method) })),
);
const attacked = new Set();

before(async () => {
  app = await startApp();
  owner = await app.organization('Bent');
  stranger = await app.organization('Strange');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  known = await fixtures(owner, ann, bob);
  strange = await fixtures(stranger, await app.person(stranger, 'Sam Strange'), await app.person(stranger, 'Sue Strange'));
  const source = (await owner.post('/v1/sources', { name: 'Bent capture', provider: 'form' })).expect(201).body;
  capture = new URL(source.capture_url).pathname.split('/').at(-1);
  held = await holdings(stranger);
});
after(() => app?.stop());

/** Everything in an organisation that has a version. */
function holdings({ org }) {
  const tables = ['record', 'user', 'team', 'role', 'book_share', 'source', 'note', 'task', 'rule', 'webhook'];
  const all = tables.map((table) => `SELECT '${table}' AS noun, id, version FROM "${table}" WHERE org_id = ?1`);
  return app.sql(`SELECT 'organization' AS noun, id, version FROM organization WHERE id = ?1 UNION ALL ${all.join(' UNION ALL ')} ORDER BY noun, id`, org);
}

/** One of each noun, by the collection that it is in. What is not made here is made from the document's example. */
async function fixtures(owner, ann, bob) {
  const made = async (answer) => (await answer).expect(200, 201).body;
  const team = await app.team(owner, 'Bent team', [ann]);
  const ids = { user: bob.id, team: team.id };
  const lead = await owner.lead('Bent lead', { email: 'bent@example.com' });
  const at = `/v1/leads/${lead.id}`;
  const all = {
    users: bob.id, api_keys: ann.keyId, teams: team.id, leads: lead.id,
    contacts: (await owner.record('contacts', { name: 'Bent contact' })).id,
    deals: (await owner.record('deals', { name: 'Bent deal' })).id,
    roles: (await made(owner.post('/v1/roles', { name: 'Bent role', capabilities: [], record_permissions: ['read'] }))).id,
    notes: (await made(owner.post(`${at}/notes`, { body: 'Bent note' }))).id,
    tasks: (await made(owner.post(`${at}/tasks`, { title: 'Bent task' }))).id,
    communications: (await made(owner.post(`${at}/communications`, { channel: 'call', direction: 'in', summary: 'Bent call' }))).id,
    shares: (await made(owner.post(`${at}/shares`, { with: { type: 'user', id: ann.id }, permissions: ['read'] }))).id,
    book_shares: (await made(owner.post('/v1/book_shares', { with: { type: 'user', id: ann.id }, kinds: ['lead'], permissions: ['read'] }))).id,
    collaboration_requests: (await made(bob.post(`${at}/collaboration_requests`, {}))).id,
  };
  const source = await made(owner.post('/v1/sources', { name: 'Bent source', provider: 'form' }));
  ids.source = source.id;
  const delivery = await made(app.send('POST', new URL(source.capture_url).pathname, { body: { message: 'x' } }));
  // What only the consumer makes is put beside it.
  const [sent, dead] = ['a', 'b'].map((end) => `0193b0c0-0000-7000-8000-${owner.id.slice(-11)}${end}`);
  all.webhooks = (await made(owner.post('/v1/webhooks', { url: 'https://hooks.example.com/bent', events: ['lead.created'] }))).id;
  await app.withDatabase((database) => {
    database.prepare("INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, status, due_at, created_at) VALUES (?, ?, ?, 'lead.created', ?, 'failed', 1, 1)").run(sent, owner.org, all.webhooks, PAYLOAD);
    database.prepare('INSERT OR REPLACE INTO unsubscribe (token, user_id) VALUES (?, ?)').run(`bent${owner.id.slice(-8)}`, bob.id);
    database.prepare("INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at) VALUES (?, ?, ?, 'unreadable', 'x', 1, 1)").run(dead, owner.org, `["${owner.id}"]`);
  });
  all.rules = (await made(owner.post('/v1/rules', { name: 'Bent rule', on: 'created', when: { tag: 'none' }, then: [{ type: 'add_tags', tags: ['x'] }] }))).id;
  Object.assign(all, { unsubscribe: `bent${owner.id.slice(-8)}`, sources: source.id, deliveries: delivery.delivery_id, webhook_deliveries: sent, dead_letters: dead });
  all.jobs = (await owner.post('/v1/leads/bulk', { select: { ids: [lead.id] }, action: { type: 'add_tags', tags: ['x'] }, dry_run: true })).expect(202).body.id;
  const missing = operations.flatMap(({ template }) => [...template.matchAll(/\/v1\/(\w+)\/\{id\}/g)].map(([, noun]) => noun)).filter((noun) => !(noun in all));
  for (const noun of new Set(missing)) {
    const creates = operations.find(({ name }) => name === `POST /v1/${noun}`);
    assert.ok(creates, `no POST /v1/${noun} makes one: say in \`fixtures\` how one is made`);
    all[noun] = (await made(owner.post(`/v1/${noun}`, withIds(example(creates), ids)))).id;
  }
  return { ids, all };
}

const example = (operation) => structuredClone(operation.requestBody?.content['application/json']?.example ?? {});

/** An example with ids that there are. */
function withIds(value, ids, name = '') {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids, name));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner, ids, key === 'id' && value.type ? value.type : key)]));
  if (typeof value !== 'string' || !/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value)) return value;
  return /team/.test(name) ? ids.team : /source/.test(name) ? ids.source : ids.user;
}

/** The path of an operation, with `id` in the place of the `index`th of what it names. */
function pathOf({ template }, { all, ids }, index = -1, id = '') {
  let count = -1;
  return template.replaceAll(/\/(\w+)\/\{(\w+)\}/g, (_, noun, name) => {
    count += 1;
    if (count === index) return `/${noun}/${id}`;
    const right = name === 'key' ? capture : name === 'user_id' ? ids.user : all[noun];
    assert.ok(right, `${template}: there is no ${noun}`);
    return `/${noun}/${right}`;
  });
}

const named = ({ template }) => [...template.matchAll(/\{\w+\}/g)].length;
const reads = ({ method }) => method === 'GET';
/** Whether it answers with a page for people. */
const answersPage = ({ responses }) => Object.values(responses).some(({ content }) => content?.['text/html']);
/** A body that every operation refuses which reads its body. */
const NONSENSE = { nonsense: 1 };
/** What the document says of an operation's JSON body. */
const bodyAt = ({ at }) => `${at}${pointer('requestBody', 'content', 'application/json', 'schema')}`;
/** Whether the document says that this body is refused. */
const refuses = (operation, body) => Boolean(operation.requestBody?.content['application/json']) && wrongInRequest(bodyAt(operation), body) !== undefined;

/** Who is asked. */
function keyFor({ security }) {
  const schemes = security.flatMap(Object.keys);
  return schemes.includes('setup_token') ? 'dev-setup-token' : schemes.includes('api_key') ? owner.key : undefined;
}

const failures = [];

/** Sends one attack, and holds its answer against everything that holds for all of them. */
async function attack(operation, what, target, options = {}, check = () => {}) {
  attacked.add(operation.name);
  const told = `${operation.name} ${what}`;
  const page = answersPage(operation);
  const send = () => insistently(async () => {
    const started = performance.now();
    const answer = await app.send(operation.method, target, { key: keyFor(operation), page, ...options });
    if (page && answer.status >= 400) answer.checkConventions(operation.method);
    return [answer, performance.now() - started];
  });
  try {
    let [answer, milliseconds] = await send();
    // What was slow because the machine was busy is not slow each time.
    for (let attempt = 1; milliseconds > SLOW && attempt < TRIES; attempt += 1) [answer, milliseconds] = await send();
    assert.ok(milliseconds <= SLOW, `${told} took ${Math.round(milliseconds)} ms the ${TRIES}th time, too: ${answer}`);
    assert.ok(answer.status < 500, String(answer));
    if (answer.status >= 400 && !WRITES_ON_REFUSAL.includes(operation.name)) assert.equal(answer.cost.rowsWritten, 0, `nothing is written: ${answer}`);
    if (!isOpen(operation)) assert.doesNotMatch(answer.text, /strange/i, 'nothing of the other organisation is told');
    await check(answer);
  } catch (error) {
    failures.push(`${told}: ${error.message.slice(0, 600)}`);
  }
}

/** Who answers before all was sent may close the connection, and the sender, or the local runtime in between, then sees that first: it asks again. */
async function insistently(ask) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === PATIENCE || !(error instanceof TypeError || error.message.includes('→ 500 Error: Network connection lost.'))) throw error;
    }
  }
}

/** Has `work` attack every operation; each attack is `[what, target, options, check]`. */
async function siege(work, width = WIDTH) {
  const attacks = operations.flatMap((operation) => work(operation).map((one) => [operation, ...one]));
  assert.ok(attacks.length > 0);
  await eachAtOnce(attacks, width, ([operation, ...one]) => attack(operation, ...one));
  const wrong = failures.splice(0);
  assert.ok(wrong.length === 0, `${wrong.length} of ${attacks.length} attacks:\n${wrong.join('\n')}`);
}

/**
 * Every so many of the attacks on a route, other ones on each, so that together they are all there; `SIEGE=1` has all of them on all. Records
 * of three kinds are one code: a kind beside leads has fewer.
 */
function thinned(operation, attacks) {
  const step = THIN > 1 && /^\/v1\/(contacts|deals)/.test(operation.template) ? 7 * THIN : THIN;
  const start = operations.indexOf(operation);
  return attacks.filter((_, index) => (index + start) % Math.min(step, attacks.length) === 0);
}
/** A body that is sent in pieces of this size: nobody announces how long it is. */
function pieces(bytes, size) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, (at += size)));
      if (at >= bytes.length) controller.close();
    },
  });
}

const refusal = (...statuses) => (answer) => answer.expect(...statuses);
const isJson = ({ requestBody }) => Object.keys(requestBody?.content ?? {}).join() === 'application/json';
/** Whether knowing what its address names is all that it takes. */
const isOpen = ({ template }) => /\{(key|token)\}/.test(template);

test('every_example_of_the_document_is_as_its_schema_says', () => {
  const wrong = [];
  const look = (what, at, value) => {
    const found = value === undefined ? undefined : wrongInRequest(at, value);
    if (found !== undefined) wrong.push(`${what}: ${found}`);
  };
  for (const { name, at, parameters, requestBody, responses } of operations) {
    for (const [index, { name: parameter, example }] of parameters.entries()) look(`${name} ${parameter}`, `${at}${pointer('parameters', index, 'schema')}`, example);
    for (const [media, { example }] of Object.entries(requestBody?.content ?? {})) look(`${name} as ${media}`, `${at}${pointer('requestBody', 'content', media, 'schema')}`, example);
    for (const [status, { content }] of Object.entries(responses)) {
      for (const [media, { example }] of Object.entries(content ?? {})) look(`${name} ${status}`, `${at}${pointer('responses', status, 'content', media, 'schema')}`, example);
    }
  }
  for (const [code, { value }] of Object.entries(document.components.examples)) look(code, pointer('components', 'schemas', 'Problem'), value);
  assert.deepEqual(wrong, []);
});

test('every_example_of_a_body_is_read_as_it_stands', async () => {
  const other = await app.organization('Straight');
  const own = await fixtures(other, await app.person(other, 'Amy Able'), await app.person(other, 'Ben Best'));
  const refused = [];
  for (const operation of operations.filter((one) => isJson(one) && !isOpen(one))) {
    const key = keyFor(operation) === owner.key ? other.key : keyFor(operation);
    const answer = await app.send(operation.method, pathOf(operation, own), { key, body: withIds(example(operation), own.ids) });
    // What stands in the way of some are those before it.
    if ([400, 404, 415, 422].includes(answer.status)) refused.push(String(answer));
  }
  assert.deepEqual(refused, []);
});

test('a_path_that_names_something_else_leads_nowhere', async () => {
  await siege((operation) => {
    const attacks = [];
    for (let index = 0; index < named(operation); index += 1) {
      const last = index === named(operation) - 1;
      const foreign = pathOf(operation, strange).split('/').filter((_, place) => operation.template.split('/')[place]?.startsWith('{'))[index];
      const ids = isOpen(operation) ? IDS : [...IDS, foreign];
      for (const id of ids) {
        // Of a person the document says more than an id.
        const statuses = isOpen(operation) ? [400, 401, 404, 405, 415, 422] : [404, 405, 422];
        const body = reads(operation) || operation.method === 'DELETE' ? {} : { body: withIds(example(operation), known.ids) };
        // Who is on no team is taken off it, whoever that is.
        if (operation.name === 'DELETE /v1/teams/{id}/members/{user_id}' && last) statuses.push(204);
        attacks.push([`${last ? 'last' : 'first'} id ${id.slice(0, 50)}`, pathOf(operation, known, index, id), body, refusal(...statuses, 414, 426)]);
      }
    }
    return thinned(operation, attacks);
  });
});

test('a_query_of_anything_is_read_or_refused', async () => {
  const cursor = (await owner.get('/v1/leads?limit=1')).body.next_cursor ?? 'WyJsZWFkcyIsMV0';
  const strangers = (await owner.get('/v1/users?limit=1')).expect(200).body.next_cursor;
  await siege((operation) => {
    const target = pathOf(operation, known);
    const attacks = [];
    const body = reads(operation) || operation.method === 'DELETE' ? {} : { body: NONSENSE };
    // What deletes would do it.
    const parameters = operation.parameters.filter((parameter) => parameter.in === 'query' && operation.method !== 'DELETE');
    for (const { name } of parameters) {
      for (const word of WORDS) attacks.push([`?${name}=${word.slice(0, 40)}`, `${target}?${name}=${word}`, body]);
      if (name === 'cursor') for (const from of [cursor, strangers, `${strangers}x`, 'W10', 'eyJhIjoxfQ', '%5B%5D']) attacks.push([`?cursor=${from}`, `${target}?cursor=${from}`, body]);
      attacks.push([`?${name} twice`, `${target}?${name}=a&${name}=b`, body]);
    }
    if (!isOpen(operation) && operation.name !== 'GET /healthz') {
      for (const query of ['nonsense=1', '%00=1', `${encodeURIComponent(SQL)}=1`, 'limit[]=1', '__proto__=1', LONG.slice(0, 5000)]) attacks.push([`?${query.slice(0, 40)}`, `${target}?${query}`, body, refusal(400, 404, 422, 426)]);
    }
    return thinned(operation, attacks);
  });
});

test('a_body_that_is_no_json_object_is_refused', async () => {
  const type = 'application/json';
  await siege((operation) => {
    if (!isJson(operation) || isOpen(operation)) return [];
    const target = pathOf(operation, known);
    return thinned(operation, [
      ...Object.entries(UNREADABLE).map(([what, raw]) => [what, target, { raw, type }, refusal(400)]),
      ...NO_OBJECT.map((raw) => [raw.slice(0, 20), target, { raw, type }, refusal(422)]),
      ...['text/plain', 'text/html', 'multipart/form-data', 'application/x-www-form-urlencoded', '\u00e4', '/', 'application/json2'].map((other) => [`as ${other}`, target, { raw: '{}', type: other }, refusal(415)]),
      ['in pieces', target, { get raw() { return pieces(Buffer.from(JSON.stringify(NONSENSE)), 1); }, type, duplex: 'half' }, refusal(422)],
      ['nothing, as JSON', target, { raw: '', type }, (answer) => assert.ok(answer.status < 500)],
    ]);
  });
});

test('ten_megabytes_are_refused_announced_or_in_pieces', async () => {
  const large = Buffer.alloc(10 * 1024 * 1024, 'x');
  // A file of many rows may be larger.
  const taken = operations.filter((operation) => !reads(operation) && !operation.template.includes('/imports')).filter((_, index) => index % THIN === 0);
  await siege((operation) => {
    if (!taken.includes(operation)) return [];
    const target = pathOf(operation, known);
    const type = Object.keys(operation.requestBody?.content ?? { 'application/octet-stream': {} })[0];
    return [
      ['announced', target, { raw: large, type }, refusal(413)],
      ['in pieces', target, { get raw() { return pieces(large, 65_536); }, type, duplex: 'half' }, refusal(413)],
    ];
  }, 1);
});

test('whoever_is_nobody_is_refused_whatever_they_send_instead', async () => {
  await siege((operation) => {
    const key = keyFor(operation);
    if (key === undefined || key === 'dev-setup-token') return [];
    const body = reads(operation) || operation.method === 'DELETE' ? {} : { body: withIds(example(operation), known.ids) };
    const target = pathOf(operation, known);
    return thinned(operation, NOBODY.map((authorization) => [`Authorization: ${authorization.slice(0, 30)}`, target, { ...body, key: undefined, headers: { authorization } }, refusal(401)]));
  });
});

test('tricks_in_headers_open_nothing', async () => {
  await siege((operation) => {
    if (isOpen(operation) || operation.method === 'DELETE') return [];
    const body = reads(operation) ? {} : { body: NONSENSE };
    const target = pathOf(operation, known);
    return thinned(operation, TRICKS.map((headers) => [JSON.stringify(headers).slice(0, 60), target, { ...body, headers: JSON.parse(JSON.stringify(headers)) }, (answer) => {
      if (refuses(operation, NONSENSE)) assert.ok(answer.status >= 400, String(answer));
    }]));
  });
});

/** What the document says at `schema`: references followed, alternatives merged. */
function plain(schema) {
  if (schema?.$ref) return plain(schema.$ref.slice(2).split('/').reduce((here, part) => here[part], document));
  const parts = [...(schema?.allOf ?? []), ...(schema?.anyOf ?? []), ...(schema?.oneOf ?? [])].map(plain);
  return parts.reduce((sum, part) => ({ ...part, ...sum, properties: { ...part.properties, ...sum.properties } }), { ...schema });
}

/** The places of all members of a body, down to the third level. */
function places(schema, depth = 0) {
  const { properties = {} } = plain(schema);
  return Object.entries(properties).flatMap(([name, inner]) => [[name], ...(depth < 2 ? places(inner, depth + 1).map((rest) => [name, ...rest]) : [])]);
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
function put(body, [name, ...rest], value) {
  return { ...body, [name]: rest.length ? put(isObject(body[name]) ? body[name] : {}, rest, value) : value };
}
function without(body, [name, ...rest]) {
  const { [name]: gone, ...others } = body;
  return rest.length && isObject(gone) ? { ...others, [name]: without(gone, rest) } : others;
}

test('every_member_of_every_body_is_of_its_type_or_refused_and_text_comes_back_as_it_was_written', async () => {
  await siege((operation) => {
    if (!isJson(operation) || isOpen(operation)) return [];
    const target = pathOf(operation, known);
    const schema = operation.requestBody.content['application/json'].schema;
    const base = withIds(example(operation), known.ids);
    const attacks = [];
    const add = (what, body) => {
      const wrong = wrongInRequest(bodyAt(operation), body);
      attacks.push([what, target, { body }, (answer) => {
        if (wrong !== undefined) assert.ok(answer.status >= 400, `${JSON.stringify(body).slice(0, 300)} ${wrong}: ${answer}`);
        if (answer.status < 300 && isObject(answer.body)) {
          for (const [name, value] of Object.entries(body)) {
            if ([SQL, HTML].includes(value) && typeof answer.body[name] === 'string') assert.equal(answer.body[name], value, `${name} comes back as it was written`);
          }
        }
      }]);
    };
    for (const place of places(schema)) {
      for (const value of [...VALUES, strange.ids.user, strange.ids.team, strange.all.leads]) add(`${place.join('.')}: ${JSON.stringify(value).slice(0, 40)}`, put(base, place, value));
      add(`without ${place.join('.')}`, without(base, place));
      add(`${place.join('.')}.nonsense`, put(base, [...place, 'nonsense'], 1));
    }
    for (const name of ['nonsense', 'id', 'org_id', 'version', '__proto__', 'constructor', SQL, HTML, '', 'a.b', '\u0000']) add(`with ${name.slice(0, 20)}`, JSON.parse(`{${JSON.stringify(name)}:1,${JSON.stringify(base).slice(1)}`.replace(/,\}$/, '}')));
    return thinned(operation, attacks);
  });
});

test('every_route_was_attacked_and_what_was_there_before_is_there_still', async () => {
  const unattacked = operations.map(({ name }) => name).filter((name) => !attacked.has(name));
  assert.deepEqual(unattacked, []);
  const kinds = ['leads', 'contacts', 'deals'];
  const table = routes().flatMap(({ method, path }) => (path.includes('/R') ? kinds.map((kind) => `${method} ${path.replace('/R', `/${kind}`)}`) : [`${method} ${path}`]));
  assert.deepEqual(table.filter((name) => !attacked.has(name)), [], 'every route of the Worker is in the document');
  assert.equal((await stranger.get('/v1/me')).expect(200).body.user.id, stranger.id);
  assert.deepEqual(await holdings(stranger), held, 'the other organisation has what it had');
  assert.deepEqual(await app.sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('record', 'user', 'event') ORDER BY name"), [{ name: 'event' }, { name: 'record' }, { name: 'user' }]);
  const causes = app.worker.logs().filter((line) => /"cause":"|panicked/.test(line));
  assert.deepEqual(causes.slice(0, 5), []);
});
