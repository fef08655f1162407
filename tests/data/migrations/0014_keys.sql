-- A lead moves in every order.
UPDATE record SET updated_at = 1777000100000, name_key = 'moved', amount = 7700, deleted_at = NULL WHERE id = '01980000-0000-7000-8000-000000000051';
