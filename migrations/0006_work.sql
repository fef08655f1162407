-- Working a record together: notes, tasks, communications. They have no grants of their own: whoever sees the record sees
-- them, and they go when it goes.

CREATE TABLE note (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  record_id  TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  author_id  TEXT NOT NULL REFERENCES user (id),
  body       TEXT NOT NULL,                                  -- Markdown, as it was written
  mentions   TEXT NOT NULL DEFAULT '[]' CHECK (json_type(mentions) = 'array'), -- ids of people
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_record ON note (record_id, id DESC);

CREATE TABLE task (
  id          TEXT NOT NULL PRIMARY KEY,
  org_id      TEXT NOT NULL REFERENCES organization (id),
  record_id   TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  author_id   TEXT NOT NULL REFERENCES user (id),
  title       TEXT NOT NULL,
  status      TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done')),
  assignee_id TEXT REFERENCES user (id),
  due_at      INTEGER,
  reminded_at INTEGER,                                       -- set once for a due date; another due date empties it
  done_at     INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_by_record ON task (record_id, id DESC);
CREATE INDEX task_by_assignee ON task (assignee_id, id DESC);
CREATE INDEX task_due ON task (due_at) WHERE status = 'open' AND reminded_at IS NULL AND due_at IS NOT NULL;

CREATE TABLE communication (
  id          TEXT NOT NULL PRIMARY KEY,
  org_id      TEXT NOT NULL REFERENCES organization (id),
  record_id   TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  author_id   TEXT NOT NULL REFERENCES user (id),
  channel     TEXT NOT NULL CHECK (channel IN ('call', 'email', 'sms', 'meeting', 'chat')),
  direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  summary     TEXT NOT NULL,
  body        TEXT,
  occurred_at INTEGER NOT NULL,
  duration_s  INTEGER,
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX communication_by_record ON communication (record_id, id DESC);
