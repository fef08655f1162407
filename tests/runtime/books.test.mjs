// Books that are shared, why somebody sees a record, and leads that become contacts and deals, on the running Worker.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { COLLABORATE, EVERYTHING, UNKNOWN, startApp } from './support.mjs';

let app, owner, ann, bob, cara;
before(async () => {
  app = await startApp();
  owner = await app.organization('Books');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  cara = await app.person(owner, 'Cara Cole');
});
after(() => app?.stop());

test('a_book_reaches_what_its_owner_has_and_gets_until_it_ends', async () => {
  const before = await ann.lead('In the book before');
  const contact = await ann.record('contacts', { name: 'Of another kind' });
  const answer = (await ann.post('/v1/book_shares', { with: { type: 'user', id: bob.id }, kinds: ['lead'], permissions: ['update', 'create'], reason: 'holiday' })).expect(201);
  const { id, created_at, ...book } = answer.body;
  assert.equal(answer.headers.get('location'), `/v1/book_shares/${id}`);
  assert.match(created_at, /Z$/);
  assert.deepEqual(book.owner, ann.brief);
  assert.deepEqual([book.with.type, book.with.id], ['user', bob.id]);
  assert.deepEqual([book.kinds, book.permissions, book.expires_at, book.reason, book.granted_by], [['lead'], ['read', 'update', 'create'], null, 'holiday', ann.brief]);
  const later = await ann.lead('In the book later');
  assert.deepEqual((await bob.ids('/v1/leads')).sort(), [before.id, later.id].sort());
  assert.deepEqual((await bob.get(`/v1/leads/${later.id}`)).expect(200).body.permissions, ['read', 'update']);
  (await bob.patch(`/v1/leads/${later.id}`, { title: 'by Bob' })).expect(200);
  (await bob.delete(`/v1/leads/${later.id}`)).refused(403, 'forbidden');
  (await bob.get(`/v1/contacts/${contact.id}`)).refused(404, 'not_found');
  assert.deepEqual(await bob.ids('/v1/contacts'), []);
  const made = await bob.lead('Made for Ann', { owner_id: ann.id });
  assert.deepEqual(made.owner, ann.brief);
  (await bob.post('/v1/contacts', { name: 'Not of this kind', owner_id: ann.id })).refused(403, 'forbidden');
  assert.deepEqual(await bob.ids('/v1/book_shares?direction=received'), [id]);
  assert.deepEqual(await ann.ids('/v1/book_shares'), [id]);
  // Giving again replaces.
  const again = (await ann.post('/v1/book_shares', { with: { type: 'user', id: bob.id }, kinds: ['lead', 'contact'], permissions: ['read'] })).expect(200).body;
  assert.equal(again.id, id);
  (await bob.patch(`/v1/leads/${later.id}`, { title: 'again' })).refused(403, 'forbidden');
  (await bob.get(`/v1/contacts/${contact.id}`)).expect(200);
  // Nobody extends what names themselves, nor shares somebody else's book.
  (await bob.patch(`/v1/book_shares/${id}`, { permissions: ['read', 'update'] })).refused(403);
  (await bob.post('/v1/book_shares', { owner_id: ann.id, with: { type: 'user', id: cara.id }, kinds: ['lead'], permissions: ['read'] })).refused(403, 'forbidden');
  // The book is its owner's: a lead that goes to somebody else leaves it.
  (await ann.post(`/v1/leads/${before.id}/assign`, { owner_id: cara.id, keep_previous_owner: 'none' })).expect(200);
  (await bob.get(`/v1/leads/${before.id}`)).refused(404, 'not_found');
  (await ann.delete(`/v1/book_shares/${id}`)).expect(204);
  (await bob.get(`/v1/leads/${later.id}`)).refused(404, 'not_found');
  assert.deepEqual(await bob.ids('/v1/leads'), []);
});

test('why_somebody_sees_a_lead_is_what_the_lead_itself_says', async () => {
  const lead = await ann.lead('Explained');
  const path = `/v1/leads/${lead.id}`;
  const team = await app.team(owner, 'Explainers', [bob]);
  const share = (await ann.post(`${path}/shares`, { with: { type: 'team', id: team.id }, permissions: ['read', 'delete'], reason: 'cover' })).expect(201).body;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  const own = (await bob.get(`${path}/access/me`)).expect(200).body;
  assert.deepEqual((await ann.get(`${path}/access/${bob.id}`)).expect(200).body, own);
  assert.deepEqual([own.user, own.visible, own.cut_by_role, own.expired], [bob.brief, true, [], []]);
  const granted = Object.keys(own.permissions).filter((name) => own.permissions[name].granted);
  assert.deepEqual(Object.keys(own.permissions).sort(), [...EVERYTHING].sort());
  assert.deepEqual(granted.sort(), [...(await bob.get(path)).expect(200).body.permissions].sort());
  assert.deepEqual(own.permissions.read.because.map(({ source }) => source).sort(), ['collaborator', 'team_share']);
  const [reason] = own.permissions.delete.because;
  assert.deepEqual([reason.source, reason.id, reason.granted_by, reason.reason, reason.expires_at], ['team_share', share.id, ann.brief, 'cover', null]);
  assert.deepEqual(reason.via, { type: 'team', id: team.id, name: 'Explainers' });
  const everybody = await ann.all(`${path}/access`);
  assert.deepEqual(everybody.map(({ user }) => user.id).sort(), [owner.id, ann.id, bob.id].sort());
  for (const { user, permissions } of everybody) {
    const who = [owner, ann, bob].find(({ id }) => id === user.id);
    assert.deepEqual(permissions, (await who.get(path)).expect(200).body.permissions);
  }
  assert.deepEqual(everybody.find(({ user }) => user.id === owner.id).sources.map(({ source }) => source), ['role']);
  const pages = await ann.all(`${path}/access?limit=1`);
  assert.deepEqual(pages, everybody);
  (await bob.get(`${path}/access`)).refused(403, 'forbidden');
  (await bob.get(`${path}/access/${ann.id}`)).refused(403, 'forbidden');
  const unseen = (await ann.get(`${path}/access/${cara.id}`)).expect(200).body;
  assert.deepEqual([unseen.visible, unseen.remedy], [false, [{ action: 'request_to_collaborate', who: [ann.brief] }]]);
  (await ann.get(`${path}/access/${UNKNOWN}`)).refused(404, 'not_found');
});

test('a_lead_becomes_a_contact_and_a_deal_once_with_all_who_work_on_it', async () => {
  const fields = { name: 'Converted', company: 'Acme', email: 'converted@example.com', phone: '+49 30 7654321', amount: 5000, currency: 'EUR', tags: ['vip'], fields: { size: 12 } };
  const lead = await ann.lead('Converted', fields);
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  (await ann.post(`${path}/shares`, { with: { type: 'user', id: cara.id }, permissions: ['read'] })).expect(201);
  (await cara.post(`${path}/convert`, {})).refused(403, 'forbidden');
  const before = await app.rowCounts();
  (await ann.post(`${path}/convert`, { deal: { amount: 'x' } })).invalid('deal.amount');
  assert.deepEqual(await app.rowCounts(), before);
  // Several ask at once, one converts.
  const answers = await Promise.all([ann, bob, ann].map((who) => who.post(`${path}/convert`, { deal: { name: 'The deal', amount: 9000 } })));
  const [first, ...rest] = answers.filter(({ status }) => status < 400);
  assert.deepEqual(rest, []);
  const { contact, deal } = first.expect(200, 201).body;
  for (const late of answers.filter((answer) => answer !== first)) {
    late.refused(409, 'already_converted');
    assert.deepEqual([late.body.contact_id, late.body.deal_id], [contact.id, deal.id]);
  }
  const now = (await ann.get(path)).expect(200).body;
  assert.deepEqual([now.status, now.contact_id, now.deal_id], ['converted', contact.id, deal.id]);
  assert.deepEqual([contact.kind, contact.name, contact.email, contact.tags, contact.fields], ['contact', 'Converted', 'converted@example.com', ['vip'], { size: 12 }]);
  assert.deepEqual([deal.kind, deal.name, deal.amount, deal.currency, deal.status], ['deal', 'The deal', 9000, 'EUR', 'open']);
  for (const at of [`/v1/contacts/${contact.id}`, `/v1/deals/${deal.id}`]) {
    const seen = (await ann.get(at)).expect(200).body;
    assert.deepEqual([seen.owner, seen.permissions, seen.collaborators.map(({ id }) => id)], [ann.brief, EVERYTHING, [bob.id]]);
    assert.deepEqual((await bob.get(at)).expect(200).body.permissions, COLLABORATE);
    assert.deepEqual((await cara.get(at)).expect(200).body.permissions, ['read']);
    assert.equal((await ann.timeline(at))[0].type, 'created');
  }
  const [entry, ...more] = (await ann.timeline(path)).filter(({ type }) => type === 'converted');
  assert.deepEqual([more, entry.data.changes], [[], { status: { from: 'new', to: 'converted' } }]);
});
