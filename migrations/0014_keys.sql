-- An edit mostly moves a record in one order only: the others, each an index of `access`, are left alone.

DROP TRIGGER record_keys_update;
CREATE TRIGGER record_updated_key AFTER UPDATE OF updated_at ON record WHEN OLD.updated_at IS NOT NEW.updated_at BEGIN
  UPDATE access SET updated_at = NEW.updated_at WHERE record_id = NEW.id;
END;
CREATE TRIGGER record_name_key AFTER UPDATE OF name_key ON record WHEN OLD.name_key IS NOT NEW.name_key BEGIN
  UPDATE access SET name_key = NEW.name_key WHERE record_id = NEW.id;
END;
CREATE TRIGGER record_amount_key AFTER UPDATE OF amount ON record WHEN OLD.amount IS NOT NEW.amount BEGIN
  UPDATE access SET amount_key = NEW.amount_key WHERE record_id = NEW.id;
END;
CREATE TRIGGER record_shelf_key AFTER UPDATE OF deleted_at ON record WHEN OLD.shelf IS NOT NEW.shelf BEGIN
  UPDATE access SET shelf = NEW.shelf WHERE record_id = NEW.id;
END;
