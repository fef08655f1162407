-- Who waits for a decision, by person: whatever widens somebody's access finds the requests that it makes needless. And
-- whoever leaves with thousands of records leaves in one write: whether an owner is active is read from the user, and
-- `record.owner_active` is no longer kept up.

CREATE INDEX request_waiting ON request (org_id, requester_id, record_id) WHERE status = 'pending';

DROP TRIGGER user_person_update;
CREATE TRIGGER user_name_update AFTER UPDATE OF name ON user WHEN OLD.name IS NOT NEW.name BEGIN
  UPDATE record SET owner_name = NEW.name WHERE id IN (SELECT record_id FROM access WHERE principal = 'book:' || NEW.id);
  UPDATE access SET person = NEW.name WHERE principal = 'collab:' || NEW.id;
END;
CREATE TRIGGER user_active_update AFTER UPDATE OF active ON user WHEN OLD.active IS NOT NEW.active BEGIN
  UPDATE access SET active = NEW.active WHERE principal = 'collab:' || NEW.id;
END;
