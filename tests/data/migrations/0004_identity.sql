-- A session (its cookie is `sample-cookie`) and a code that was never mailed.
UPDATE api_key SET last_used_at = 1777000000000;
INSERT INTO session (hash, org_id, user_id, created_at, last_used_at, expires_at) VALUES
  ('a40f06bc63cb97beba2d9c642e85073d64fbfc2d550398d51a7b436de1f785e7', '01980000-0000-7000-8000-000000000001', '01980000-0000-7000-8000-000000000022', 1777000000000, 1777000000000, 1779592000000);
INSERT INTO sign_in_code (id, email, tries, created_at, expires_at) VALUES
  ('01980000-0000-7000-8000-0000000000b1', 'nobody@sample.test', 0, 1777000000000, 1777000600000);
