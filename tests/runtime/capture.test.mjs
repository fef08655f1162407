// Capture on the real runtime: what every vendor sends, signed by code of its own, in two calls to the database; copies at
// the same moment; answers that are asked for from a server on this machine.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { eachAtOnce, startApp, tally, until } from './support.mjs';

const DATA = path.join(import.meta.dirname, '..', 'data', 'capture');
const PROVIDERS = ['typeform', 'tally', 'google_ads', 'meta_lead_ads', 'hubspot', 'webflow', 'calendly', 'jotform', 'gravity_forms', 'elementor', 'contact_form_7'];

let app, owner, vendor;
before(async () => {
  app = await startApp();
  owner = await app.organization('Captured');
  vendor = await startVendor();
});
after(async () => {
  vendor?.server.close();
  await app?.stop();
});

/** A vendor's own API on this machine. `answers` are given one after the other, the last one again and again. */
async function startVendor() {
  const asked = [];
  const state = { asked, answers: [] };
  state.server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const [status, body] = state.answers.length > 1 ? state.answers.shift() : state.answers[0];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => state.server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${state.server.address().port}`;
  return state;
}

const fixture = (provider, file) => readFileSync(path.join(DATA, provider, file), 'utf8');

/** What a vendor puts into the headers, written from its documentation. */
function signature(provider, secret, address, body, now = Date.now()) {
  const mac = (encoding, ...parts) => createHmac('sha256', secret).update(parts.join('')).digest(encoding);
  const [millis, seconds] = [`${now}`, `${Math.floor(now / 1000)}`];
  switch (provider) {
    case 'typeform': return { 'typeform-signature': `sha256=${mac('base64', body)}` };
    case 'tally': return { 'tally-signature': mac('base64', body) };
    case 'meta_lead_ads': return { 'x-hub-signature-256': `sha256=${mac('hex', body)}` };
    case 'hubspot': return { 'x-hubspot-signature-v3': mac('base64', 'POST', address, body, millis), 'x-hubspot-request-timestamp': millis };
    case 'webflow': return { 'x-webflow-signature': mac('hex', millis, ':', body), 'x-webflow-timestamp': millis };
    case 'calendly': return { 'calendly-webhook-signature': `t=${seconds},v1=${mac('hex', seconds, '.', body)}` };
    default: return {};
  }
}

/** A source of its own for a provider's fixtures. */
async function sourceOf(provider, more = {}) {
  const spec = JSON.parse(fixture(provider, 'expected.json'));
  const { secret, field_map } = spec;
  const body = { name: `${provider} ${Math.random()}`, provider, ...(secret && { secret }), ...(field_map && { field_map }), ...more };
  const made = (await owner.post('/v1/sources', body)).expect(201).body;
  const read = (file) => fixture(provider, file).replaceAll('"{secret}"', JSON.stringify(secret));
  const deliver = async (text, { signedWith = secret, at, type = spec.type ?? 'application/json' } = {}) => {
    const headers = signature(provider, signedWith, made.capture_url, text, at);
    return await app.send('POST', new URL(made.capture_url).pathname, { raw: text, type, headers });
  };
  return { ...made, spec, read, deliver };
}

const delivery = async (id) => (await owner.get(`/v1/deliveries/${id}`)).expect(200).body;

/** What became of a delivery, once it has become something. */
async function became(answer) {
  const id = answer.expect(200).body.delivery_id;
  return await until(async () => {
    const kept = await delivery(id);
    return kept.status !== 'received' && kept;
  }, `delivery ${id} is taken up`);
}

for (const provider of PROVIDERS) {
  test(`what_${provider}_sends_becomes_a_lead_in_two_calls`, async () => {
    const source = await sourceOf(provider, { on_duplicate: 'create', readback: { base_url: vendor.url, access_token: 't&1' } });
    if (source.spec.answer) vendor.answers = [[200, fixture(provider, source.spec.answer)]];
    const [good] = source.spec.cases;
    const text = source.read(good.body);
    const answer = (await source.deliver(text)).expect(200);
    assert.equal(answer.cost.calls, 2, String(answer));
    assert.equal(answer.body.status, source.spec.answer ? 'queued' : 'created');
    const kept = await became(answer);
    assert.equal(kept.status, 'created', kept.code);
    const lead = (await owner.get(`/v1/leads/${kept.record_id}`)).expect(200).body;
    for (const [name, value] of Object.entries(good.lead)) assert.deepEqual(lead[name], value, name);
    const again = (await source.deliver(text)).expect(200);
    assert.deepEqual([again.body.status, again.cost.calls], ['duplicate', 2]);
    if (source.spec.secret) {
      const forged = text.replaceAll(JSON.stringify(source.spec.secret), '"forged"');
      (await source.deliver(forged, { signedWith: 'forged' })).refused(401, 'invalid_signature');
    }
    if (['hubspot', 'webflow', 'calendly'].includes(provider)) {
      (await source.deliver(text, { at: Date.now() - 301_000 })).refused(401, 'stale_timestamp');
    }
    assert.equal((await owner.all(`/v1/sources/${source.id}/deliveries`)).length, 2);
  });
}

test('copies_at_the_same_moment_make_one_lead', async () => {
  const source = await sourceOf('typeform', { on_duplicate: 'create' });
  const before = await owner.ids('/v1/leads?limit=200');
  const text = source.read('good.json');
  const answers = await eachAtOnce(Array.from({ length: 12 }), 12, () => source.deliver(text));
  assert.deepEqual(tally(answers), { 200: 12 });
  const statuses = answers.map(({ body }) => body.status).sort();
  assert.deepEqual(statuses, ['created', ...Array(11).fill('duplicate')]);
  assert.equal((await owner.ids('/v1/leads?limit=200')).length, before.length + 1);
  // Without an id of the vendor's, what they say decides.
  const form = (await owner.post('/v1/sources', { name: 'Copies', on_duplicate: 'create' })).expect(201).body;
  const at = new URL(form.capture_url).pathname;
  const forms = await eachAtOnce(Array.from({ length: 12 }), 12, () => app.send('POST', at, { body: { email: 'copy@example.com' } }));
  assert.deepEqual(forms.map(({ body }) => body.status).sort(), statuses);
});

test('somebody_whose_lead_is_there_is_told_by_the_queue', async () => {
  const source = (await owner.post('/v1/sources', { name: 'Again' })).expect(201).body;
  const at = new URL(source.capture_url).pathname;
  const lead = await owner.lead('Again', { email: 'again@example.com' });
  const answers = await eachAtOnce(['red', 'green', 'blue'], 3, (colour) => app.send('POST', at, { body: { email: 'again@example.com', [colour]: 'yes' } }));
  for (const answer of answers) {
    assert.deepEqual([answer.expect(200).body.status, answer.cost.calls], ['queued', 2]);
    const kept = await became(answer);
    assert.deepEqual([kept.status, kept.record_id], ['updated', lead.id]);
  }
  const { fields } = (await owner.get(`/v1/leads/${lead.id}`)).expect(200).body;
  assert.deepEqual(fields, { red: 'yes', green: 'yes', blue: 'yes' });
  const timeline = await owner.timeline(`/v1/leads/${lead.id}`);
  assert.equal(timeline.filter(({ type }) => type === 'captured').length, 3);
});

test('answers_are_asked_for_until_the_vendor_gives_them', async () => {
  const source = await sourceOf('meta_lead_ads', { on_duplicate: 'create', readback: { base_url: vendor.url, access_token: 'secret token' } });
  vendor.asked.length = 0;
  vendor.answers = [[500, ''], [503, '<html>'], [200, fixture('meta_lead_ads', 'answer.json')]];
  const several = (await source.deliver(source.read('good.json'))).expect(200);
  assert.equal((await became(several)).status, 'created');
  assert.deepEqual(vendor.asked, Array(3).fill('GET /44444444444444001?access_token=secret+token'));
});

test('what_the_vendor_refuses_is_dead_until_it_is_replayed', async () => {
  const source = await sourceOf('hubspot', { on_duplicate: 'create', readback: { base_url: vendor.url, access_token: 'old' } });
  vendor.answers = [[401, '{}']];
  const dead = await became(await source.deliver(source.read('good.json')));
  assert.deepEqual([dead.status, dead.code, dead.record_id], ['failed', 'readback_refused', null]);
  (await owner.patch(`/v1/sources/${source.id}`, { readback: { access_token: 'new' } })).expect(200);
  vendor.answers = [[200, fixture('hubspot', 'answer.json')]];
  vendor.asked.length = 0;
  const replayed = (await owner.post(`/v1/deliveries/${dead.id}/replay`)).expect(200).body;
  assert.equal(replayed.status, 'created');
  assert.match(vendor.asked[0], /^GET \/crm\/v3\/objects\/contacts\/501\?properties=email,.* Bearer new$/);
  (await owner.post(`/v1/deliveries/${dead.id}/replay`)).refused(409, 'not_failed');
});

test('several_leads_of_one_delivery_come_each_for_itself', async () => {
  const source = await sourceOf('meta_lead_ads', { on_duplicate: 'create', readback: { base_url: vendor.url, access_token: 't' } });
  vendor.answers = [[200, fixture('meta_lead_ads', 'answer.json')]];
  const answer = (await source.deliver(source.read('several.json'))).expect(200);
  assert.equal(answer.cost.calls, 2);
  assert.deepEqual(answer.body.submissions.map(({ status }) => status), ['queued', 'queued', 'queued', 'duplicate']);
  for (const { delivery_id: id } of answer.body.submissions.slice(0, 3)) {
    await until(async () => (await delivery(id)).status === 'created', `delivery ${id} becomes a lead`);
  }
});

test('a_challenge_is_repeated_as_plain_text', async () => {
  const source = await sourceOf('meta_lead_ads', { verify_token: 'let me in' });
  const at = new URL(source.capture_url).pathname;
  const answer = (await app.send('GET', `${at}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=let+me+in`, { loose: true })).expect(200);
  assert.equal(answer.text, '1158201444');
  assert.match(answer.headers.get('content-type'), /^text\/plain/);
  (await app.send('GET', `${at}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=other`)).refused(404, 'not_found');
});

test('a_delivery_over_256_kilobytes_is_refused_before_it_is_read', async () => {
  const source = (await owner.post('/v1/sources', { name: 'Large' })).expect(201).body;
  const at = new URL(source.capture_url).pathname;
  const body = (length) => JSON.stringify({ email: 'large@example.com', text: 'x'.repeat(length) });
  (await app.send('POST', at, { raw: body(256 * 1024), type: 'application/json' })).refused(413, 'content_too_large');
  (await app.send('POST', at, { raw: body(200_000), type: 'application/json' })).expect(200);
});
