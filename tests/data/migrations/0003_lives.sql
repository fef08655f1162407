-- A lead that was converted.
INSERT INTO record (id, org_id, kind, name, status, owner_id, version, created_at, updated_at, last_activity_at, name_key, search, contact_id) VALUES
  ('01980000-0000-7000-8000-000000000055', '01980000-0000-7000-8000-000000000001', 'lead', 'Carl', 'converted', '01980000-0000-7000-8000-000000000021', 1, 1777000000000, 1777000000000, 1777000000000, 'carl', ' carl', '01980000-0000-7000-8000-000000000054');
