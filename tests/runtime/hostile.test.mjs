// Wrong input, to every route that writes: a clear 4xx that names what is wrong, nothing written, never a 5xx.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KINDS, UNKNOWN, routes, startApp, until } from './support.mjs';

let app, owner, ann, bob, lead, team, role, share, book, request, source, delivery, note, task, rule, webhook, job;
/** The ids of a webhook's delivery, and of a message that could not be worked on. */
const [SENT, DEAD] = ['0193b0c0-0000-7000-8000-00000000abcd', '0193b0c0-0000-7000-8000-00000000dcba'];
before(async () => {
  app = await startApp();
  owner = await app.organization('Besieged');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  lead = await owner.lead('Besieged lead', { phone: '+49 30 1234567', fields: { size: 1 } });
  team = await app.team(owner, 'Besieged team', [ann]);
  share = (await owner.post(`/v1/leads/${lead.id}/shares`, { with: { type: 'user', id: ann.id }, permissions: ['read'] })).expect(201).body;
  request = (await bob.post(`/v1/leads/${lead.id}/collaboration_requests`, {})).expect(201).body;
  role = (await owner.post('/v1/roles', { name: 'Besieged role', capabilities: ['create'], record_permissions: ['read'] })).expect(201).body;
  book = (await ann.post('/v1/book_shares', { with: { type: 'user', id: bob.id }, kinds: ['lead'], permissions: ['read'] })).expect(201).body;
  note = (await owner.post(`/v1/leads/${lead.id}/notes`, { body: 'Besieged note' })).expect(201).body;
  task = (await owner.post(`/v1/leads/${lead.id}/tasks`, { title: 'Besieged task' })).expect(201).body;
  rule = (await owner.post('/v1/rules', { ...RULE, name: 'Besieged rule' })).expect(201).body;
  webhook = (await owner.post('/v1/webhooks', { url: 'https://hooks.example.com/in', events: ['job.finished'] })).expect(201).body;
  await app.withDatabase((database) => {
    database.prepare("INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, status, due_at, created_at) VALUES (?, ?, ?, 'job.finished', '{}', 'failed', 1, 1)").run(SENT, owner.org, webhook.id);
    database.prepare("INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at) VALUES (?, ?, '[]', 'unreadable', 'x', 1, 1)").run(DEAD, owner.org);
  });
  job = (await owner.post('/v1/leads/bulk', { ...BULK, select: { ids: [lead.id] } })).expect(202).body;
  await until(async () => (await app.sql('SELECT count(*) AS n FROM job WHERE told_at IS NOT NULL'))[0].n === 1, 'the job is over');
  source = (await owner.post('/v1/sources', { name: 'Besieged source', provider: 'form' })).expect(201).body;
  delivery = (await app.send('POST', new URL(source.capture_url).pathname, { body: { message: 'x' } })).expect(200).body.delivery_id;
});
after(() => app?.stop());

const DEEP = 100_000;
const LONG = 'x'.repeat(100_000);
const WRONG = {
  number: 7, huge: 1e308, fraction: 1.5, yes: true, list: ['a'], object: { a: 1 }, empty: '', blank: '  ', nul: 'a\u0000b', escape: '\u001b[2J', long: LONG,
  id: UNKNOWN, word: 'nonsense', none: null,
};
/** All of the wrong values but those that this field may have. */
const wrong = (...fine) => Object.entries(WRONG).filter(([name]) => !fine.includes(name)).map(([, value]) => value);
const TEXT_OR_NULL = wrong('empty', 'blank', 'word', 'none', 'id');
const NAME = wrong('word', 'id');
/** Any of these for a field that must be one of some words, and may be absent. */
const CHOICE = wrong('none');

/** What a source is made of, beside its name and its provider. */
const SOURCE = {
  field_map: wrong('none'), defaults: wrong('none'), 'defaults.status': wrong('none', 'empty', 'blank'), 'defaults.kind': CHOICE, 'defaults.source': TEXT_OR_NULL, 'defaults.tags': wrong('list', 'none'),
  owner: wrong('none'), 'owner.user_id': wrong(), on_duplicate: CHOICE, allowed_origins: wrong('none'),
  'owner.round_robin_team_id': wrong('none'), collaborators: wrong('none'), turnstile_secret: TEXT_OR_NULL, verify_token: TEXT_OR_NULL, readback: wrong('none'),
  'readback.base_url': wrong('none', 'empty', 'blank'), 'readback.access_token': TEXT_OR_NULL,
  // A form has none.
  secret: wrong('none'),
};

const RULE = { name: 'X', on: 'created', when: { tag: 'none' }, then: [{ type: 'add_tags', tags: ['x'] }] };
/** What a rule is made of, beside its name and its actions. */
const RULES = {
  on: wrong(), when: wrong('none'), 'when.kind': CHOICE, 'when.source': TEXT_OR_NULL, 'when.status': wrong('none', 'empty', 'blank'), 'when.tag': TEXT_OR_NULL, 'when.source_id': wrong('none'),
  enabled: wrong('yes', 'none'), position: wrong('number', 'none'),
};
const BULK = { select: { ids: [UNKNOWN] }, action: { type: 'add_tags', tags: ['x'] }, dry_run: true };
const HOOK = { url: wrong(), events: wrong(), enabled: wrong('yes') };

/**
 * Every route that takes a body: who is asked, a body that would do, and for each field the values that it must refuse.
 * A route without its line makes the first test fail.
 */
const BODIES = {
  'POST /v1/setup': { fine: { organization: { name: 'X' }, owner: { name: 'X', email: 'x@example.com' } }, fields: { organization: wrong(), owner: wrong(), 'organization.name': NAME, 'owner.name': NAME, 'owner.email': wrong() } },
  'POST /v1/auth/codes': { fine: { email: 'x@example.com' }, fields: { email: wrong(), organization_id: wrong('id', 'none') } },
  'POST /v1/auth/sessions': { fine: { email: 'x@example.com', code: '000000' }, fields: { email: wrong(), code: NAME, organization_id: wrong('id', 'none') } },
  'PATCH /v1/organization': {
    fine: { name: 'Besieged' },
    fields: {
      name: NAME, settings: wrong('object', 'none'), 'settings.pool': CHOICE, 'settings.collaborator_policy': CHOICE, 'settings.multiple_assignment': wrong('yes', 'none'),
      'settings.reveal_existence': wrong('yes', 'none'), 'settings.request_ttl_days': wrong('number', 'none'), 'settings.request_cooldown_hours': wrong('number', 'none'),
      'settings.allowed_origins': wrong('none', 'list'), 'settings.transfer': wrong('object', 'none'), 'settings.transfer.keep_previous_owner': CHOICE,
      'settings.transfer.keep_collaborators': wrong('yes', 'none'), 'settings.statuses': wrong('object', 'none'), 'settings.statuses.lead': wrong('list', 'none'),
    },
  },
  'POST /v1/roles': { fine: { name: 'X', capabilities: [], record_permissions: ['read'] }, fields: { name: NAME, capabilities: wrong(), record_permissions: wrong() } },
  'PATCH /v1/roles/{id}': { path: () => `/v1/roles/${role.id}`, fine: {}, fields: { name: NAME, capabilities: wrong(), record_permissions: wrong() } },
  'POST /v1/users': { fine: { name: 'X', email: 'new@example.com', role: 'agent' }, fields: { name: NAME, email: wrong(), role: wrong(), team_ids: wrong('none') } },
  'PATCH /v1/users/{id}': { path: () => `/v1/users/${bob.id}`, fine: { name: 'Bob Best' }, fields: { name: NAME, role: wrong(), active: wrong('yes') } },
  'POST /v1/users/{id}/api_keys': { path: () => `/v1/users/${bob.id}/api_keys`, fine: { name: 'X' }, fields: { name: NAME, expires_at: wrong('none') } },
  'POST /v1/teams': { fine: { name: 'X' }, fields: { name: NAME } },
  'PATCH /v1/teams/{id}': { path: () => `/v1/teams/${team.id}`, fine: { name: 'Besieged team' }, fields: { name: NAME } },
  'PUT /v1/teams/{id}/members/{user_id}': { path: () => `/v1/teams/${team.id}/members/${ann.id}`, fine: {}, fields: {} },
  'POST /v1/R': {
    fine: { name: 'X' },
    fields: {
      name: TEXT_OR_NULL, company: TEXT_OR_NULL, title: TEXT_OR_NULL, email: wrong('empty', 'blank', 'none'), phone: TEXT_OR_NULL, website: TEXT_OR_NULL, source: TEXT_OR_NULL, status: wrong('none', 'empty', 'blank'),
      amount: wrong('number', 'none'), currency: wrong('none'), tags: wrong('list', 'none'), fields: wrong('object', 'none'), owner_id: wrong('none'),
    },
  },
  'POST /v1/R/bulk': {
    fine: BULK,
    fields: {
      select: wrong(), 'select.ids': wrong(), action: wrong(), 'action.type': wrong(), 'action.tags': wrong('list'), 'action.owner_id': wrong(), notify: CHOICE, dry_run: wrong('yes', 'none'),
    },
  },
  'POST /v1/jobs/{id}/cancel': { path: () => `/v1/jobs/${job.id}/cancel`, fine: {}, fields: {} },
  'POST /v1/jobs/{id}/undo': { path: () => `/v1/jobs/${job.id}/undo`, fine: {}, fields: {} },
  'PATCH /v1/R/{id}': {
    fine: { name: 'Besieged lead' },
    fields: {
      name: TEXT_OR_NULL, company: TEXT_OR_NULL, title: TEXT_OR_NULL, email: wrong('empty', 'blank', 'none'), phone: TEXT_OR_NULL, website: TEXT_OR_NULL, source: TEXT_OR_NULL, status: wrong(),
      amount: wrong('number', 'none'), currency: wrong('none'), tags: wrong('list', 'none'), fields: wrong('object', 'none'),
    },
  },
  'POST /v1/R/{id}/restore': { fine: {}, fields: {} },
  'POST /v1/R/{id}/assign': {
    fine: { owner_id: UNKNOWN },
    fields: { owner_id: wrong('none'), note: TEXT_OR_NULL, keep_previous_owner: CHOICE, keep_collaborators: wrong('yes', 'none'), move_open_tasks: wrong('yes', 'none') },
  },
  'POST /v1/R/{id}/claim': { fine: {}, fields: {} },
  'POST /v1/leads/{id}/convert': {
    fine: {},
    fields: {
      deal: wrong('none'), 'deal.name': TEXT_OR_NULL, 'deal.email': wrong('empty', 'blank', 'none'), 'deal.source': TEXT_OR_NULL, 'deal.status': wrong('none', 'empty', 'blank'), 'deal.amount': wrong('number', 'none'),
      'deal.currency': wrong('none'), 'deal.tags': wrong('list', 'none'), 'deal.fields': wrong('object', 'none'),
    },
  },
  'PUT /v1/R/{id}/collaborators/me': { fine: {}, fields: {} },
  'PUT /v1/R/{id}/collaborators/{user_id}': { path: (base) => `${base}/collaborators/${bob.id}`, fine: {}, fields: { level: CHOICE, notify: wrong('yes', 'none') } },
  'POST /v1/R/{id}/shares': {
    fine: { with: { type: 'everyone' }, permissions: ['read'] },
    fields: { with: wrong(), 'with.type': wrong(), 'with.id': wrong('none'), permissions: wrong(), expires_at: wrong('none'), reason: TEXT_OR_NULL },
  },
  'POST /v1/R/{id}/collaboration_requests': { as: () => ann, fine: {}, fields: { level: CHOICE, reason: TEXT_OR_NULL, until: wrong('none') } },
  'POST /v1/live_tickets': { fine: {}, fields: {} },
  'PUT /v1/R/{id}/watch': { fine: {}, fields: {} },
  'PUT /v1/R/{id}/mute': { fine: {}, fields: {} },
  'POST /v1/notifications/read': { fine: { ids: [UNKNOWN] }, fields: { ids: wrong('none'), all: wrong('yes', 'none') } },
  'PUT /v1/me/notification_preferences': { fine: {}, fields: { note_added: wrong('none'), 'note_added.in_app': wrong('yes', 'none'), 'note_added.email': CHOICE } },
  'POST /v1/R/{id}/notes': { fine: { body: 'X' }, fields: { body: NAME, mentions: wrong('none') } },
  'PATCH /v1/notes/{id}': { path: () => `/v1/notes/${note.id}`, fine: {}, fields: { body: NAME, mentions: wrong('none') } },
  'POST /v1/R/{id}/tasks': { fine: { title: 'X' }, fields: { title: NAME, assignee_id: wrong('none'), due_at: wrong('none'), add_collaborator: wrong('yes', 'none') } },
  'PATCH /v1/tasks/{id}': { path: () => `/v1/tasks/${task.id}`, fine: {}, fields: { title: NAME, status: wrong(), assignee_id: wrong('none'), due_at: wrong('none'), add_collaborator: wrong('yes', 'none') } },
  'POST /v1/R/{id}/communications': {
    fine: { channel: 'call', direction: 'in', summary: 'X' },
    fields: { channel: wrong(), direction: wrong(), summary: NAME, body: TEXT_OR_NULL, occurred_at: wrong('none'), duration_s: wrong('number', 'none') },
  },
  'PATCH /v1/shares/{id}': { path: () => `/v1/shares/${share.id}`, fine: {}, fields: { permissions: wrong(), expires_at: wrong('none'), reason: TEXT_OR_NULL } },
  'POST /v1/book_shares': {
    fine: { with: { type: 'everyone' }, kinds: ['lead'], permissions: ['read'] },
    fields: { with: wrong(), 'with.type': wrong(), 'with.id': wrong('none'), kinds: wrong('none'), permissions: wrong(), expires_at: wrong('none'), reason: TEXT_OR_NULL, owner_id: wrong('none') },
  },
  'PATCH /v1/book_shares/{id}': { path: () => `/v1/book_shares/${book.id}`, fine: {}, fields: { kinds: wrong(), permissions: wrong(), expires_at: wrong('none'), reason: TEXT_OR_NULL } },
  'POST /v1/sources': { fine: { name: 'X', provider: 'form' }, fields: { name: NAME, provider: CHOICE, ...SOURCE } },
  'PATCH /v1/sources/{id}': { path: () => `/v1/sources/${source.id}`, fine: {}, fields: { name: NAME, ...SOURCE } },
  'POST /v1/rules': { fine: RULE, fields: { name: NAME, then: wrong(), ...RULES } },
  'PATCH /v1/rules/{id}': { path: () => `/v1/rules/${rule.id}`, fine: {}, fields: { name: NAME, then: wrong(), ...RULES } },
  'POST /v1/webhooks': { fine: { url: 'https://hooks.example.com/besieged', events: ['*'] }, fields: HOOK },
  'PATCH /v1/webhooks/{id}': { path: () => `/v1/webhooks/${webhook.id}`, fine: {}, fields: HOOK },
  'POST /v1/webhooks/{id}/rotate_secret': { path: () => `/v1/webhooks/${webhook.id}/rotate_secret`, fine: {}, fields: {} },
  'POST /v1/webhook_deliveries/{id}/replay': { path: () => `/v1/webhook_deliveries/${SENT}/replay`, fine: {}, fields: {} },
  'POST /v1/dead_letters/{id}/replay': { path: () => `/v1/dead_letters/${DEAD}/replay`, fine: {}, fields: {} },
  'POST /v1/sources/{id}/rotate_key': { path: () => `/v1/sources/${source.id}/rotate_key`, fine: {}, fields: {} },
  'POST /v1/deliveries/{id}/replay': { path: () => `/v1/deliveries/${delivery}/replay`, fine: {}, fields: {} },
  'POST /v1/collaboration_requests/{id}/approve': { path: () => `/v1/collaboration_requests/${request.id}/approve`, fine: {}, fields: { level: CHOICE, until: wrong('none'), note: TEXT_OR_NULL } },
  'POST /v1/collaboration_requests/{id}/deny': { path: () => `/v1/collaboration_requests/${request.id}/deny`, fine: { note: 'no' }, fields: { note: NAME } },
  'POST /v1/collaboration_requests/{id}/cancel': { path: () => `/v1/collaboration_requests/${request.id}/cancel`, fine: {}, fields: {} },
};

/** The routes that take a body, as requests. What a form delivers, or would, is read by its provider, and tested by itself; a mail program's click is not read. */
function writing() {
  return routes()
    .filter(({ method, path, caller }) => ['POST', 'PATCH', 'PUT'].includes(method) && caller !== 'Source' && !['/v1/sources/{id}/test', '/v1/unsubscribe/{token}'].includes(path))
    .flatMap((route) => {
      const name = `${route.method} ${route.path}`;
      const known = BODIES[name];
      assert.ok(known, `${name} has its line in the table of this file`);
      const kinds = route.path.includes('/R') ? ['leads'] : [''];
      return kinds.map((kind) => {
        const pattern = route.path.replace('/R', `/${kind}`);
        const base = `/v1/leads/${lead.id}`;
        const path = known.path?.(base) ?? pattern.replace('/v1/leads/{id}', base);
        assert.ok(!path.includes('{'), `${name}: ${path}`);
        const key = route.caller === 'Installer' ? 'dev-setup-token' : (known.as?.() ?? owner).key;
        return { ...known, name, path, send: (options, to = path) => app.send(route.method, to, { key, ...options }) };
      });
    });
}

/** `body` with the field at `path` set to `value`. */
function withField(body, path, value) {
  const [first, ...rest] = path.split('.');
  return { ...body, [first]: rest.length ? withField(typeof body[first] === 'object' ? body[first] : {}, rest.join('.'), value) : value };
}

const told = (value) => JSON.stringify(value)?.slice(0, 60);

/** Runs `attack` for every route; nothing may have been written by any, and every refusal that failed is told. */
async function besiege(attack) {
  const before = await app.rowCounts();
  const versions = () => app.sql('SELECT id, version FROM record UNION ALL SELECT id, version FROM user UNION ALL SELECT id, version FROM team UNION ALL SELECT id, version FROM organization UNION ALL SELECT id, version FROM role UNION ALL SELECT id, version FROM book_share UNION ALL SELECT id, version FROM source UNION ALL SELECT id, version FROM note UNION ALL SELECT id, version FROM task UNION ALL SELECT id, version FROM rule UNION ALL SELECT id, version FROM webhook ORDER BY 1');
  const versionsBefore = await versions();
  const failures = [];
  const expectThat = async (what, check) => {
    try {
      await check();
    } catch (error) {
      failures.push(`${what}: ${error.message.slice(0, 500)}`);
    }
  };
  for (const route of writing()) await attack(route, expectThat);
  await expectThat('nothing was written', async () => assert.deepEqual(await app.rowCounts(), before));
  await expectThat('nothing was changed', async () => assert.deepEqual(await versions(), versionsBefore));
  assert.deepEqual(failures, []);
}

test('every_field_of_every_route_refuses_wrong_values_by_its_name', async () => {
  await besiege(async (route, expectThat) => {
    for (const [field, values] of Object.entries(route.fields)) {
      for (const value of values) {
        await expectThat(`${route.name} ${field}: ${told(value)}`, async () => {
          const answer = (await route.send({ body: withField(route.fine, field, value) })).refused(422);
          const named = (answer.body.errors ?? []).map((error) => error.field);
          assert.ok(named.some((name) => name === field || name.startsWith(`${field}.`)), `${field} is named: ${answer}`);
        });
      }
    }
  });
});

test('every_route_refuses_unknown_fields_by_their_names', async () => {
  await besiege(async (route, expectThat) => {
    for (const name of ['nonsense', 'id', '__proto__', 'constructor', "'; DROP TABLE record; --", '<script>', 'ä.ö']) {
      await expectThat(`${route.name} ${name}`, async () => {
        const raw = JSON.stringify(route.fine).replace(/\}$/, `${Object.keys(route.fine).length ? ',' : ''}${JSON.stringify(name)}:1}`);
        const answer = (await route.send({ raw, type: 'application/json' })).refused(422, 'validation_failed');
        assert.ok(answer.body.errors.some((error) => error.field === name && error.code === 'unknown_field'), String(answer));
      });
    }
  });
});

test('every_route_refuses_a_body_that_is_no_readable_json', async () => {
  const unreadable = {
    'cut off': '{"name": "x"', 'two values': '{} {}', 'single quotes': "{'name': 'x'}", 'not a number': '{"amount": NaN}', 'a number too large': '{"amount": 1e999}', 'a comment': '{} // x',
    'a lone surrogate': '{"name": "\\ud800"}', 'a raw control': '{"name": "a\nb"}', 'a byte order mark': '\ufeff{}', 'nested lists': '['.repeat(DEEP) + ']'.repeat(DEEP),
    'nested objects': '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP), blank: '   ', word: 'hello', 'broken UTF-8': Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    'overlong UTF-8': Buffer.from('{"name":"\xc0\xaf"}', 'latin1'), binary: Buffer.from([0, 1, 2, 3, 255]),
  };
  await besiege(async (route, expectThat) => {
    for (const [what, raw] of Object.entries(unreadable)) {
      await expectThat(`${route.name} ${what}`, async () => (await route.send({ raw, type: 'application/json' })).refused(400, 'malformed_json'));
    }
  });
});

test('every_route_refuses_a_body_that_is_no_object', async () => {
  await besiege(async (route, expectThat) => {
    for (const raw of ['[]', '"x"', '1', 'null', 'true', '[{}]']) {
      await expectThat(`${route.name} ${raw}`, async () => (await route.send({ raw, type: 'application/json' })).refused(422));
    }
  });
});

test('every_route_refuses_what_is_not_json_by_its_type', async () => {
  await besiege(async (route, expectThat) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream', 'text/html', 'application/jsonp', 'nonsense']) {
      await expectThat(`${route.name} ${type}`, async () => (await route.send({ raw: '{}', type })).refused(415, 'unsupported_media_type'));
    }
  });
});

test('every_route_refuses_two_megabytes_announced_or_not', async () => {
  const large = Buffer.from(`{"name":"${'x'.repeat(2_000_000)}"}`);
  const chunked = () =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 65_536) controller.enqueue(large.subarray(at, at + 65_536));
        controller.close();
      },
    });
  // Who answers before all was sent may close the connection, and the sender then sees that first: it asks again.
  const insistently = async (ask) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (attempt === 10 || !(error instanceof TypeError)) throw error;
      }
    }
  };
  await besiege(async (route, expectThat) => {
    const type = 'application/json';
    for (const [how, options] of [['announced', () => ({ raw: large, type })], ['in chunks', () => ({ raw: chunked(), type, duplex: 'half' })]]) {
      await expectThat(`${route.name} ${how}`, async () => (await insistently(() => route.send(options()))).refused(413, 'content_too_large'));
    }
  });
});

test('a_body_just_under_a_megabyte_is_read_and_one_in_chunks_too', async () => {
  const answer = await owner.send('POST', '/v1/leads', { raw: `{"name":"${'x'.repeat(1_000_000)}"}`, type: 'application/json' });
  answer.invalid('name');
  const bytes = Buffer.from('{"name": "In chunks, Ω"}');
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const made = (await owner.send('POST', '/v1/leads', { raw: stream, type: 'application/json', duplex: 'half' })).expect(201).body;
  assert.equal(made.name, 'In chunks, Ω');
});

test('an_empty_body_is_an_empty_object', async () => {
  await besiege(async (route, expectThat) => {
    // These are done by an empty body.
    if (['PUT /v1/R/{id}/watch', 'PUT /v1/R/{id}/mute', 'POST /v1/live_tickets', 'POST /v1/webhooks/{id}/rotate_secret', 'POST /v1/webhook_deliveries/{id}/replay', 'POST /v1/dead_letters/{id}/replay', 'POST /v1/R/{id}/claim', 'POST /v1/leads/{id}/convert', 'POST /v1/sources/{id}/rotate_key', 'PUT /v1/R/{id}/collaborators/me', 'PUT /v1/R/{id}/collaborators/{user_id}', 'POST /v1/R/{id}/collaboration_requests', 'POST /v1/collaboration_requests/{id}/approve'].includes(route.name)) return;
    await expectThat(`${route.name} empty`, async () => {
      const [bare, object] = [await route.send({}), await route.send({ body: {} })];
      assert.equal(bare.anonymous, object.anonymous);
      assert.equal(bare.status, object.status);
    });
  });
});

test('every_route_refuses_query_parameters_that_it_does_not_know', async () => {
  const before = await app.rowCounts();
  const failures = [];
  const deletes = ['/v1/R/{id}', '/v1/R/{id}/collaborators/{user_id}', '/v1/teams/{id}/members/{user_id}', '/v1/shares/{id}', '/v1/api_keys/{id}', '/v1/teams/{id}', '/v1/roles/{id}', '/v1/book_shares/{id}', '/v1/sources/{id}'];
  const asks = writing().map((route) => [route.name, () => route.send({ body: route.fine }, `${route.path}?nonsense=1`)]);
  const ids = { 'R/{id}': `leads/${lead.id}`, '{user_id}': bob.id };
  for (const pattern of deletes) {
    const path = pattern.replace('R/{id}', ids['R/{id}']).replace('{user_id}', UNKNOWN).replace('teams/{id}', `teams/${team.id}`).replace('{id}', UNKNOWN);
    asks.push([`DELETE ${pattern}`, () => owner.delete(`${path}?nonsense=1`)]);
  }
  for (const { path } of routes().filter(({ method }) => method === 'GET')) {
    const at = path.replace('/R/{id}', `/leads/${lead.id}`).replace('/R', '/leads').replace('users/{id}', `users/${ann.id}`).replace('teams/{id}', `teams/${team.id}`)
      .replace('roles/{id}', `roles/${role.id}`).replace('book_shares/{id}', `book_shares/${book.id}`).replace('sources/{id}', `sources/${source.id}`).replace('{user_id}', 'me')
      .replace('shares/{id}', `shares/${share.id}`).replace('collaboration_requests/{id}', `collaboration_requests/${request.id}`);
    const made = at.replace('webhooks/{id}', `webhooks/${webhook.id}`).replace('webhook_deliveries/{id}', `webhook_deliveries/${SENT}`);
    asks.push([`GET ${path}`, () => owner.get(`${made}?nonsense=1`)]);
  }
  for (const [name, ask] of asks) {
    // A vendor may add what it likes to its challenge.
    if (name === 'GET /healthz' || name === 'GET /v1/capture/{key}') continue;
    const answer = await ask().catch((error) => error);
    if (answer.status !== 400 || answer.body.code !== 'invalid_parameter') failures.push(`${name}?nonsense=1 → ${answer.status ?? answer.message.slice(0, 200)} ${answer.body?.code ?? ''}`);
  }
  assert.deepEqual(failures, []);
  assert.deepEqual(await app.rowCounts(), before);
});

test('wrong_query_values_are_refused_by_their_names', async () => {
  const values = {
    '/v1/leads': {
      limit: ['0', '-1', '201', '1.5', 'x', '1e2', '99999999999999999999'], sort: ['nonsense', '--name', 'name,amount', "name'"], owner: ['x', 'me,x', '1', UNKNOWN.slice(1)], collaborator: ['x', 'none', 'me,me'],
      shared: ['x', 'WITH_ME'], created_after: ['x', '2026-01-01', '1'], created_before: ['x'], updated_after: ['2026-13-01T00:00:00Z'], updated_before: ['-1'], deleted: ['1', 'TRUE', 'yes'],
    },
    '/v1/leads/count': { limit: ['1'], cursor: ['x'], sort: ['name'], owner: ['x'] },
    '/v1/leads/duplicates': { '': [''], email: [''] },
    '/v1/users': { limit: ['0'], active: ['1'], team: ['x'] },
    '/v1/teams': { limit: ['x'] },
    '/v1/shares': { direction: ['x', ''].slice(0, 1), limit: ['0'] },
    '/v1/collaboration_requests': { box: ['x'], status: ['x', 'pending,denied'] },
    [`/v1/leads/${lead.id}/timeline`]: { limit: ['0'] },
    [`/v1/leads/${lead.id}/collaborators`]: { limit: ['0'] },
    [`/v1/leads/${lead.id}/shares`]: { limit: ['0'] },
    [`/v1/leads/${lead.id}/access`]: { limit: ['0'] },
    '/v1/book_shares': { direction: ['x'], owner_id: ['x', 'me'], limit: ['0'] },
    '/v1/sources': { limit: ['0'] },
    [`/v1/sources/${source.id}/deliveries`]: { status: ['x', 'created,failed'], limit: ['0'] },
    [`/v1/users/${ann.id}/api_keys`]: { limit: ['0'] },
    [`/v1/teams/${team.id}/members`]: { limit: ['0'] },
  };
  for (const [path, parameters] of Object.entries(values)) {
    for (const [name, wrongs] of Object.entries(parameters)) {
      for (const value of wrongs) {
        const answer = (await owner.get(`${path}?${name ? `${name}=${encodeURIComponent(value)}` : ''}`)).refused(400, 'invalid_parameter');
        if (value !== '') assert.ok(answer.body.detail.includes(name), String(answer));
      }
    }
  }
  (await owner.get('/v1/leads?limit=5&limit=6')).refused(400, 'invalid_parameter');
});

test('cursors_that_no_list_gave_are_400', async () => {
  await app.person(owner, 'Page One');
  for (let index = 0; index < 2; index += 1) await owner.lead(`Page ${index}`);
  const real = (await owner.get('/v1/leads?limit=1')).expect(200).body.next_cursor;
  const usersCursor = (await owner.get('/v1/users?limit=1')).expect(200).body.next_cursor;
  assert.ok(real && usersCursor);
  const forge = (...place) => Buffer.from(JSON.stringify(place)).toString('base64url');
  const lists = ['/v1/leads', '/v1/contacts', '/v1/users', '/v1/teams', '/v1/shares', '/v1/collaboration_requests', `/v1/leads/${lead.id}/timeline`, `/v1/leads/${lead.id}/collaborators`, `/v1/leads/${lead.id}/shares`, `/v1/users/${ann.id}/api_keys`, `/v1/teams/${team.id}/members`,
    '/v1/book_shares', '/v1/sources', `/v1/sources/${source.id}/deliveries`, `/v1/leads/${lead.id}/access`];
  const names = { [lists[0]]: 'leads:-updated_at', [lists[1]]: 'contacts:-updated_at', [lists[2]]: 'users', [lists[3]]: 'teams', [lists[4]]: 'shares:given', [lists[5]]: 'requests:incoming', [lists[6]]: 'timeline', [lists[7]]: 'collaborators', [lists[8]]: 'shares', [lists[9]]: 'keys', [lists[10]]: 'members', [lists[11]]: 'books:given', [lists[12]]: 'sources', [lists[13]]: 'deliveries', [lists[14]]: 'access' };
  const failures = [];
  for (const list of lists) {
    const name = names[list];
    const wrongs = [
      'x', '%%%', '....', '0', 'null', 'W10', forge(), forge(name), forge(name, null), forge(name, {}, []), forge(name, 'x'), forge(name, 'x', 'y'), forge(name, 1, 2, 3), forge(name, 1e300, UNKNOWN),
      forge(name, -1), forge(name, 0.5), forge("'; --", 1, UNKNOWN), 'A'.repeat(5000), real.slice(1), `${real}x`,
      ...(list === '/v1/leads' ? [usersCursor] : [real]),
    ];
    for (const cursor of wrongs) {
      const answer = await owner.get(`${list}?cursor=${encodeURIComponent(cursor)}`);
      if (answer.status !== 400 || answer.body.code !== 'invalid_cursor') failures.push(`${list} ${Buffer.from(cursor, 'base64url').toString().slice(0, 60)} → ${answer.status} ${answer.body.code ?? ''}`);
    }
  }
  assert.deepEqual(failures, []);
  (await owner.get(`/v1/leads?sort=name&cursor=${real}`)).refused(400, 'invalid_cursor');
});

test('ids_that_are_none_are_404_on_every_route', async () => {
  const unreadable = ['x', '0', 'null', '-1', '%00', '%27%20OR%201=1%20--', `${UNKNOWN}0`, UNKNOWN.replaceAll('-', ''), '%F0%9F%92%A9', 'x'.repeat(3000), '%', '%zz', '%ff'];
  for (const { method, path } of routes().filter((route) => route.path.includes('{'))) {
    for (const id of unreadable) {
      const at = path.replace('/R', '/leads').replaceAll(/\{\w+\}/g, id);
      const known = BODIES[`${method} ${path}`];
      (await owner.send(method, at, known && { body: known.fine })).refused(404, 'not_found');
    }
  }
});

test('text_that_looks_like_sql_or_html_is_kept_as_it_was_written', async () => {
  const texts = ["Robert'); DROP TABLE record;--", '<script>alert(1)</script>', '" OR ""="', '%_\\', '${7*7}{{7*7}}', '\u202eevil', '😀 Ω 東京', "a\tb\nc", '=cmd|calc', 'null', '[]', '{}', '?1 @name :name $1'];
  for (const text of texts) {
    const made = (await owner.post('/v1/leads', { name: text, company: text, title: text, source: text, tags: [text], fields: { [text.slice(0, 50).replaceAll(/[\t\n]/g, ' ')]: text } })).expect(201).body;
    for (const field of ['name', 'company', 'title', 'source']) assert.equal(made[field], text);
    assert.deepEqual(made.tags, [text]);
    assert.deepEqual(Object.values(made.fields), [text]);
    for (const query of [`source=${encodeURIComponent(text)}`, `tag=${encodeURIComponent(text)}`]) {
      assert.ok((await owner.ids(`/v1/leads?${query}`)).includes(made.id), `${query} finds it`);
    }
    (await owner.get(`/v1/leads?q=${encodeURIComponent(text)}`)).expect(200);
    (await owner.get(`/v1/leads?status=${encodeURIComponent(text)}`)).expect(200);
    (await owner.get(`/v1/users?q=${encodeURIComponent(text)}`)).expect(200);
    (await owner.get(`/v1/leads/duplicates?email=${encodeURIComponent(text)}&phone=${encodeURIComponent(text)}`)).expect(200);
  }
});

test('any_search_is_answered', async () => {
  const searches = ['"', '*', '"a" OR "b"', 'NEAR(a b)', 'words:x', '-x', '^x', 'a AND', '(', '\u0000', '@', 'o123456789012x', 'a b c d e f g h i j k l', 'x'.repeat(4000), 'ﬁ ß ㎏ ½ ²', '\u0301', '\ud83d\ude00', 'ا', 'กำ', 'a\u200db', 'İstanbul'];
  for (const text of searches) {
    for (const list of ['/v1/leads', '/v1/leads/count', '/v1/users']) (await owner.get(`${list}?q=${encodeURIComponent(text)}`)).expect(200);
    for (const list of ['/v1/leads', '/v1/leads/count']) (await ann.get(`${list}?q=${encodeURIComponent(text)}`)).expect(200);
  }
  for (const raw of ['q=%ff%fe', 'q=%', 'q=%zz', 'tag=%00', 'status=%00', 'source=a%00b', 'q=+&tag=+']) (await owner.get(`/v1/leads?${raw}`)).expect(200, 400);
});

test('whatever_nested_custom_field_is_accepted_can_be_read_and_edited_again', async () => {
  const failures = [];
  for (const depth of [1, 10, 64, 100, 110, 115, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 200, 2000]) {
    const ask = async (what, statuses, method, path, raw, headers) => {
      const answer = await owner.send(method, path, { raw, type: raw && 'application/json', headers, loose: true });
      if (!statuses.includes(answer.status)) failures.push(`depth ${depth}, ${what}: ${answer.status} ${answer.body?.code}`);
      return answer;
    };
    const nested = `{"name": "Nested", "fields": {"deep": ${'['.repeat(depth)}1${']'.repeat(depth)}}}`;
    const later = await owner.lead('Nested later');
    const made = await ask('create', [201, 400, 422], 'POST', '/v1/leads', nested);
    const edited = await ask('edit', [200, 400, 422], 'PATCH', `/v1/leads/${later.id}`, nested);
    const written = [made.status === 201 && made.body.id, later.id].filter(Boolean);
    for (const id of written) {
      await ask('read', [200], 'GET', `/v1/leads/${id}`);
      await ask('timeline', [200], 'GET', `/v1/leads/${id}/timeline`);
      await ask('edit again', [200], 'PATCH', `/v1/leads/${id}`, '{"title": "edited"}');
      await ask('edit with If-Match', [200], 'PATCH', `/v1/leads/${id}`, '{"company": "edited"}', { 'if-match': '"1"' });
    }
    if (edited.status >= 400) assert.equal((await owner.get(`/v1/leads/${later.id}`)).expect(200).body.fields.deep, undefined);
    await ask('list', [200], 'GET', '/v1/leads?limit=5');
  }
  assert.deepEqual(failures, []);
});

test('custom_fields_have_their_bounds', async () => {
  const many = (count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, index]));
  const full = await owner.lead('Full', { fields: many(64) });
  (await owner.post('/v1/leads', { name: 'Fuller', fields: many(65) })).refused(422);
  (await owner.patch(`/v1/leads/${full.id}`, { fields: { one_more: 1 } })).invalid('fields');
  (await owner.patch(`/v1/leads/${full.id}`, { fields: { key_0: null, one_more: 1 } })).expect(200);
  (await owner.post('/v1/leads', { name: 'Large', fields: { text: 'x'.repeat(16_385) } })).invalid('fields');
  (await owner.post('/v1/leads', { name: 'Large', fields: { text: 'x'.repeat(16_000) } })).expect(201);
  (await owner.post('/v1/leads', { name: 'Nul', fields: { a: 'x\u0000y' } })).invalid('fields.a');
  (await owner.post('/v1/leads', { name: 'Nul', fields: { 'a\u0000': 1 } })).refused(422);
  (await owner.post('/v1/leads', { name: 'No key', fields: { '': 1 } })).refused(422);
  for (const number of [0, -0.5, 0.1 + 0.2, 1.1 * 3, 1e300, 9_007_199_254_740_991, 5e-324]) {
    const made = await owner.lead('Numbers', { fields: { number } });
    assert.equal((await owner.get(`/v1/leads/${made.id}`)).body.fields.number, number);
  }
});

test('wrong_credentials_are_401_and_tell_nothing', async () => {
  const wrongs = ['', 'Bearer', 'Bearer ', 'Bearer lr_', `Bearer lr_${'x'.repeat(43)}`, `Bearer lr_${'x'.repeat(5000)}`, `Basic ${Buffer.from('a:b').toString('base64')}`, `bearer`, 'Bearer eyJhbGciOiJub25lIn0.e30.', "Bearer lr_' OR 1=1 --", owner.key, 'Bearer dev-setup-token'];
  for (const authorization of wrongs) {
    for (const path of ['/v1/me', '/v1/leads', `/v1/leads/${lead.id}`]) {
      const answer = (await app.send('GET', path, { headers: authorization ? { authorization } : {} })).refused(401, 'unauthenticated');
      assert.ok(answer.headers.has('www-authenticate'));
    }
  }
  (await app.send('GET', '/v1/me', { headers: { authorization: `bearer ${owner.key}` } })).expect(200);
  const body = { organization: { name: 'X' }, owner: { name: 'X', email: 'x@example.com' } };
  for (const key of [undefined, '', 'x', owner.key, 'dev-setup-token2', 'DEV-SETUP-TOKEN']) (await app.send('POST', '/v1/setup', { key, body })).refused(401);
});

test('wrong_preconditions_are_400', async () => {
  const edit = (value) => owner.send('PATCH', `/v1/leads/${lead.id}`, { body: { name: 'Never' }, headers: { 'if-match': value } });
  for (const value of ['x', '"x"', '""', '1.5', '"-1"', '"1" x']) (await edit(value)).refused(400, 'invalid_header');
  (await edit('"99999999999999999999"')).refused(412, 'edit_conflict');
  assert.equal((await owner.get(`/v1/leads/${lead.id}`)).body.name, 'Besieged lead');
});

test('what_is_no_route_is_404_and_what_is_no_method_is_405', async () => {
  for (const path of ['/', '/v1', '/v1/', '/v2/leads', '/v1/leads/', '/v1//leads', '/V1/leads', '/v1/leads.json', '/v1/records', `/v1/leads/${lead.id}/nonsense`, '/v1/leads/count/x', '/..%2f..%2fetc/passwd', '/%00']) {
    (await owner.get(path)).refused(404, 'not_found');
  }
  for (const kind of KINDS) {
    for (const [path, allowed] of [[`/v1/${kind}`, ['GET', 'HEAD', 'POST']], [`/v1/${kind}/${lead.id}`, ['DELETE', 'GET', 'HEAD', 'PATCH']], [`/v1/${kind}/${lead.id}/claim`, ['POST']], [`/v1/${kind}/count`, ['GET', 'HEAD']]]) {
      const answer = (await owner.send('PUT', path, { body: {} })).refused(405, 'method_not_allowed');
      assert.deepEqual(answer.headers.get('allow').split(', ').sort(), allowed);
    }
  }
  (await owner.send('HEAD', '/v1/setup')).expect(405);
});
