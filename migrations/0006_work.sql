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

-- Who is connected to which record's room now, so that whatever ends somebody's access finds the rooms they are in. A row
-- that a crash left behind goes when the room looks the next time.
CREATE TABLE seat (
  record_id    TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  user_id      TEXT NOT NULL REFERENCES user (id),
  org_id       TEXT NOT NULL REFERENCES organization (id),
  connected_at INTEGER NOT NULL,
  PRIMARY KEY (record_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_by_org ON seat (org_id, user_id, record_id);

-- What a browser app of another origin opens a live connection with: once, within a minute.
CREATE TABLE live_ticket (
  hash       TEXT NOT NULL PRIMARY KEY,                      -- SHA-256 of the ticket, hex
  credential TEXT NOT NULL CHECK (json_type(credential) = 'array'), -- what it was asked for with: the connection ends with that
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX live_ticket_by_end ON live_ticket (expires_at);
