// Who somebody is, in the real runtime: codes by mail and the sessions that come of them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startApp, tally, until } from './support.mjs';

let app, owner;
before(async () => {
  app = await startApp({ maxBatchTimeout: 0 });
  owner = await app.organization('Known');
});
after(() => app?.stop());

/** Has a code mailed to this address, and reads it in the mail. */
async function codeFor(email) {
  const mails = () => app.worker.logs().filter((line) => line.startsWith('mail: ')).map((line) => readFileSync(line.slice(6).split(' ')[0], 'utf8')).filter((text) => text.includes(`To: ${email}`));
  const before = mails().length;
  (await app.send('POST', '/v1/auth/codes', { body: { email } })).expect(202);
  const mail = await until(() => mails()[before], `a code for ${email}`);
  const code = /^Subject: (\d{6}) /m.exec(mail)?.[1];
  assert.ok(code, mail);
  return code;
}

const signIn = (email, code, options) => app.send('POST', '/v1/auth/sessions', { body: { email, code }, ...options });
const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];

test('a_code_comes_by_mail_and_signs_in_with_a_cookie', async () => {
  const answer = (await signIn(owner.email, await codeFor(owner.email))).expect(201);
  const set = answer.headers.get('set-cookie');
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) assert.ok(set.includes(attribute), set);
  const cookie = cookieOf(answer);
  const me = (await app.send('GET', '/v1/me', { headers: { cookie } })).expect(200);
  assert.equal(me.body.user.id, owner.id);
  assert.equal(me.cost.calls, 1);
  (await app.send('POST', '/v1/teams', { body: { name: 'Own' }, headers: { cookie, origin: app.url } })).expect(201);
  (await app.send('POST', '/v1/teams', { body: { name: 'Foreign' }, headers: { cookie, origin: 'https://evil.example' } })).refused(403, 'cross_origin');
  (await app.send('DELETE', '/v1/auth/sessions/current', { headers: { cookie } })).expect(204);
  (await app.send('GET', '/v1/me', { headers: { cookie } })).refused(401, 'unauthenticated');
});

test('of_a_hundred_guesses_at_once_five_count', async () => {
  const code = await codeFor(owner.email);
  const guesses = Array.from({ length: 100 }, (_, index) => String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0'));
  const answers = await Promise.all(guesses.map((guess) => signIn(owner.email, guess)));
  assert.deepEqual(tally(answers), { 401: 100 });
  (await signIn(owner.email, code)).refused(401, 'invalid_code');
  const tries = await app.sql('SELECT max(tries) AS tries FROM sign_in_code WHERE email = ?', owner.email);
  assert.deepEqual(tries, [{ tries: 5 }]);
});

test('a_code_used_at_once_by_many_signs_in_once', async () => {
  const code = await codeFor(owner.email);
  const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(owner.email, code)));
  assert.deepEqual(tally(answers), { 201: 1, 401: 4 });
});

test('whoever_is_deactivated_is_signed_out_at_once', async () => {
  const ann = await app.person(owner, 'Ann Able');
  const cookie = cookieOf((await signIn(ann.email, await codeFor(ann.email))).expect(201));
  (await owner.patch(`/v1/users/${ann.id}`, { active: false })).expect(200);
  (await app.send('GET', '/v1/me', { headers: { cookie } })).refused(401, 'user_inactive');
});

test('that_a_key_is_in_use_is_noted', async () => {
  const used = async () => (await owner.get(`/v1/users/${owner.id}/api_keys`)).expect(200).body.data[0].last_used_at;
  assert.match(await until(used, 'the key was noted as used'), /Z$/);
});

test('the_log_has_a_line_for_each_request_and_nothing_secret_or_personal', async () => {
  const lead = await owner.lead('Loggia Ltd', { email: 'loggia@example.com' });
  const source = (await owner.post('/v1/sources', { name: 'Logged', provider: 'form' })).expect(201).body;
  const address = new URL(source.capture_url).pathname;
  const answers = [
    await owner.get(`/v1/leads/${lead.id}`),
    await owner.get('/v1/leads?q=loggia&owner=me'),
    await owner.patch(`/v1/leads/${lead.id}`, { company: 'Loggia' }),
    await app.send('POST', address, { body: { email: 'loggia@example.com' } }),
    await app.send('GET', '/v1/me', { key: 'lr_nonsense' }),
    await owner.get('/v1/nowhere'),
  ];
  const lines = await until(() => {
    const found = answers.map(({ requestId }) => app.worker.logs().filter((line) => line.includes(`"request_id":"${requestId}"`)));
    return found.every((list) => list.length > 0) && found;
  }, 'a line for each');
  const told = lines.map(([line, ...more]) => {
    assert.deepEqual(more, []);
    const { method, route, status, organization, db, ms, cause } = JSON.parse(line);
    assert.ok(Number.isInteger(ms) && Number.isInteger(db.rows_read) && Number.isInteger(db.rows_written) && cause === null, line);
    return [method, route, status, organization, db.calls];
  });
  assert.deepEqual(told, [
    ['GET', '/v1/leads/{id}', 200, owner.org, 1],
    ['GET', '/v1/leads', 200, owner.org, 1],
    ['PATCH', '/v1/leads/{id}', 200, owner.org, 3],
    ['POST', '/v1/capture/{key}', 200, owner.org, told[3][4]],
    ['GET', '/v1/me', 401, null, 1],
    ['GET', '', 404, null, 0],
  ]);
  const text = app.worker.logs().filter((line) => line.startsWith('{')).join('\n');
  for (const secret of [owner.key, owner.email, lead.id, 'loggia', 'Loggia', address.split('/').at(-1), 'nonsense', owner.name]) assert.ok(!text.includes(secret), secret);
});

test('a_browser_app_on_a_listed_origin_reads_answers_of_its_own_organization', async () => {
  const origin = 'https://app.known.example';
  (await owner.patch('/v1/organization', { settings: { allowed_origins: [origin] } })).expect(200);
  const other = await app.organization('Unlisted');
  const allowed = async (who, method, path, options = {}) => (await who.send(method, path, { ...options, headers: { origin } })).headers.get('access-control-allow-origin');
  assert.equal(await allowed(owner, 'GET', '/v1/me'), origin);
  assert.equal(await allowed(owner, 'GET', '/v1/leads/0193b0c0-0000-7000-8000-000000000001'), origin);
  assert.equal(await allowed(owner, 'POST', '/v1/leads', { body: {} }), origin);
  assert.equal(await allowed(other, 'GET', '/v1/me'), null);
  for (const from of [origin, 'https://elsewhere.example']) {
    const headers = { origin: from, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' };
    const answer = (await app.send('OPTIONS', '/v1/leads/x', { headers })).expect(204);
    assert.equal(answer.cost.calls, 0);
    assert.equal(answer.headers.get('access-control-allow-origin'), from);
    assert.match(answer.headers.get('access-control-allow-methods'), /PATCH/);
    assert.match(answer.headers.get('access-control-allow-headers'), /authorization/);
    assert.ok(Number(answer.headers.get('access-control-max-age')) > 0);
  }
});
