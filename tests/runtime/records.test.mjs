// Leads, contacts and deals: made, read, listed, found, edited, thrown away, handed over, claimed.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { COLLABORATE, EVERYTHING, KINDS, SORTS, UNKNOWN, eachAtOnce, startApp } from './support.mjs';

let app, owner, ann, bob, cara;
before(async () => {
  app = await startApp();
  owner = await app.organization('Records');
  ann = await app.person(owner, 'Ann Able');
  bob = await app.person(owner, 'Bob Best');
  cara = await app.person(owner, 'Cara Cole');
});
after(() => app?.stop());

const FIRST = { leads: 'new', contacts: 'active', deals: 'open' };
const OTHER = { leads: 'working', contacts: 'inactive', deals: 'won' };
const FULL = {
  name: 'Zoë Müller', company: 'Müller GmbH', title: 'CEO', email: 'Zoe@Mueller.example', phone: '+49 (30) 555-0199', website: 'https://mueller.example', source: 'fair', amount: -5, currency: 'eur', tags: ['a', 'b', 'a'],
  fields: { size: 12, nested: { list: [1, null, 'x'] }, flag: false },
};

for (const kind of KINDS) {
  describe(kind, () => {
    test('are_made_with_every_field_and_read_back_the_same', async () => {
      const answer = (await ann.post(`/v1/${kind}`, { ...FULL, status: OTHER[kind] })).expect(201);
      const made = answer.body;
      assert.equal(answer.headers.get('location'), `/v1/${kind}/${made.id}`);
      assert.equal(made.kind, kind.slice(0, -1));
      for (const field of ['name', 'company', 'title', 'phone', 'website', 'source', 'amount', 'fields']) assert.deepEqual(made[field], FULL[field], field);
      assert.equal(made.email.toLowerCase(), FULL.email.toLowerCase());
      assert.equal(made.currency, 'EUR');
      assert.deepEqual(made.tags, ['a', 'b']);
      assert.equal(made.status, OTHER[kind]);
      assert.deepEqual([made.owner, made.permissions, made.version, made.deleted_at], [ann.brief, EVERYTHING, 1, null]);
      assert.deepEqual((await ann.get(`/v1/${kind}/${made.id}`)).expect(200).body, made);
      const [entry, ...more] = await ann.timeline(`/v1/${kind}/${made.id}`);
      assert.deepEqual(more, []);
      assert.equal(entry.type, 'created');
      assert.deepEqual(entry.data.owner, ann.brief);
      assert.deepEqual(entry.data.changes.name, { from: null, to: FULL.name });
      assert.deepEqual(entry.data.changes['fields.size'], { from: null, to: 12 });
    });

    test('need_a_name_an_email_or_a_phone', async () => {
      for (const [field, value] of [['name', 'x'], ['email', 'only@example.com'], ['phone', '12345']]) {
        const made = (await ann.post(`/v1/${kind}`, { [field]: value })).expect(201).body;
        assert.equal(made.status, FIRST[kind]);
        const cleared = (await ann.patch(`/v1/${kind}/${made.id}`, { [field]: null })).refused(422);
        assert.equal(cleared.body.errors[0].code, 'no_contact_details');
        assert.equal((await ann.get(`/v1/${kind}/${made.id}`)).body.version, 1);
      }
      for (const body of [{}, { company: 'x' }, { name: '  ', email: '', phone: null }]) (await ann.post(`/v1/${kind}`, body)).refused(422);
    });

    test('have_the_statuses_of_their_kind_and_no_other', async () => {
      const made = await ann.record(kind, { name: 'Status' });
      for (const other of KINDS) (await ann.patch(`/v1/${kind}/${made.id}`, { status: OTHER[other] })).expect(other === kind ? 200 : 422);
      (await ann.patch(`/v1/${kind}/${made.id}`, { status: null })).invalid('status');
    });

    test('go_to_the_trash_and_come_back', async () => {
      const made = await ann.record(kind, { name: 'Thrown away' });
      const path = `/v1/${kind}/${made.id}`;
      (await ann.post(`${path}/restore`, {})).refused(409, 'not_deleted');
      assert.equal((await ann.delete(path)).expect(204).text, '');
      const deleted = (await ann.get(path)).expect(200).body;
      assert.ok(Date.parse(deleted.deleted_at));
      assert.deepEqual(deleted.permissions, ['read']);
      for (const [method, rest, body] of [['PATCH', '', { title: 'x' }], ['DELETE', ''], ['POST', '/assign', { owner_id: bob.id }], ['PUT', `/collaborators/${bob.id}`, {}], ['POST', '/shares', { with: { type: 'everyone' }, permissions: ['read'] }]]) {
        (await ann.send(method, path + rest, { body })).refused(409, 'record_deleted');
      }
      assert.ok(!(await ann.ids(`/v1/${kind}`)).includes(made.id));
      assert.deepEqual(await ann.ids(`/v1/${kind}?deleted=true`), [made.id]);
      assert.equal((await ann.get(`/v1/${kind}/count?deleted=true`)).body.count, 1);
      assert.ok((await owner.ids(`/v1/${kind}?deleted=true`)).includes(made.id));
      const restored = (await ann.post(`${path}/restore`, {})).expect(200).body;
      assert.deepEqual([restored.deleted_at, restored.permissions, restored.version], [null, EVERYTHING, 3]);
      assert.ok((await ann.ids(`/v1/${kind}`)).includes(made.id));
      assert.deepEqual((await ann.timeline(path)).map(({ type }) => type), ['created', 'deleted', 'restored']);
    });

    test('answer_304_to_who_has_this_version', async () => {
      const made = await ann.record(kind, { name: 'Tagged' });
      const path = `/v1/${kind}/${made.id}`;
      for (const tag of ['"1"', 'W/"1"', '"7", "1"', '*']) {
        const answer = (await ann.get(path, { 'if-none-match': tag })).expect(304);
        assert.equal(answer.etag, '"1"');
      }
      (await ann.get(path, { 'if-none-match': '"2"' })).expect(200);
      (await ann.patch(path, { title: 'x' })).expect(200);
      (await ann.get(path, { 'if-none-match': '"1"' })).expect(200);
      (await bob.get(path, { 'if-none-match': '*' })).refused(404);
    });

    test('answer_head_as_get_without_a_body', async () => {
      const made = await ann.record(kind, { name: 'Headed' });
      for (const target of [`/v1/${kind}/${made.id}`, `/v1/${kind}`, `/v1/${kind}/count`, `/v1/${kind}/${made.id}/timeline`]) {
        const [got, head] = [await ann.get(target), await ann.send('HEAD', target)];
        head.expect(200);
        assert.equal(head.headers.get('content-type'), 'application/json');
        assert.equal(head.etag, got.etag);
      }
      (await bob.send('HEAD', `/v1/${kind}/${made.id}`)).expect(404);
    });

    test('a_claim_takes_from_the_pool_and_only_from_there', async () => {
      (await ann.post(`/v1/${kind}`, { name: 'Nobodys', owner_id: null })).refused(403, 'forbidden');
      const made = await owner.record(kind, { name: 'Nobodys', owner_id: null });
      const path = `/v1/${kind}/${made.id}`;
      assert.equal(made.owner, null);
      assert.deepEqual((await owner.ids(`/v1/${kind}?owner=none`)), [made.id]);
      (await ann.get(path)).refused(404);
      (await ann.post(`${path}/claim`, {})).refused(404);
      (await owner.patch('/v1/organization', { settings: { pool: 'agents' } })).expect(200);
      try {
        assert.deepEqual((await ann.get(path)).expect(200).body.permissions, ['read']);
        assert.ok((await ann.ids(`/v1/${kind}`)).includes(made.id), 'the plain list includes the pool');
        assert.deepEqual(await ann.ids(`/v1/${kind}?owner=none`), [made.id]);
        (await ann.patch(path, { title: 'x' })).refused(403, 'forbidden');
        const claimed = (await ann.post(`${path}/claim`, {})).expect(200).body;
        assert.deepEqual([claimed.owner, claimed.permissions], [ann.brief, EVERYTHING]);
        const late = (await bob.post(`${path}/claim`, {})).refused(409, 'already_owned');
        assert.ok(!late.text.includes('Ann'), 'the name of an owner whom one cannot see is not told');
        assert.ok((await owner.post(`${path}/claim`, {})).refused(409, 'already_owned').text.includes('Ann Able'));
        assert.deepEqual(await ann.ids(`/v1/${kind}?owner=none`), []);
        (await bob.get(path)).refused(404);
      } finally {
        (await owner.patch('/v1/organization', { settings: { pool: 'admins' } })).expect(200);
      }
    });
  });
}

test('an_edit_merges_clears_and_keeps_the_version_when_it_changes_nothing', async () => {
  const lead = await ann.lead('Edited', { company: 'Old', tags: ['x'], fields: { a: 1, b: { c: 1, d: 2 }, e: [1] } });
  const path = `/v1/leads/${lead.id}`;
  const edited = (await ann.patch(path, { company: null, title: 'CEO', amount: 0, fields: { a: null, b: { c: 3, d: null }, new: true } })).expect(200).body;
  assert.deepEqual([edited.company, edited.title, edited.amount, edited.fields, edited.version], [null, 'CEO', 0, { b: { c: 3 }, e: [1], new: true }, 2]);
  assert.deepEqual((await ann.timeline(path)).at(-1).data, {
    changes: {
      company: { from: 'Old', to: null }, title: { from: null, to: 'CEO' }, amount: { from: null, to: 0 }, 'fields.a': { from: 1, to: null }, 'fields.b': { from: { c: 1, d: 2 }, to: { c: 3 } }, 'fields.new': { from: null, to: true },
    },
  });
  for (const body of [{}, { title: 'CEO' }, { company: null }, { tags: ['x'] }, { fields: {} }, { fields: { e: [1], nothing: null } }]) {
    const same = (await ann.patch(path, body)).expect(200).body;
    assert.equal(same.version, 2, JSON.stringify(body));
    assert.equal(same.updated_at, edited.updated_at);
  }
  assert.equal((await ann.timeline(path)).length, 2);
  assert.deepEqual((await ann.patch(path, { fields: null, tags: null })).expect(200).body.fields, {});
});

test('an_edit_of_what_somebody_else_changed_since_is_412_and_writes_nothing', async () => {
  const lead = await ann.lead('Contested', { fields: { a: 1, b: 1 } });
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  (await ann.patch(path, { phone: '111', fields: { a: 2 } })).expect(200);
  const refused = (await bob.patch(path, { phone: '222', title: 'x', fields: { a: 3 } }, 1)).refused(412, 'edit_conflict');
  assert.deepEqual([...refused.body.conflicts].sort(), ['fields.a', 'phone']);
  assert.equal(refused.body.version, 3);
  assert.deepEqual(refused.body.current, (await bob.get(path)).body);
  assert.deepEqual(refused.body.current.permissions, COLLABORATE);
  // The same value, another field, another custom field, a version that only grants came after: no conflict.
  assert.equal((await bob.patch(path, { phone: '111' }, 1)).expect(200).body.version, 3);
  assert.equal((await bob.patch(path, { fields: { b: 2 } }, 1)).expect(200).body.version, 4);
  assert.equal((await bob.patch(path, { title: 'x' }, 2)).expect(200).body.version, 5);
  for (const version of [6, 1000]) (await bob.patch(path, { title: 'y' }, version)).refused(412, 'edit_conflict');
  assert.equal((await bob.send('PATCH', path, { body: { title: 'z' }, headers: { 'if-match': '*' } })).expect(200).body.version, 6);
  // What was changed and changed back since is a conflict all the same only where it differs from what is wanted.
  (await bob.patch(path, { phone: '333' })).expect(200);
  assert.equal((await ann.get(path)).body.version, 7);
});

test('a_conflict_of_custom_fields_is_found_whatever_their_names_are', async () => {
  for (const key of ['plain', 'with space', 'dot.ted', 'qu"ote', 'back\\slash', 'ümläut', '日本', '$', 'a[0]', '😀', "it's", '<b>', '%', 'fields', 'changes']) {
    const lead = await ann.lead('Named oddly', { fields: { [key]: 1 } });
    const path = `/v1/leads/${lead.id}`;
    (await ann.patch(path, { fields: { [key]: 2 } })).expect(200);
    const refused = (await ann.patch(path, { fields: { [key]: 3 } }, 1)).refused(412, 'edit_conflict');
    assert.deepEqual(refused.body.conflicts, [`fields.${key}`]);
    (await ann.patch(path, { fields: { other: 3 } }, 1)).expect(200);
  }
});

test('clearing_all_custom_fields_conflicts_with_a_change_of_one', async () => {
  const lead = await ann.lead('Cleared', { fields: { a: 1, b: 1 } });
  const path = `/v1/leads/${lead.id}`;
  (await ann.patch(path, { fields: { a: 2 } })).expect(200);
  assert.deepEqual((await ann.patch(path, { fields: null }, 1)).refused(412, 'edit_conflict').body.conflicts, ['fields.a']);
});

test('a_new_record_for_somebody_else_or_for_nobody_takes_assign_any', async () => {
  (await ann.post('/v1/leads', { name: 'x', owner_id: bob.id })).refused(403, 'forbidden');
  assert.deepEqual((await ann.post('/v1/leads', { name: 'x', owner_id: ann.id })).expect(201).body.owner, ann.brief);
  const made = (await owner.post('/v1/leads', { name: 'x', owner_id: bob.id })).expect(201).body;
  assert.deepEqual(made.owner, bob.brief);
  (await bob.get(`/v1/leads/${made.id}`)).expect(200);
  (await owner.post('/v1/leads', { name: 'x', owner_id: UNKNOWN })).invalid('owner_id');
});

test('a_duplicate_is_refused_only_when_asked_to_and_told_to_who_may_see_it', async () => {
  const lead = await ann.lead('Original', { email: 'twin@example.com', phone: '+49 40 5550177' });
  (await ann.post('/v1/leads', { name: 'Copy', email: 'TWIN@example.com' })).expect(201);
  (await ann.post('/v1/leads?on_duplicate=create', { name: 'Copy', email: 'twin@example.com' })).expect(201);
  (await ann.post('/v1/leads?on_duplicate=refuse', { name: 'Copy', email: 'Twin@Example.com' })).refused(409, 'possible_duplicate');
  (await ann.post('/v1/leads?on_duplicate=refuse', { name: 'Copy', phone: '+49405550177' })).refused(409, 'possible_duplicate');
  (await ann.post('/v1/leads?on_duplicate=refuse', { name: 'Copy', email: 'other@example.com' })).expect(201);
  (await ann.post('/v1/leads?on_duplicate=nonsense', { name: 'Copy' })).refused(400, 'invalid_parameter');
  const { data } = (await ann.get('/v1/leads/duplicates?email=twin@example.com&phone=%2B49405550177')).expect(200).body;
  assert.equal(data.length, 3);
  assert.ok(data.every(({ visible }) => visible));
  assert.ok(data.some((one) => one.lead.id === lead.id));
});

/** Ann's lead with a collaborator, handed over by `who` with `how`. */
async function handOver(who, to, how = {}) {
  const lead = await ann.lead('Handed over');
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${cara.id}`)).expect(201);
  const answer = await who.post(`${path}/assign`, { owner_id: to?.id ?? null, ...how });
  return { path, answer };
}

test('every_hand_over_choice_does_what_it_says', async () => {
  for (const [keep, level] of [[undefined, 'viewer'], ['none', null], ['view', 'viewer'], ['edit', 'collaborator']]) {
    for (const stay of [undefined, true, false]) {
      const { path, answer } = await handOver(ann, bob, { note: 'yours', ...(keep && { keep_previous_owner: keep }), ...(stay !== undefined && { keep_collaborators: stay }), move_open_tasks: true });
      const { body } = answer.expect(200);
      assert.deepEqual(body.owner, bob.brief);
      const expected = [...(stay === false ? [] : [{ ...cara.brief, level: 'collaborator' }]), ...(level ? [{ ...ann.brief, level }] : [])];
      const now = (await bob.get(path)).expect(200).body;
      assert.deepEqual(now.collaborators, expected, `${keep} ${stay}`);
      assert.deepEqual(now.permissions, EVERYTHING);
      const seen = await ann.get(path);
      if (level === null) seen.refused(404);
      else assert.deepEqual(seen.expect(200).body.permissions, level === 'viewer' ? ['read'] : COLLABORATE);
      (await cara.get(path)).expect(stay === false ? 404 : 200);
      const assigned = (await bob.timeline(path)).find(({ type }) => type === 'assigned');
      assert.deepEqual(assigned.data, { from: ann.brief, to: bob.brief, note: 'yours' });
    }
  }
});

test('the_settings_say_how_a_record_is_handed_over_when_nobody_does', async () => {
  (await owner.patch('/v1/organization', { settings: { transfer: { keep_previous_owner: 'none', keep_collaborators: false } } })).expect(200);
  try {
    const { path } = await handOver(ann, bob);
    assert.deepEqual((await bob.get(path)).expect(200).body.collaborators, []);
    (await ann.get(path)).refused(404);
    const kept = await handOver(ann, bob, { keep_previous_owner: 'edit', keep_collaborators: true });
    assert.equal((await bob.get(kept.path)).body.collaborator_count, 2);
  } finally {
    (await owner.patch('/v1/organization', { settings: { transfer: null } })).expect(200);
  }
});

test('who_may_hand_over_is_the_owner_and_who_may_assign_anything', async () => {
  assert.deepEqual((await handOver(owner, bob)).answer.expect(200).body.owner, bob.brief);
  assert.equal((await handOver(owner, null)).answer.expect(200).body.owner, null);
  const refused = (await handOver(cara, bob)).answer.refused(403, 'forbidden');
  assert.equal(refused.body.missing, 'assign');
  (await handOver(bob, bob)).answer.refused(404, 'not_found');
  (await handOver(ann, { id: UNKNOWN })).answer.invalid('owner_id');
  const lead = await ann.lead('No owner named');
  (await ann.post(`/v1/leads/${lead.id}/assign`, {})).invalid('owner_id');
  // To whoever owns it already: nothing happens.
  const same = (await ann.post(`/v1/leads/${lead.id}/assign`, { owner_id: ann.id })).expect(200).body;
  assert.equal(same.version, 1);
  // The new owner is no longer listed as a collaborator, and a direct share survives.
  const path = `/v1/leads/${lead.id}`;
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
  const share = (await ann.post(`${path}/shares`, { with: { type: 'user', id: cara.id }, permissions: ['read'] })).expect(201).body;
  const given = (await ann.post(`${path}/assign`, { owner_id: bob.id, keep_previous_owner: 'none' })).expect(200);
  assert.deepEqual(given.body.collaborators, []);
  assert.deepEqual(await bob.ids(`${path}/shares`), [share.id]);
  (await cara.get(path)).expect(200);
});

test('collaborators_are_added_changed_listed_and_removed_and_may_leave', async () => {
  const lead = await ann.lead('Worked on');
  const path = `/v1/leads/${lead.id}`;
  const added = (await ann.put(`${path}/collaborators/${bob.id}`, { notify: false })).expect(201).body;
  assert.deepEqual([added.user, added.level, added.added_by, added.permissions], [bob.brief, 'collaborator', ann.brief, COLLABORATE]);
  (await ann.put(`${path}/collaborators/${bob.id}`)).expect(200);
  assert.equal((await ann.put(`${path}/collaborators/${bob.id}`, { level: 'viewer' })).expect(200).body.level, 'viewer');
  assert.deepEqual((await bob.get(path)).body.permissions, ['read']);
  assert.equal((await ann.put(`${path}/collaborators/${bob.id}`)).expect(200).body.level, 'viewer');
  (await ann.put(`${path}/collaborators/${bob.id}`, { level: 'co_owner' })).invalid('level');
  (await ann.put(`${path}/collaborators/${ann.id}`)).refused(409, 'already_owner');
  (await ann.put(`${path}/collaborators/${UNKNOWN}`)).refused(404);
  (await bob.put(`${path}/collaborators/${cara.id}`)).refused(403, 'forbidden');
  (await cara.put(`${path}/collaborators/me`)).refused(404);
  assert.equal((await bob.put(`${path}/collaborators/me`)).refused(403, 'forbidden').body.remedy, 'request_to_collaborate');
  assert.equal((await bob.put(`${path}/collaborators/${bob.id}`, { level: 'collaborator' })).refused(403, 'forbidden').body.remedy, 'request_to_collaborate');
  (await owner.put(`${path}/collaborators/me`)).expect(201);
  (await owner.put(`${path}/collaborators/me`)).expect(200);
  assert.deepEqual((await ann.all(`${path}/collaborators?limit=1`)).map(({ user }) => user.id), [bob.id, owner.id]);
  (await bob.delete(`${path}/collaborators/${owner.id}`)).refused(403);
  (await bob.delete(`${path}/collaborators/me`)).expect(204);
  (await bob.get(path)).refused(404);
  (await ann.delete(`${path}/collaborators/${bob.id}`)).refused(404);
  (await ann.delete(`${path}/collaborators/${owner.id}`)).expect(204);
  assert.deepEqual((await ann.timeline(path)).map(({ type }) => type), ['created', 'collaborator_added', 'collaborator_changed', 'collaborator_added', 'collaborator_removed', 'collaborator_removed']);
});

test('a_record_shows_its_first_five_collaborators_and_counts_all', async () => {
  const people = await eachAtOnce(Array.from({ length: 7 }), 1, (_, index) => app.person(owner, `Helper ${index}`));
  const lead = await ann.lead('Popular');
  for (const person of people) (await ann.put(`/v1/leads/${lead.id}/collaborators/${person.id}`)).expect(201);
  const now = (await people[6].get(`/v1/leads/${lead.id}`)).expect(200).body;
  assert.deepEqual(now.collaborators, people.slice(0, 5).map((person) => ({ ...person.brief, level: 'collaborator' })));
  assert.equal(now.collaborator_count, 7);
  const listed = (await ann.get('/v1/leads?q=popular')).body.data[0];
  assert.deepEqual([listed.collaborators, listed.collaborator_count], [now.collaborators, 7]);
});

test('co_owners_may_everything_but_assign_where_the_settings_allow_them', async () => {
  (await owner.patch('/v1/organization', { settings: { multiple_assignment: true } })).expect(200);
  try {
    const lead = await ann.lead('Owned by two');
    (await ann.put(`/v1/leads/${lead.id}/collaborators/${bob.id}`, { level: 'co_owner' })).expect(201);
    assert.deepEqual((await bob.get(`/v1/leads/${lead.id}`)).body.permissions, EVERYTHING.filter((one) => one !== 'assign'));
    (await bob.post(`/v1/leads/${lead.id}/assign`, { owner_id: bob.id })).refused(403);
    (await bob.put(`/v1/leads/${lead.id}/collaborators/${cara.id}`)).expect(201);
    (await bob.delete(`/v1/leads/${lead.id}`)).expect(204);
  } finally {
    (await owner.patch('/v1/organization', { settings: { multiple_assignment: false } })).expect(200);
  }
});

test('must_see_refuses_collaborators_who_cannot_see_the_record_yet', async () => {
  (await owner.patch('/v1/organization', { settings: { collaborator_policy: 'must_see' } })).expect(200);
  try {
    const lead = await ann.lead('Strict');
    const path = `/v1/leads/${lead.id}`;
    (await ann.put(`${path}/collaborators/${bob.id}`)).refused(422, 'recipient_cannot_see');
    (await ann.post(`${path}/shares`, { with: { type: 'user', id: bob.id }, permissions: ['read'] })).expect(201);
    (await ann.put(`${path}/collaborators/${bob.id}`)).expect(201);
    (await ann.put(`${path}/collaborators/${owner.id}`)).expect(201);
  } finally {
    (await owner.patch('/v1/organization', { settings: { collaborator_policy: null } })).expect(200);
  }
});

describe('lists', () => {
  const MADE = 57;
  let lister, helper, made;
  before(async () => {
    lister = await app.person(owner, 'Lister');
    helper = await app.person(owner, 'Helper of Lister');
    made = await eachAtOnce(Array.from({ length: MADE }), 1, (_, index) =>
      lister.lead(`Listed ${String((index * 37) % 20).padStart(2, '0')}`, {
        status: ['new', 'working', 'qualified'][index % 3], source: index % 4 ? 'web' : 'fair', tags: index % 5 ? ['cold'] : ['hot', 'cold'], amount: index % 6 ? (index % 10) * 100 - 300 : null, company: index === 5 ? 'Überflieger AG' : null,
        email: `box${index}x@example.com`,
      }),
    );
    for (const lead of made.slice(0, 7)) (await lister.put(`/v1/leads/${lead.id}/collaborators/${helper.id}`)).expect(201);
  });

  const key = {
    updated_at: (lead) => Date.parse(lead.updated_at), created_at: (lead) => Date.parse(lead.created_at), name: (lead) => lead.name.toLowerCase(), amount: (lead) => lead.amount ?? -Infinity,
  };

  test('every_sort_reaches_every_record_once_in_order_whatever_the_page_size', async () => {
    for (const sort of SORTS) {
      for (const limit of [1, 7, 50, 200]) {
        if (limit === 1 && sort !== 'name' && sort !== '-amount') continue;
        const leads = await lister.all(`/v1/leads?sort=${sort}&limit=${limit}`);
        assert.deepEqual(leads.map(({ id }) => id).sort(), made.map(({ id }) => id).sort(), `${sort} ${limit}`);
        const keys = leads.map(key[sort.replace('-', '')]);
        for (let index = 1; index < keys.length; index += 1) {
          assert.ok(sort.startsWith('-') ? keys[index - 1] >= keys[index] : keys[index - 1] <= keys[index], `${sort}: ${keys[index - 1]} before ${keys[index]}`);
        }
      }
    }
    assert.equal((await lister.get('/v1/leads')).body.data.length, 50);
  });

  test('paging_is_stable_while_records_are_added_for_every_sort', async () => {
    for (const sort of SORTS) {
      const walker = await app.person(owner, `Walker ${sort}`);
      const before = [];
      for (let index = 0; index < 9; index += 1) before.push((await walker.lead(`Walked ${index % 4}`, { amount: index % 3 })).id);
      const seen = [];
      for (let cursor = '', added = 0; cursor !== null; added += 1) {
        const page = (await walker.get(`/v1/leads?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)).expect(200).body;
        seen.push(...page.data.map(({ id }) => id));
        cursor = page.next_cursor;
        if (added < 4) await walker.lead(`Walked ${added}`, { amount: added });
      }
      assert.equal(new Set(seen).size, seen.length, `${sort}: nothing twice`);
      for (const id of before) assert.ok(seen.includes(id), `${sort}: nothing left out`);
    }
  });

  test('the_link_header_leads_through_the_same_pages', async () => {
    let target = '/v1/leads?sort=name&limit=20&status=new,working&q=listed';
    const seen = [];
    while (target) {
      const answer = (await lister.get(target)).expect(200);
      seen.push(...answer.body.data.map(({ id }) => id));
      target = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    assert.deepEqual(seen, await lister.ids('/v1/leads?sort=name&status=new,working&q=listed&limit=200'));
    assert.equal(seen.length, made.filter(({ status }) => status !== 'qualified').length);
  });

  test('every_filter_keeps_what_it_says_alone_and_together_and_counts_the_same', async () => {
    const middle = made[30];
    const cases = [
      ['', () => true], ['owner=me', () => true], [() => `owner=${lister.id}`, () => true], [() => `owner=${UNKNOWN}`, () => false], ['owner=none', () => false], ['owner=inactive', () => false], ['owner=none,me', () => true],
      ['collaborator=me', () => false], [() => `collaborator=${helper.id}`, (_, index) => index < 7], ['status=new', ({ status }) => status === 'new'], ['status=new,qualified', ({ status }) => status !== 'working'], ['status=nonsense', () => false],
      ['source=fair', ({ source }) => source === 'fair'], ['tag=hot', ({ tags }) => tags.includes('hot')], ['tag=ho', () => false], ['q=listed', () => true], ['q=LISTED', () => true], ['q=list 03', ({ name }) => name === 'Listed 03'], ['q=uberfl', (_, index) => index === 5],
      ['q=Überflieger', (_, index) => index === 5], ['q=flieger', () => false], ['q=box12x@example.com', (_, index) => index === 12], ['q=box1', (_, index) => String(index).startsWith('1')], ['deleted=true', () => false], ['deleted=false', () => true], ['shared=with_me', () => false], ['shared=by_me', () => false],
      [() => `created_after=${middle.created_at}`, ({ created_at: at }) => at > middle.created_at], [() => `created_before=${middle.created_at}`, ({ created_at: at }) => at < middle.created_at],
      [() => `created_after=${encodeURIComponent('2020-01-01T00:00:00+02:00')}&created_before=2021-01-01T00:00:00Z`, () => false],
      ['status=new&source=web&tag=cold&q=listed&owner=me', ({ status, source }) => status === 'new' && source === 'web'], [() => `collaborator=${helper.id}&owner=me&status=new`, ({ status }, index) => index < 7 && status === 'new'],
    ];
    for (const [query, keeps] of cases) {
      const text = typeof query === 'function' ? query() : query;
      const expected = made.filter(keeps).map(({ id }) => id).sort();
      assert.deepEqual((await lister.ids(`/v1/leads?${text}&limit=23`)).sort(), expected, text);
      assert.deepEqual((await lister.get(`/v1/leads/count?${text}`)).expect(200).body, { count: expected.length, exact: true }, text);
    }
  });

  test('each_sees_of_the_same_list_what_they_may', async () => {
    const shown = made.slice(0, 7).map(({ id }) => id).sort();
    assert.deepEqual((await helper.ids('/v1/leads?q=listed')).sort(), shown);
    assert.deepEqual((await helper.ids('/v1/leads?collaborator=me&limit=3')).sort(), shown);
    assert.deepEqual((await helper.ids(`/v1/leads?owner=${lister.id}`)).sort(), shown);
    assert.deepEqual(await helper.ids('/v1/leads?owner=me'), []);
    assert.equal((await helper.get('/v1/leads/count?q=listed')).body.count, 7);
    assert.equal((await owner.get(`/v1/leads/count?owner=${lister.id}`)).body.count, MADE);
    assert.deepEqual((await owner.ids(`/v1/leads?owner=${lister.id}&limit=10`)).length, MADE);
  });

  test('shares_are_found_from_both_ends', async () => {
    const guest = await app.person(owner, 'Guest of Lister');
    const [first, second] = made;
    for (const lead of [first, second]) (await lister.post(`/v1/leads/${lead.id}/shares`, { with: { type: 'user', id: guest.id }, permissions: ['read'] })).expect(201);
    assert.deepEqual((await guest.ids('/v1/leads?shared=with_me')).sort(), [first.id, second.id].sort());
    assert.deepEqual((await lister.ids('/v1/leads?shared=by_me&limit=1')).sort(), [first.id, second.id].sort());
    assert.deepEqual((await guest.ids('/v1/leads?shared=with_me&status=new')), [first.id]);
    assert.equal((await guest.get('/v1/leads/count?shared=with_me')).body.count, 2);
    assert.equal((await guest.ids('/v1/shares?direction=received&limit=1')).length, 2);
    assert.equal((await lister.ids('/v1/shares?direction=given&limit=1')).length, 2);
    assert.deepEqual(await helper.ids('/v1/leads?shared=with_me'), []);
  });

  test('updated_before_and_after_follow_the_last_change', async () => {
    const lead = made[40];
    const changed = (await lister.patch(`/v1/leads/${lead.id}`, { title: 'Changed' })).expect(200).body;
    assert.equal((await lister.ids('/v1/leads?sort=-updated_at&limit=1')).at(0), lead.id);
    const before = new Date(Date.parse(changed.updated_at) - 1).toISOString();
    assert.deepEqual(await lister.ids(`/v1/leads?updated_after=${before}`), [lead.id]);
    assert.ok(!(await lister.ids(`/v1/leads?updated_before=${changed.updated_at}`)).includes(lead.id));
  });

  test('a_timeline_pages_from_the_newest_to_the_first', async () => {
    const lead = await ann.lead('Long history');
    const path = `/v1/leads/${lead.id}`;
    for (let index = 0; index < 12; index += 1) (await ann.patch(path, { title: `Title ${index}` })).expect(200);
    const seen = (await ann.all(`${path}/timeline?limit=5`)).map(({ seq }) => seq);
    assert.deepEqual(seen, Array.from({ length: 13 }, (_, index) => 13 - index));
  });
});

test('what_does_not_exist_and_what_may_not_be_seen_are_told_apart_by_nothing_on_every_sub_route', async () => {
  const hidden = { leads: await ann.record('leads', { name: 'Hidden' }), contacts: await ann.record('contacts', { name: 'Hidden' }), deals: await ann.record('deals', { name: 'Hidden' }) };
  (await owner.patch('/v1/organization', { settings: { reveal_existence: false } })).expect(200);
  try {
    for (const kind of KINDS) {
      for (const [method, rest, body] of [
        ['GET', ''], ['HEAD', ''], ['PATCH', '', { name: 'x' }], ['PATCH', '', {}], ['DELETE', ''], ['POST', '/restore', {}], ['POST', '/assign', { owner_id: bob.id }], ['POST', '/assign', { owner_id: null }], ['POST', '/assign', { owner_id: UNKNOWN }], ['POST', '/claim', {}],
        ['GET', '/timeline'], ['GET', '/timeline?limit=1'], ['GET', '/collaborators'], ['PUT', '/collaborators/me'], ['DELETE', '/collaborators/me'], ['PUT', `/collaborators/${bob.id}`, {}], ['PUT', `/collaborators/${ann.id}`, {}], ['DELETE', `/collaborators/${ann.id}`],
        ['GET', '/shares'], ['POST', '/shares', { with: { type: 'everyone' }, permissions: ['read'] }], ['POST', '/collaboration_requests', {}], ['POST', '/collaboration_requests', { level: 'co_owner' }],
      ]) {
        const [seen, unknown] = await Promise.all([hidden[kind].id, UNKNOWN].map((id) => bob.send(method, `/v1/${kind}/${id}${rest}`, { body })));
        // The bookmark is the whole database's, which others write to meanwhile.
        const headers = (answer) => [...answer.headers].filter(([name]) => !['x-request-id', 'server-timing', 'date'].includes(name)).map(([name, value]) => [name, name === 'x-d1-bookmark' ? '' : value]);
        assert.deepEqual([seen.status, seen.anonymous, headers(seen)], [404, unknown.anonymous, headers(unknown)], String(seen));
      }
    }
  } finally {
    (await owner.patch('/v1/organization', { settings: { reveal_existence: true } })).expect(200);
  }
});
