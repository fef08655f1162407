-- An event of an act, told and read; one of an action on many, which waits; and all that goes with it.
INSERT INTO notification (user_id, id, org_id, type, source, record_id, seq, actor_type, actor_id, actor_name, facts, count, created_at, read_at, in_app, email)
VALUES ('01980000-0000-7000-8000-000000000021', '01980000-0000-7000-8000-000000000701', '01980000-0000-7000-8000-000000000001', 'lead_updated',
  '01980000-0000-7000-8000-000000000051:2', '01980000-0000-7000-8000-000000000051', 2, 'system', NULL, 'Leadroom', '{"fields":["title"]}', 1,
  1777627800000, 1777627801000, 1, 'off');
INSERT INTO preference (user_id, type, in_app, email) VALUES ('01980000-0000-7000-8000-000000000021', 'note_added', 1, 'digest');
INSERT INTO watch (record_id, what, user_id, org_id)
VALUES ('01980000-0000-7000-8000-000000000051', 'watch', '01980000-0000-7000-8000-000000000021', '01980000-0000-7000-8000-000000000001');
INSERT INTO former_member (team_id, user_id, left_at) VALUES ('01980000-0000-7000-8000-0000000007ff', '01980000-0000-7000-8000-000000000021', 1777627800000);
INSERT INTO inbox_seat (user_id, org_id, connected_at) VALUES ('01980000-0000-7000-8000-000000000021', '01980000-0000-7000-8000-000000000001', 1777627800000);
INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at)
VALUES ('01980000-0000-7000-8000-000000000702', '01980000-0000-7000-8000-000000000001', '["events.v2","01980000-0000-7000-8000-000000000051",1,2]',
  'unavailable', 'it did not answer', 1777627800000, 1777627800000);
