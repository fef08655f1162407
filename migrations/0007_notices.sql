-- People hear about it: what each is told, how they want to be told, and what could not be done for them.

-- The seq of the first event of the act that an event is part of: whatever one act does, a person is told of once.
ALTER TABLE event ADD COLUMN act INTEGER;
-- What events share that one action wrote on many records: of all of them a person is told once.
ALTER TABLE event ADD COLUMN bulk TEXT;
ALTER TABLE event ADD COLUMN nudged_at INTEGER;              -- when the sweep last sent its message again
CREATE INDEX event_of_bulk ON event (bulk, dispatched_at, record_id, seq) WHERE bulk IS NOT NULL;

-- What a person is told: once for what it comes of.
CREATE TABLE notification (
  user_id    TEXT NOT NULL REFERENCES user (id),
  id         TEXT NOT NULL,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  type       TEXT NOT NULL CHECK (type IN (
    'assigned', 'task_assigned', 'mentioned', 'unassigned', 'request_decided', 'collaborator_added', 'collaborator_removed',
    'shared', 'share_ended', 'request_received', 'task_due', 'lead_captured', 'note_added', 'communication_added',
    'status_changed', 'lead_updated', 'bulk_summary', 'job_finished')),
  source     TEXT NOT NULL,                                  -- what it comes of: <record>:<act>, bulk:<id>, due:<task>:<time>
  record_id  TEXT REFERENCES record (id) ON DELETE CASCADE,  -- nothing where it is about many
  seq        INTEGER,                                        -- of the record's event
  actor_type TEXT NOT NULL CHECK (actor_type IN ('user', 'rule', 'source', 'system')),
  actor_id   TEXT,
  actor_name TEXT NOT NULL,
  facts      TEXT NOT NULL CHECK (json_type(facts) = 'object'), -- what its words need; never what a note says
  count      INTEGER NOT NULL,                               -- about how many records
  created_at INTEGER NOT NULL,
  read_at    INTEGER,
  in_app     INTEGER NOT NULL CHECK (in_app IN (0, 1)),      -- 0: it is to be mailed, and not shown
  email      TEXT NOT NULL CHECK (email IN ('off', 'instant', 'digest')),
  mailed_at  INTEGER,
  PRIMARY KEY (user_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX notification_once ON notification (source, user_id);
CREATE INDEX notification_unread ON notification (user_id, id) WHERE read_at IS NULL;
CREATE INDEX notification_to_mail ON notification (email, created_at) WHERE mailed_at IS NULL AND email <> 'off';
CREATE INDEX notification_by_record ON notification (record_id) WHERE record_id IS NOT NULL;

-- How somebody wants to be told, where that is not as usual.
CREATE TABLE preference (
  user_id TEXT NOT NULL REFERENCES user (id),
  type    TEXT NOT NULL,
  in_app  INTEGER NOT NULL CHECK (in_app IN (0, 1)),
  email   TEXT NOT NULL CHECK (email IN ('off', 'instant', 'digest')),
  PRIMARY KEY (user_id, type)
) STRICT, WITHOUT ROWID;

-- Who wants to hear of a record, or no more of it.
CREATE TABLE watch (
  record_id TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  what      TEXT NOT NULL CHECK (what IN ('watch', 'mute')),
  user_id   TEXT NOT NULL REFERENCES user (id),
  org_id    TEXT NOT NULL REFERENCES organization (id),
  PRIMARY KEY (record_id, what, user_id)
) STRICT, WITHOUT ROWID;

-- Who was in a team when it was deleted: they are told of the shares that ended with it. Kept for a while.
CREATE TABLE former_member (
  team_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  left_at INTEGER NOT NULL,
  PRIMARY KEY (team_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_member_by_age ON former_member (left_at);

-- Who has their inbox open now. A row that a crash left behind goes when the inbox is looked at the next time.
CREATE TABLE inbox_seat (
  user_id      TEXT NOT NULL PRIMARY KEY REFERENCES user (id),
  org_id       TEXT NOT NULL REFERENCES organization (id),
  connected_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages of the queue that failed however often they were tried, until somebody has them tried again or drops them.
CREATE TABLE dead_letter (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT REFERENCES organization (id),              -- nothing where the message does not tell
  job        TEXT NOT NULL UNIQUE,                           -- the message
  code       TEXT NOT NULL CHECK (code IN ('unavailable', 'internal_error', 'unreadable', 'crashed')),
  cause      TEXT NOT NULL,                                  -- for whoever runs the Worker, never for callers
  deaths     INTEGER NOT NULL DEFAULT 1,                     -- how often it came to this
  created_at INTEGER NOT NULL,
  died_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dead_letter_by_org ON dead_letter (org_id, id DESC);
