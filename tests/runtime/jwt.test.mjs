// Tokens of an identity provider, in the real runtime: keys made by node, a provider on this machine that counts who asks it.

import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Socket } from './sockets.mjs';
import { startApp, tally, until } from './support.mjs';

const ISSUER = 'https://login.example.com/';
const AUDIENCE = 'leadroom';

let app, owner, ann, provider;
before(async () => {
  [app, provider] = await Promise.all([startApp(), startProvider()]);
  owner = await app.organization('Tokens');
  ann = await app.person(owner, 'Ann Able');
  (await owner.patch('/v1/organization', { settings: { jwt: { issuer: ISSUER, audience: AUDIENCE, jwks_url: provider.url } } })).expect(200);
});
after(async () => {
  await app?.stop();
  await provider?.stop();
});

/** A pair of keys called `kid`. */
function pair(kid, kind) {
  const { publicKey, privateKey } = kind === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, kind, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: kind } };
}

/** An identity provider with one key of each kind. */
async function startProvider() {
  const provider = { keys: [pair('r', 'RS256'), pair('e', 'ES256')], asked: 0, delay: 0, down: false };
  const server = createServer((_, response) => {
    provider.asked += 1;
    const answer = () => {
      if (provider.down) return void response.writeHead(500).end('{"keys":[]}');
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: provider.keys.map(({ jwk }) => jwk) }));
    };
    provider.delay ? setTimeout(answer, provider.delay) : answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.url = `http://127.0.0.1:${server.address().port}/keys`;
  provider.stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return provider;
}

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const claims = (more = {}) => ({ iss: ISSUER, aud: AUDIENCE, email: ann.email, exp: Math.floor(Date.now() / 1000) + 3600, ...more });

/** A token by this key; `header` and `more` change what it says. */
function token({ kid, kind, privateKey }, more, header = {}) {
  const signed = `${part({ alg: kind, kid, typ: 'JWT', ...header })}.${part(claims(more))}`;
  return `${signed}.${signBytes('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const me = (key, headers) => app.send('GET', '/v1/me', { key, headers });

test('at_a_cold_start_a_hundred_requests_at_once_ask_for_the_keys_once', async () => {
  provider.delay = 300;
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => me(token(provider.keys[index % 2]))));
  provider.delay = 0;
  assert.deepEqual(tally(answers), { 200: 100 });
  for (const { body } of answers) assert.equal(body.user.id, ann.id);
  assert.equal(provider.asked, 1);
});

test('a_token_acts_as_the_person_in_one_call', async () => {
  for (const key of provider.keys) {
    const answer = (await me(token(key))).expect(200);
    assert.equal(answer.body.user.id, ann.id);
    assert.equal(answer.cost.calls, 1);
    const access = (await app.send('GET', '/v1/me', { headers: { 'cf-access-jwt-assertion': token(key) } })).expect(200);
    assert.equal(access.cost.calls, 1);
  }
  const lead = (await app.send('POST', '/v1/leads', { key: token(provider.keys[0]), body: { name: 'By token' } })).expect(201).body;
  assert.equal(lead.owner.id, ann.id);
  const edited = (await app.send('PATCH', `/v1/leads/${lead.id}`, { key: token(provider.keys[1]), body: { name: 'Again' } })).expect(200);
  assert.equal(edited.cost.calls, 3);
});

test('a_token_that_is_wrong_in_any_way_is_refused_and_has_nobody_asked', async () => {
  const [rsa, ec] = provider.keys;
  const fine = token(rsa);
  const [header, body, signature] = fine.split('.');
  const seconds = Math.floor(Date.now() / 1000);
  const confused = `${part({ alg: 'HS256', kid: 'r' })}.${body}`;
  const before = provider.asked;
  const wrong = {
    'another signature': token(pair('r', 'RS256')), 'another curve key': token(pair('e', 'ES256')), 'a changed body': `${header}.${part(claims({ email: owner.email }))}.${signature}`,
    'a cut signature': fine.slice(0, -3), 'no signature': `${header}.${body}.`, ended: token(rsa, { exp: seconds - 70 }), early: token(rsa, { nbf: seconds + 100 }), 'another audience': token(rsa, { aud: ['x', 'y'] }),
    'another issuer': token(rsa, { iss: 'https://evil.example/' }), nobody: token(rsa, { email: 'nobody@example.com' }), 'no address': token(rsa, { email: undefined }), 'crit': token(rsa, {}, { crit: ['exp'] }),
    huge: `eyJ${'x'.repeat(15_000)}`, garbage: 'eyJ.eyJ.eyJ', 'a DER signature': `${part({ alg: 'ES256', kid: 'e' })}.${body}.${signBytes('sha256', Buffer.from(`${part({ alg: 'ES256', kid: 'e' })}.${body}`), ec.privateKey).toString('base64url')}`,
  };
  for (const [what, key] of Object.entries(wrong)) assert.equal((await me(key)).refused(401, 'unauthenticated').status, 401, what);
  assert.equal(provider.asked, before, 'keys that are known are not asked for');
  // What says that it is signed in another way than its key signs is by no known key: that is asked once, and not again.
  for (const key of [
    `${confused}.${createHmac('sha256', JSON.stringify(rsa.jwk)).update(confused).digest('base64url')}`,
    `${part({ alg: 'none', kid: 'r' })}.${body}.`, `${part({ alg: 'none' })}.${body}.`, token(rsa, {}, { alg: 'ES256' }), token(rsa, {}, { kid: 'e' }), token(rsa, {}, { kid: 'unknown' }),
  ]) (await me(key)).refused(401, 'unauthenticated');
  assert.equal(provider.asked, before + 1);
  (await me(fine)).expect(200);
});

test('an_unknown_key_is_asked_for_once_a_minute_however_many_tokens_name_one', async () => {
  const before = provider.asked;
  const strange = pair('strange', 'ES256');
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => me(token(strange, {}, { kid: `strange-${index}` }))));
  assert.deepEqual(tally(answers), { 401: 50 });
  assert.ok(provider.asked - before <= 1, `asked ${provider.asked - before} times`);
});

test('a_new_key_and_a_new_place_are_taken_up_at_once', async (t) => {
  const moved = await startProvider();
  t.after(() => moved.stop());
  moved.keys = [pair('moved', 'RS256')];
  const old = token(provider.keys[0]);
  (await me(old)).expect(200);
  (await owner.patch('/v1/organization', { settings: { jwt: { jwks_url: moved.url } } })).expect(200);
  (await me(token(moved.keys[0]))).expect(200);
  moved.keys.push(pair('next', 'ES256'));
  const answers = await Promise.all(Array.from({ length: 20 }, () => me(token(moved.keys[1]))));
  assert.ok(answers.filter(({ status }) => status === 200).length >= 19, JSON.stringify(tally(answers)));
  assert.equal(moved.asked, 2);
  (await me(old)).refused(401, 'unauthenticated');
  (await owner.patch('/v1/organization', { settings: { jwt: { jwks_url: provider.url } } })).expect(200);
  (await me(old)).expect(200);
});

test('a_provider_that_is_down_is_503_and_what_is_known_goes_on', async (t) => {
  const down = await startProvider();
  t.after(() => down.stop());
  down.down = true;
  const other = await app.organization('Down');
  (await other.patch('/v1/organization', { settings: { jwt: { issuer: ISSUER, audience: 'down', jwks_url: down.url } } })).expect(200);
  const asked = await app.send('GET', '/v1/me', { key: token(down.keys[0], { aud: 'down', email: other.email }), loose: true });
  assert.equal(asked.status, 503);
  assert.equal(asked.body.code, 'unavailable');
  assert.equal(asked.headers.get('retry-after'), '1');
  assert.ok(!asked.text.includes(down.url));
  (await me(token(provider.keys[0]))).expect(200);
  down.down = false;
  const answer = await until(async () => {
    const again = await app.send('GET', '/v1/me', { key: token(down.keys[0], { aud: 'down', email: other.email }), loose: true });
    return again.status === 200 && again;
  }, 'the provider is back');
  assert.equal(answer.body.user.id, other.id);
});

test('whoever_is_deactivated_is_out_at_once_whatever_their_token_says', async () => {
  const bob = await app.person(owner, 'Bob Best');
  const key = token(provider.keys[0], { email: bob.email });
  (await me(key)).expect(200);
  (await owner.patch(`/v1/users/${bob.id}`, { active: false })).expect(200);
  (await me(key)).refused(401, 'user_inactive');
});

test('a_live_connection_is_closed_when_its_token_ends', async () => {
  const lead = await ann.lead('Watched');
  const key = token(provider.keys[1], { exp: Math.floor(Date.now() / 1000) + 3 });
  const socket = await Socket.open(app, `/v1/leads/${lead.id}/live`, { key });
  const inbox = await Socket.open(app, '/v1/me/live', { key, silent: true });
  assert.equal(await socket.end(), 4401);
  assert.equal(await inbox.end(), 4401);
});
