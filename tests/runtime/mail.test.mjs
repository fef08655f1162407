// Mail about what happens, on the real runtime: by the platform's own mail, which lands in a folder, and by a provider on this machine.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startApp, until } from './support.mjs';

let app, owner, provider;
before(async () => {
  provider = await startProvider();
  app = await startApp({ maxBatchTimeout: 0, vars: { MAIL_API_URL: provider.url, MAIL_API_KEY: 're_test' } });
  owner = await app.organization('Mailed');
});
after(async () => {
  provider?.server.close();
  await app?.stop();
});

/** A provider in the shape of Resend's API. `answers` are given one after the other, the last again and again. */
async function startProvider() {
  const state = { asked: [], answers: [200] };
  state.server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = state.answers.length > 1 ? state.answers.shift() : state.answers[0];
    state.asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body), answer });
    response.writeHead(answer, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise((resolve) => state.server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${state.server.address().port}`;
  return state;
}

/** As if the minutes had gone by that a letter gathers, or waits for its next attempt. */
async function minutesLater() {
  await app.withDatabase((database) => database.exec("UPDATE mail SET due_at = due_at - 7200000 WHERE status IN ('open', 'sending')"));
  await app.worker.scheduled();
}

const to = (person) => provider.asked.filter(({ body }) => body.to[0] === person.email);
const wanted = (lead, person) => until(async () => (await app.sql('SELECT id FROM mail WHERE record_id = ? AND user_id = ?', lead.id, person.id))[0], 'a letter is open');

test('what_is_mailed_comes_once_however_the_provider_fails_and_ends_with_one_click', async () => {
  const bob = await app.person(owner, 'Bob Baker');
  const lead = await owner.lead('Bäcker & Söhne');
  (await owner.put(`/v1/leads/${lead.id}/collaborators/${bob.id}`)).expect(201);
  const { id } = await wanted(lead, bob);
  for (const answer of [500, 429, 200]) {
    provider.answers = [answer];
    const before = to(bob).length;
    await minutesLater();
    await until(() => to(bob).length > before, `an attempt that is answered ${answer}`);
    await until(async () => (await app.sql('SELECT status, error FROM mail WHERE id = ?', id))[0].status === (answer === 200 ? 'sent' : 'sending'), 'it is written down');
  }
  await minutesLater();
  const letters = to(bob);
  assert.deepEqual(letters.map(({ answer }) => answer), [500, 429, 200]);
  assert.deepEqual(new Set(letters.map(({ headers }) => headers['idempotency-key'])), new Set([id]));
  const { path: asked, headers, body } = letters.at(-1);
  assert.deepEqual([asked, headers.authorization], ['/emails', 'Bearer re_test']);
  assert.equal(body.subject, `${owner.name} made you a collaborator of Bäcker & Söhne`);
  assert.ok(body.html.includes('Bäcker &amp; Söhne') && body.text.includes(`${app.url}/leads/${lead.id}`), body.text);
  assert.equal(body.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  const link = new URL(/^<(.+)>$/.exec(body.headers['List-Unsubscribe'])[1]);
  assert.equal(link.origin, app.url);
  const page = (await app.send('GET', link.pathname, { page: true })).expect(200);
  assert.match(page.headers.get('content-type'), /^text\/html/);
  const email = async () => (await bob.get('/v1/me/notification_preferences')).expect(200).body.assigned.email;
  assert.equal(await email(), 'instant');
  (await app.send('POST', link.pathname, { raw: 'List-Unsubscribe=One-Click', type: 'application/x-www-form-urlencoded', page: true })).expect(200);
  assert.equal(await email(), 'off');
  (await app.send('GET', '/v1/unsubscribe/nobody')).refused(404, 'not_found');
});

test('without_a_provider_mails_land_in_a_folder_on_this_machine', async () => {
  await app.worker.restart({ MAIL_API_URL: '' });
  const cara = await app.person(owner, 'Cara Cole');
  const lead = await owner.lead('Folder Ltd');
  (await owner.put(`/v1/leads/${lead.id}/collaborators/${cara.id}`)).expect(201);
  await wanted(lead, cara);
  await minutesLater();
  const folder = path.join(app.worker.stateDir, 'mail');
  const mails = () => (existsSync(folder) ? readdirSync(folder) : []).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const mail = await until(() => mails().find((text) => text.includes(`To: ${cara.email}`)), 'the mail lands');
  assert.match(mail, /^List-Unsubscribe: <http/m);
  assert.match(mail, /^Content-Type: multipart\/alternative/m);
  assert.ok(mail.includes('Folder Ltd'));
});
