-- Leadroom's foundation: people, records, who may see them, what happened to them, and how leads arrive.
--
-- Ids are UUIDv7 text, times are milliseconds since 1970 UTC, closed sets are held by CHECK, permissions and
-- capabilities are bit sets whose bits are named in src/access.rs. Migrations only add.

CREATE TABLE organization (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  settings   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)), -- only what differs from the defaults
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
  id           TEXT NOT NULL PRIMARY KEY,
  org_id       TEXT NOT NULL REFERENCES organization (id),
  name         TEXT NOT NULL,
  built_in     INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  capabilities INTEGER NOT NULL,
  ceiling      INTEGER NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  UNIQUE (org_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  role_id    TEXT NOT NULL REFERENCES role (id),
  name       TEXT NOT NULL,
  email      TEXT NOT NULL,                                  -- lower case
  search     TEXT NOT NULL,                                  -- folded words of name and e-mail, each after a space
  active     INTEGER NOT NULL CHECK (active IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (org_id, email)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_by_name ON user (org_id, name, id);
CREATE INDEX user_by_role ON user (role_id, active);

CREATE TABLE team (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  name       TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (org_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_member (
  user_id  TEXT NOT NULL REFERENCES user (id),
  team_id  TEXT NOT NULL REFERENCES team (id),
  org_id   TEXT NOT NULL REFERENCES organization (id),
  added_by TEXT REFERENCES user (id),
  added_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, team_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_member_by_team ON team_member (team_id, user_id);

CREATE TABLE api_key (
  hash       TEXT NOT NULL PRIMARY KEY,                      -- SHA-256 of the secret, hex
  id         TEXT NOT NULL UNIQUE,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  user_id    TEXT NOT NULL REFERENCES user (id),
  name       TEXT NOT NULL,
  created_by TEXT REFERENCES user (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX api_key_by_user ON api_key (user_id, id);

-- Leads, contacts and deals. `shelf` is the kind, or the kind's trash: every list reads one shelf.
CREATE TABLE record (
  num              INTEGER PRIMARY KEY,                      -- never leaves the database
  id               TEXT NOT NULL UNIQUE,
  org_id           TEXT NOT NULL REFERENCES organization (id),
  kind             TEXT NOT NULL CHECK (kind IN ('lead', 'contact', 'deal')),
  name             TEXT,
  company          TEXT,
  title            TEXT,
  email            TEXT,
  phone            TEXT,
  website          TEXT,
  status           TEXT NOT NULL,
  source           TEXT,
  amount           INTEGER,
  currency         TEXT,
  tags             TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  fields           TEXT NOT NULL DEFAULT '{}' CHECK (json_type(fields) = 'object'),
  owner_id         TEXT REFERENCES user (id),
  owner_name       TEXT,                                     -- repeated from the user, kept by triggers
  owner_active     INTEGER,
  version          INTEGER NOT NULL,                         -- the seq of the record's last event
  created_at       INTEGER NOT NULL,
  updated_at       INTEGER NOT NULL,
  last_activity_at INTEGER NOT NULL,
  deleted_at       INTEGER,
  name_key         TEXT NOT NULL,                            -- what a list sorted by name goes by
  search           TEXT NOT NULL,                            -- folded words, each after a space
  email_key        TEXT,
  phone_key        TEXT,
  amount_key       INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(amount, -9007199254740992)) VIRTUAL,
  shelf            TEXT NOT NULL GENERATED ALWAYS AS (CASE WHEN deleted_at IS NULL THEN kind ELSE kind || ':trash' END) VIRTUAL
) STRICT;
CREATE INDEX record_by_updated ON record (org_id, shelf, updated_at DESC, id DESC);
CREATE INDEX record_by_created ON record (org_id, shelf, created_at DESC, id DESC);
CREATE INDEX record_by_name    ON record (org_id, shelf, name_key DESC, id DESC);
CREATE INDEX record_by_amount  ON record (org_id, shelf, amount_key DESC, id DESC);
CREATE INDEX record_by_email   ON record (org_id, email_key) WHERE email_key IS NOT NULL;
CREATE INDEX record_by_phone   ON record (org_id, phone_key) WHERE phone_key IS NOT NULL;

-- The search index. Each word carries its organisation in front, so that one organisation's words are a range of
-- their own and no query walks over another's.
CREATE VIRTUAL TABLE record_search USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '15 16',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER record_search_insert AFTER INSERT ON record BEGIN
  INSERT INTO record_search (rowid, words) VALUES (NEW.num, replace(NEW.search, ' ', ' o' || substr(NEW.org_id, -12)));
END;
CREATE TRIGGER record_search_update AFTER UPDATE OF search ON record WHEN OLD.search IS NOT NEW.search BEGIN
  DELETE FROM record_search WHERE rowid = NEW.num;
  INSERT INTO record_search (rowid, words) VALUES (NEW.num, replace(NEW.search, ' ', ' o' || substr(NEW.org_id, -12)));
END;
CREATE TRIGGER record_search_delete AFTER DELETE ON record BEGIN
  DELETE FROM record_search WHERE rowid = OLD.num;
END;

-- Who may do what: one row per (record, principal). A principal is
--   book:<user>    the owner                       pool:<organization>  nobody owns it
--   collab:<user>  a collaborator                  user:<user>          a share with a person
--   team:<team>    a share with a team             org:<organization>   a share with everyone
-- so a principal tells the source of its grant, and a list by any of them is a range of an index. The sort keys of the
-- record are repeated here, kept by triggers, so that a page of what somebody sees costs a page.
CREATE TABLE access (
  record_id   TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  principal   TEXT NOT NULL,
  source      TEXT NOT NULL CHECK (source IN ('owner', 'pool', 'collaborator', 'share')),
  permissions INTEGER NOT NULL,
  level       TEXT CHECK (level IN ('viewer', 'collaborator', 'co_owner')),
  expires_at  INTEGER,
  id          TEXT,                                          -- of a collaborator's or a share's grant
  parent_id   TEXT,                                          -- the share this one was made from
  granted_by  TEXT REFERENCES user (id),
  granted_at  INTEGER NOT NULL,
  reason      TEXT,
  num         INTEGER NOT NULL,                              -- the record's, which a list goes to it by
  shelf       TEXT NOT NULL,
  updated_at  INTEGER NOT NULL,
  created_at  INTEGER NOT NULL,
  name_key    TEXT NOT NULL,
  amount_key  INTEGER NOT NULL,
  person      TEXT,                                          -- a collaborator's name, repeated as the keys are
  active      INTEGER,                                       -- and whether they are active
  PRIMARY KEY (record_id, principal)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_by_updated ON access (principal, shelf, updated_at DESC, record_id DESC, num, expires_at);
CREATE INDEX access_by_created ON access (principal, shelf, created_at DESC, record_id DESC, num, expires_at);
CREATE INDEX access_by_name    ON access (principal, shelf, name_key DESC, record_id DESC, num, expires_at);
CREATE INDEX access_by_amount  ON access (principal, shelf, amount_key DESC, record_id DESC, num, expires_at);
CREATE UNIQUE INDEX access_by_id ON access (id) WHERE id IS NOT NULL;
CREATE INDEX access_by_giver   ON access (granted_by, shelf, updated_at DESC, record_id DESC, num, expires_at) WHERE source = 'share';
CREATE INDEX access_by_parent  ON access (parent_id) WHERE parent_id IS NOT NULL;

-- The owner's row (or the pool's) is kept by the schema: no code path can forget it.
CREATE TRIGGER record_owner_insert AFTER INSERT ON record BEGIN
  INSERT INTO access (record_id, principal, source, permissions, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
  VALUES (NEW.id, coalesce('book:' || NEW.owner_id, 'pool:' || NEW.org_id), iif(NEW.owner_id IS NULL, 'pool', 'owner'), 255,
          NEW.created_at, NEW.num, NEW.shelf, NEW.updated_at, NEW.created_at, NEW.name_key, NEW.amount_key);
  UPDATE record SET (owner_name, owner_active) = (SELECT u.name, u.active FROM user u WHERE u.id = NEW.owner_id) WHERE num = NEW.num;
END;
CREATE TRIGGER record_owner_update AFTER UPDATE OF owner_id ON record WHEN OLD.owner_id IS NOT NEW.owner_id BEGIN
  DELETE FROM access WHERE record_id = OLD.id AND principal = coalesce('book:' || OLD.owner_id, 'pool:' || OLD.org_id);
  INSERT INTO access (record_id, principal, source, permissions, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
  VALUES (NEW.id, coalesce('book:' || NEW.owner_id, 'pool:' || NEW.org_id), iif(NEW.owner_id IS NULL, 'pool', 'owner'), 255,
          NEW.updated_at, NEW.num, NEW.shelf, NEW.updated_at, NEW.created_at, NEW.name_key, NEW.amount_key);
  UPDATE record SET (owner_name, owner_active) = (SELECT u.name, u.active FROM user u WHERE u.id = NEW.owner_id) WHERE num = NEW.num;
END;
CREATE TRIGGER record_keys_update AFTER UPDATE OF updated_at, name_key, amount, deleted_at ON record BEGIN
  UPDATE access SET shelf = NEW.shelf, updated_at = NEW.updated_at, name_key = NEW.name_key, amount_key = NEW.amount_key
  WHERE record_id = NEW.id;
END;

-- The names that a page of records shows come with the rows that it reads anyway.
CREATE TRIGGER access_person_insert AFTER INSERT ON access WHEN NEW.source = 'collaborator' BEGIN
  UPDATE access SET (person, active) = (SELECT u.name, u.active FROM user u WHERE u.id = substr(NEW.principal, 8))
  WHERE record_id = NEW.record_id AND principal = NEW.principal;
END;
CREATE TRIGGER user_person_update AFTER UPDATE OF name, active ON user WHEN OLD.name IS NOT NEW.name OR OLD.active IS NOT NEW.active BEGIN
  UPDATE record SET owner_name = NEW.name, owner_active = NEW.active WHERE id IN (SELECT record_id FROM access WHERE principal = 'book:' || NEW.id);
  UPDATE access SET person = NEW.name, active = NEW.active WHERE principal = 'collab:' || NEW.id;
END;

-- What happened: the timeline, the outbox and the lock in one. Two writers that both computed the same seq cannot both
-- commit.
CREATE TABLE event (
  record_id     TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  seq           INTEGER NOT NULL CHECK (seq > 0),
  org_id        TEXT NOT NULL REFERENCES organization (id),
  type          TEXT NOT NULL CHECK (type IN (
    'created', 'updated', 'assigned', 'claimed', 'collaborator_added', 'collaborator_changed', 'collaborator_removed',
    'shared', 'share_changed', 'share_ended', 'request_created', 'request_approved', 'request_denied', 'request_canceled',
    'request_expired', 'request_superseded', 'note_added', 'note_changed', 'note_deleted', 'task_added', 'task_changed',
    'task_done', 'communication_added', 'captured', 'rule_applied', 'converted', 'merged', 'deleted', 'restored')),
  at            INTEGER NOT NULL,
  actor_type    TEXT NOT NULL CHECK (actor_type IN ('user', 'rule', 'source', 'system')),
  actor_id      TEXT,
  actor_name    TEXT NOT NULL,
  data          TEXT NOT NULL CHECK (json_type(data) = 'object'),
  notify        INTEGER NOT NULL DEFAULT 1 CHECK (notify IN (0, 1)), -- 0: whoever did it asked that nobody be told
  dispatched_at INTEGER,
  PRIMARY KEY (record_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_outbox ON event (at) WHERE dispatched_at IS NULL;

CREATE TABLE request (
  id             TEXT NOT NULL PRIMARY KEY,
  org_id         TEXT NOT NULL REFERENCES organization (id),
  record_id      TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  requester_id   TEXT NOT NULL REFERENCES user (id),
  level          TEXT NOT NULL CHECK (level IN ('viewer', 'collaborator', 'co_owner')),
  reason         TEXT,
  until          INTEGER,
  status         TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'denied', 'canceled', 'expired', 'superseded')),
  created_at     INTEGER NOT NULL,
  expires_at     INTEGER NOT NULL,
  decided_by     TEXT REFERENCES user (id),
  decided_at     INTEGER,
  decision_note  TEXT,
  decision_level TEXT CHECK (decision_level IN ('viewer', 'collaborator', 'co_owner')),
  decision_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX request_open ON request (record_id, requester_id) WHERE status = 'pending';
CREATE INDEX request_by_requester ON request (requester_id, id DESC);
CREATE INDEX request_by_record ON request (record_id, requester_id, id DESC);
CREATE INDEX request_by_org ON request (org_id, id DESC);

-- Where leads come from, and what each form delivered.
CREATE TABLE source (
  id              TEXT NOT NULL PRIMARY KEY,
  org_id          TEXT NOT NULL REFERENCES organization (id),
  name            TEXT NOT NULL,
  provider        TEXT NOT NULL,
  secret          TEXT,
  config          TEXT NOT NULL DEFAULT '{}' CHECK (json_type(config) = 'object'),
  version         INTEGER NOT NULL DEFAULT 1,
  created_by      TEXT REFERENCES user (id),
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  UNIQUE (org_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_key (
  hash        TEXT NOT NULL PRIMARY KEY,                     -- SHA-256 of the key in the capture address, hex
  source_id   TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  created_at  INTEGER NOT NULL,
  valid_until INTEGER                                        -- set when a newer key replaced this one
) STRICT, WITHOUT ROWID;
CREATE INDEX source_key_by_source ON source_key (source_id);

CREATE TABLE delivery (
  id             TEXT NOT NULL PRIMARY KEY,
  org_id         TEXT NOT NULL REFERENCES organization (id),
  source_id      TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  submission_key TEXT,                                       -- the vendor's id, or a hash of the content in its window
  status         TEXT NOT NULL CHECK (status IN ('received', 'created', 'updated', 'duplicate', 'ignored', 'failed')),
  code           TEXT,                                       -- why it failed, was ignored, or still waits
  record_id      TEXT REFERENCES record (id) ON DELETE SET NULL,
  content_type   TEXT NOT NULL,
  headers        TEXT NOT NULL DEFAULT '[]' CHECK (json_type(headers) = 'array'), -- those that reading it again takes
  body           TEXT,                                       -- raw, secrets removed; emptied after 30 days
  base64         INTEGER NOT NULL CHECK (base64 IN (0, 1)),  -- 1: the body is no text and stands as base64
  received_at    INTEGER NOT NULL,
  part           INTEGER NOT NULL DEFAULT 0,                 -- which of the submissions that came together
  first_id       TEXT REFERENCES delivery (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, -- the first of them, which has the body
  attempts       INTEGER NOT NULL DEFAULT 0,                 -- how often its answers were asked for in vain
  due_at         INTEGER                                     -- when what is only received is to be taken up
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX delivery_once ON delivery (source_id, submission_key) WHERE submission_key IS NOT NULL;
CREATE INDEX delivery_by_source ON delivery (source_id, id DESC);
CREATE INDEX delivery_by_status ON delivery (source_id, status, id DESC);
CREATE INDEX delivery_by_first ON delivery (first_id) WHERE first_id IS NOT NULL;
CREATE INDEX delivery_waiting ON delivery (due_at) WHERE status = 'received';
CREATE INDEX delivery_bodies ON delivery (received_at) WHERE body IS NOT NULL;
CREATE INDEX delivery_by_record ON delivery (record_id) WHERE record_id IS NOT NULL;
