-- Somebody waits for a decision.
INSERT INTO request (id, org_id, record_id, requester_id, level, status, created_at, expires_at) VALUES
  ('01980000-0000-7000-8000-0000000000d1', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000051', '01980000-0000-7000-8000-000000000022', 'co_owner', 'pending', 1777000000000, 1778000000000);
