-- An organisation whose owner has a key (`lr_sample`), an agent, a team; a lead with a collaborator, a share and a request; a
-- lead in the pool, one in the trash, a contact; a source that delivered a form.
INSERT INTO organization (id, name, settings, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-000000000001', 'Sample', '{"pool":"agents"}', 1777000000000, 1777000000000);
INSERT INTO role (id, org_id, name, built_in, capabilities, ceiling, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-000000000011', '01980000-0000-7000-8000-000000000001', 'owner', 1, 16383, 255, 1777000000000, 1777000000000),
  ('01980000-0000-7000-8000-000000000012', '01980000-0000-7000-8000-000000000001', 'agent', 1, 1204, 255, 1777000000000, 1777000000000);
INSERT INTO user (id, org_id, role_id, name, email, search, active, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-000000000021', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000011', 'Olga Owner', 'olga@sample.test', ' olga owner olga@sample.test', 1, 1777000000000, 1777000000000),
  ('01980000-0000-7000-8000-000000000022', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000012', 'Ann Able', 'ann@sample.test', ' ann able ann@sample.test', 1, 1777000000000, 1777000000000),
  ('01980000-0000-7000-8000-000000000023', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000012', 'Gone Gary', 'gary@sample.test', ' gone gary gary@sample.test', 0, 1777000000000, 1777000000000);
INSERT INTO team (id, org_id, name, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-000000000031', '01980000-0000-7000-8000-000000000001', 'North', 1777000000000, 1777000000000);
INSERT INTO team_member (user_id, team_id, org_id, added_by, added_at) VALUES
  ('01980000-0000-7000-8000-000000000022', '01980000-0000-7000-8000-000000000031', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000021', 1777000000000);
INSERT INTO api_key (hash, id, org_id, user_id, name, created_at) VALUES
  ('a54367938bf8fd7e27b01226baad6070695a8c430f99d5a06ecd3957f247d7f8', '01980000-0000-7000-8000-000000000041', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000021', 'sample', 1777000000000);
INSERT INTO record (id, org_id, kind, name, email, status, tags, fields, owner_id, version, created_at, updated_at, last_activity_at, deleted_at, name_key, search, email_key, amount) VALUES
  ('01980000-0000-7000-8000-000000000051', '01980000-0000-7000-8000-000000000001', 'lead', 'Müller GmbH', 'info@mueller.test', 'new', '["vip"]', '{"size":12}', '01980000-0000-7000-8000-000000000022', 2, 1777000000000, 1777000001000, 1777000001000, NULL, 'muller gmbh', ' muller gmbh info@mueller.test', 'info@mueller.test', 5000),
  ('01980000-0000-7000-8000-000000000052', '01980000-0000-7000-8000-000000000001', 'lead', 'Pool', NULL, 'new', '[]', '{}', NULL, 1, 1777000000000, 1777000000000, 1777000000000, NULL, 'pool', ' pool', NULL, NULL),
  ('01980000-0000-7000-8000-000000000053', '01980000-0000-7000-8000-000000000001', 'lead', 'Trash', NULL, 'new', '[]', '{}', '01980000-0000-7000-8000-000000000023', 2, 1777000000000, 1777000000000, 1777000000000, 1777000000000, 'trash', ' trash', NULL, NULL),
  ('01980000-0000-7000-8000-000000000054', '01980000-0000-7000-8000-000000000001', 'contact', 'Carl Contact', NULL, 'active', '[]', '{}', '01980000-0000-7000-8000-000000000021', 1, 1777000000000, 1777000000000, 1777000000000, NULL, 'carl contact', ' carl contact', NULL, NULL);
INSERT INTO access (record_id, principal, source, permissions, level, id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
  SELECT id, 'collab:01980000-0000-7000-8000-000000000021', 'collaborator', 227, 'collaborator', '01980000-0000-7000-8000-000000000061', owner_id, 1777000000000, num, shelf, updated_at, created_at, name_key, amount_key
  FROM record WHERE id = '01980000-0000-7000-8000-000000000051';
INSERT INTO access (record_id, principal, source, permissions, id, granted_by, granted_at, reason, num, shelf, updated_at, created_at, name_key, amount_key)
  SELECT id, 'team:01980000-0000-7000-8000-000000000031', 'share', 1, '01980000-0000-7000-8000-000000000062', owner_id, 1777000000000, 'For the trade fair', num, shelf, updated_at, created_at, name_key, amount_key
  FROM record WHERE id = '01980000-0000-7000-8000-000000000054';
INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data, dispatched_at) VALUES
  ('01980000-0000-7000-8000-000000000051', 1, '01980000-0000-7000-8000-000000000001', 'created', 1777000000000, 'user', '01980000-0000-7000-8000-000000000022', 'Ann Able', '{"changes":{"name":{"from":null,"to":"Müller"}},"owner":{"id":"01980000-0000-7000-8000-000000000022","name":"Ann Able"}}', 1777000000500),
  ('01980000-0000-7000-8000-000000000051', 2, '01980000-0000-7000-8000-000000000001', 'updated', 1777000001000, 'user', '01980000-0000-7000-8000-000000000022', 'Ann Able', '{"changes":{"name":{"from":"Müller","to":"Müller GmbH"}}}', NULL),
  ('01980000-0000-7000-8000-000000000052', 1, '01980000-0000-7000-8000-000000000001', 'created', 1777000000000, 'source', '01980000-0000-7000-8000-000000000081', 'Form', '{"changes":{},"owner":null}', NULL);
INSERT INTO request (id, org_id, record_id, requester_id, level, reason, status, created_at, expires_at) VALUES
  ('01980000-0000-7000-8000-000000000071', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000054', '01980000-0000-7000-8000-000000000022', 'collaborator', 'I know them', 'pending', 1777000000000, 1778209600000);
INSERT INTO source (id, org_id, name, provider, config, created_by, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-000000000081', '01980000-0000-7000-8000-000000000001', 'Form', 'form', '{}', '01980000-0000-7000-8000-000000000021', 1777000000000, 1777000000000);
INSERT INTO source_key (hash, source_id, created_at) VALUES
  ('e1eb0ab0a36e772fd776db4ed244b3f01f3e22299355ef92601ad1d343166214', '01980000-0000-7000-8000-000000000081', 1777000000000);
INSERT INTO delivery (id, org_id, source_id, submission_key, status, record_id, content_type, body, base64, received_at) VALUES
  ('01980000-0000-7000-8000-000000000091', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000081', 'id:1', 'created', '01980000-0000-7000-8000-000000000052', 'application/json', '{"name":"Pool"}', 0, 1777000000000);
