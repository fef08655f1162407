-- Jobs: one action on many records, each of which is authorised and done by itself, in its room.

CREATE TABLE job (
  id          TEXT NOT NULL PRIMARY KEY,                     -- what the events of its acts carry as `bulk`
  org_id      TEXT NOT NULL REFERENCES organization (id),
  user_id     TEXT NOT NULL REFERENCES user (id),            -- who made it, and acts
  kind        TEXT NOT NULL CHECK (kind IN ('lead', 'contact', 'deal')),
  type        TEXT NOT NULL,                                 -- the action's name in the API
  action      TEXT NOT NULL CHECK (json_type(action) = 'array'), -- the action as it goes to the rooms
  notify      INTEGER NOT NULL CHECK (notify IN (0, 1)),
  dry_run     INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
  undoes      TEXT REFERENCES job (id) ON DELETE SET NULL,
  status      TEXT NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'canceled', 'failed')),
  total       INTEGER NOT NULL DEFAULT 0,
  done        INTEGER NOT NULL DEFAULT 0,                    -- this and the next six are kept by a trigger
  changed     INTEGER NOT NULL DEFAULT 0,
  unchanged   INTEGER NOT NULL DEFAULT 0,
  forbidden   INTEGER NOT NULL DEFAULT 0,
  not_found   INTEGER NOT NULL DEFAULT 0,
  conflict    INTEGER NOT NULL DEFAULT 0,
  failed      INTEGER NOT NULL DEFAULT 0,
  turn        INTEGER NOT NULL DEFAULT 0,                    -- of its messages the one with this number is worth something
  due_at      INTEGER NOT NULL,                              -- when the sweep sends that again
  created_at  INTEGER NOT NULL,
  finished_at INTEGER,
  told_at     INTEGER                                        -- when everything that follows from its end was done
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX job_undone ON job (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX job_by_org ON job (org_id, id DESC);
CREATE INDEX job_by_user ON job (user_id, id DESC);
CREATE INDEX job_waiting ON job (due_at) WHERE told_at IS NULL;

-- A record that a job is to do, and what came of it. That a record changed is written in the batch that changes it.
CREATE TABLE job_item (
  job_id    TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  record_id TEXT NOT NULL,                                   -- as it was named: there need be none
  owner_id  TEXT,                                            -- who owned it before; where the job undoes another, who gets it back
  outcome   TEXT CHECK (outcome IN ('changed', 'unchanged', 'forbidden', 'not_found', 'conflict', 'failed')),
  code      TEXT,                                            -- why it did not change
  errors    TEXT CHECK (errors IS NULL OR json_type(errors) = 'array'),
  PRIMARY KEY (job_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_item_by_outcome ON job_item (job_id, outcome, record_id);

CREATE TRIGGER job_item_outcome AFTER UPDATE OF outcome ON job_item WHEN OLD.outcome IS NULL AND NEW.outcome IS NOT NULL BEGIN
  UPDATE job SET done = done + 1, changed = changed + (NEW.outcome = 'changed'), unchanged = unchanged + (NEW.outcome = 'unchanged'),
    forbidden = forbidden + (NEW.outcome = 'forbidden'), not_found = not_found + (NEW.outcome = 'not_found'),
    conflict = conflict + (NEW.outcome = 'conflict'), failed = failed + (NEW.outcome = 'failed') WHERE id = NEW.job_id;
END;
