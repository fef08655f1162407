// Webhooks on the real runtime: a receiver of its own on this machine, which checks the signature by code of its own.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { startApp, until } from './support.mjs';

let app, owner, receiver;
before(async () => {
  receiver = await startReceiver();
  app = await startApp({ maxBatchTimeout: 0, vars: { DNS_URL: `${receiver.url}/dns` } });
  owner = await app.organization('Hooked');
});
after(async () => {
  receiver?.server.closeAllConnections();
  receiver?.server.close();
  await app?.stop();
});

/**
 * A server that takes webhooks, each path by itself: `at(path)` has what was `taken` there and the `answers` to give, the last
 * again and again. An answer is a status, `[status, headers]`, or null for none at all. `/dns` resolves every name to `address`.
 */
async function startReceiver() {
  const places = new Map();
  const at = (path) => places.get(path) ?? places.set(path, { taken: [], answers: [204] }).get(path);
  const state = { at, address: '93.184.216.34', looked: [] };
  state.server = createServer(async (request, response) => {
    const [path, query] = request.url.split('?');
    if (path === '/dns') {
      const asked = new URLSearchParams(query);
      state.looked.push(`${asked.get('name')} ${asked.get('type')} ${request.headers.accept}`);
      const Answer = asked.get('type') === 'A' ? [{ name: asked.get('name'), type: 1, TTL: 1, data: state.address }] : [];
      return response.writeHead(200, { 'content-type': 'application/dns-json' }).end(JSON.stringify({ Status: 0, Answer }));
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const place = at(path);
    place.taken.push({ method: request.method, headers: request.headers, body });
    const answer = place.answers.length > 1 ? place.answers.shift() : place.answers[0];
    if (answer === null) return;
    const [status, headers] = Array.isArray(answer) ? answer : [answer];
    response.writeHead(status, headers).end();
  });
  await new Promise((resolve) => state.server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${state.server.address().port}`;
  return state;
}

/** A webhook to a path of the receiver. */
async function hook(path, events, answers = [204]) {
  receiver.at(path).answers = answers;
  const made = (await owner.post('/v1/webhooks', { url: receiver.url + path, events })).expect(201).body;
  return { ...made, taken: receiver.at(path).taken };
}

const deliveries = async ({ id }, status) => (await owner.all(`/v1/webhooks/${id}/deliveries${status ? `?status=${status}` : ''}`));

/** The signature, as the specification says. */
function sign({ headers, body }, secret) {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(signed).digest('base64')}`;
}

test('an_edit_reaches_its_receiver_signed_and_is_logged', async () => {
  const to = await hook('/signed', ['lead.updated']);
  const lead = await owner.lead('Signed Ltd');
  (await owner.patch(`/v1/leads/${lead.id}`, { company: 'Müller & Söhne' })).expect(200);
  const [taken] = await until(() => to.taken.length > 0 && to.taken, 'the webhook comes');
  assert.equal(taken.method, 'POST');
  assert.equal(taken.headers['content-type'], 'application/json');
  assert.equal(taken.headers['webhook-signature'], sign(taken, to.secret));
  assert.ok(Math.abs(Number(taken.headers['webhook-timestamp']) * 1000 - Date.now()) < 60_000);
  const { type, timestamp, data } = JSON.parse(taken.body);
  const entry = (await owner.timeline(`/v1/leads/${lead.id}`)).at(-1);
  assert.deepEqual({ type, timestamp, data }, { type: 'lead.updated', timestamp: entry.at, data: { record_id: lead.id, kind: 'lead', seq: 2, changed: ['company'] } });
  const [kept] = await until(async () => (await deliveries(to, 'delivered')).length > 0 && deliveries(to), 'it is logged');
  assert.deepEqual([kept.id, kept.response_status, kept.attempts, kept.payload], [taken.headers['webhook-id'], 204, 1, JSON.parse(taken.body)]);
  assert.ok(kept.duration_ms >= 0 && kept.duration_ms < 10_000);
  assert.deepEqual((await owner.get(`/v1/webhook_deliveries/${kept.id}`)).expect(200).body, kept);
});

test('after_a_rotation_both_secrets_sign', async () => {
  const to = await hook('/rotated', ['note.added']);
  const rotated = (await owner.post(`/v1/webhooks/${to.id}/rotate_secret`)).expect(200).body;
  const lead = await owner.lead('Rotated Ltd');
  (await owner.post(`/v1/leads/${lead.id}/notes`, { body: 'x' })).expect(201);
  const [taken] = await until(() => to.taken.length > 0 && to.taken, 'the webhook comes');
  assert.equal(taken.headers['webhook-signature'], `${sign(taken, rotated.secret)} ${sign(taken, to.secret)}`);
});

test('what_failed_comes_again_with_the_same_id_and_a_redirect_is_a_failure', async () => {
  const to = await hook('/again', ['task.added'], [[302, { location: '/elsewhere' }], 200]);
  const lead = await owner.lead('Again Ltd');
  const started = Date.now();
  (await owner.post(`/v1/leads/${lead.id}/tasks`, { title: 'x' })).expect(201);
  const [waiting] = await until(async () => (await deliveries(to)).filter(({ error }) => error === 'redirect')[0] && deliveries(to), 'the redirect is logged');
  assert.deepEqual([waiting.status, waiting.response_status], ['pending', 302]);
  await until(async () => (await deliveries(to, 'delivered')).length === 1, 'the second attempt');
  assert.ok(Date.now() - started >= 5_000);
  assert.equal(to.taken.length, 2);
  assert.deepEqual(to.taken[1].headers['webhook-id'], to.taken[0].headers['webhook-id']);
  assert.equal(to.taken[1].body, to.taken[0].body);
  assert.equal(receiver.at('/elsewhere').taken.length, 0, 'nobody followed the redirect');
});

test('a_receiver_that_is_gone_is_left_alone', async () => {
  const to = await hook('/gone', ['contact.created'], [410]);
  await owner.record('contacts', { name: 'First' });
  const disabled = await until(async () => {
    const { body } = (await owner.get(`/v1/webhooks/${to.id}`)).expect(200);
    return !body.enabled && body;
  }, 'it is disabled');
  assert.equal(disabled.disabled_reason, 'gone');
  const [failed] = await deliveries(to, 'failed');
  (await owner.patch(`/v1/webhooks/${to.id}`, { enabled: true })).expect(200);
  receiver.at('/gone').answers = [200];
  (await owner.post(`/v1/webhook_deliveries/${failed.id}/replay`)).expect(200);
  await until(async () => (await deliveries(to, 'delivered')).length === 1, 'it is replayed');
  assert.deepEqual(to.taken.map(({ headers }) => headers['webhook-id']), [failed.id, failed.id]);
});

test('a_receiver_that_never_answers_holds_up_nobody', async () => {
  const mute = await hook('/mute', ['deal.created'], [null]);
  const quick = await hook('/quick', ['deal.updated']);
  const deal = await owner.record('deals', { name: 'Deal' });
  await until(() => mute.taken.length === 1, 'the mute one is asked');
  const started = Date.now();
  (await owner.patch(`/v1/deals/${deal.id}`, { company: 'x' })).expect(200);
  await until(async () => {
    const { body } = (await owner.get(`/v1/deals/${deal.id}`)).expect(200);
    const [{ left }] = await app.sql('SELECT count(*) AS "left" FROM event WHERE record_id = ? AND dispatched_at IS NULL', body.id);
    return left === 0;
  }, 'the events are fanned out');
  assert.ok(Date.now() - started < 8_000, 'while the mute one is being waited for');
  const [given] = await until(async () => (await deliveries(mute)).filter(({ error }) => error !== null)[0] && deliveries(mute), 'patience ends');
  assert.deepEqual([given.error, given.response_status, given.status], ['no_answer', null, 'pending']);
  assert.ok(given.duration_ms >= 9_900 && given.duration_ms < 30_000, String(given.duration_ms));
  await until(() => quick.taken.length === 1, 'the quick one hears');
});

test('a_name_that_leads_to_a_private_network_is_not_asked', async () => {
  receiver.address = '10.0.0.7';
  const made = (await owner.post('/v1/webhooks', { url: 'https://hooks.example.com/in', events: ['share.created'] })).expect(201).body;
  const lead = await owner.lead('Private Ltd');
  (await owner.post(`/v1/leads/${lead.id}/shares`, { with: { type: 'everyone' }, permissions: ['read'] })).expect(201);
  const [kept] = await until(async () => (await deliveries(made)).filter(({ error }) => error !== null)[0] && deliveries(made), 'it is looked up');
  assert.deepEqual([kept.error, kept.status, kept.response_status], ['private_address', 'pending', null]);
  assert.deepEqual(receiver.looked.slice(0, 1), ['hooks.example.com A application/dns-json']);
  for (const url of ['http://hooks.example.com/', 'https://10.0.0.7/', 'https://2130706433/', 'https://[::ffff:7f00:1]/', 'https://nas.local/']) {
    (await owner.post('/v1/webhooks', { url, events: ['*'] })).invalid('url');
  }
});

test('what_a_kill_left_under_way_is_sent_again_under_its_id', async () => {
  const to = await hook('/killed', ['lead.assigned'], [null, 200]);
  const ann = await app.person(owner, 'Ann Able');
  const lead = await owner.lead('Killed Ltd');
  (await owner.post(`/v1/leads/${lead.id}/assign`, { owner_id: ann.id })).expect(200);
  await until(() => to.taken.length === 1, 'it is under way');
  await app.worker.kill9();
  await app.worker.restart();
  // As if the minutes had gone by that a delivery is kept for whoever took it up.
  await app.withDatabase((database) => database.exec("UPDATE webhook_delivery SET due_at = due_at - 300000 WHERE status = 'pending'"));
  await app.worker.scheduled();
  await until(async () => (await deliveries(to, 'delivered')).length === 1, 'it is sent again');
  const ids = to.taken.map(({ headers }) => headers['webhook-id']);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
});

test('what_webhooks_cost_the_database', async () => {
  assert.equal((await owner.get('/v1/webhooks')).expect(200).cost.calls, 1);
  const made = (await owner.post('/v1/webhooks', { url: `${receiver.url}/cost`, events: ['*'] })).expect(201);
  assert.equal(made.cost.calls, 2);
  const path = `/v1/webhooks/${made.body.id}`;
  assert.equal((await owner.get(path)).expect(200).cost.calls, 1);
  assert.equal((await owner.get(`${path}/deliveries`)).expect(200).cost.calls, 1);
  assert.equal((await owner.patch(path, { events: ['lead.created'] })).expect(200).cost.calls, 2);
  assert.equal((await owner.delete(path)).expect(204).cost.calls, 2);
});
