-- Rules: what follows by itself when a record comes to be, is captured or moves on. And whose turn it is, where the members of
-- a team take turns.

CREATE TABLE rule (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT NOT NULL REFERENCES organization (id),
  name       TEXT NOT NULL,
  occasion   TEXT NOT NULL CHECK (occasion IN ('created', 'captured', 'status_changed')),
  conditions TEXT NOT NULL CHECK (json_type(conditions) = 'object'),
  actions    TEXT NOT NULL CHECK (json_type(actions) = 'array'),
  enabled    INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  position   INTEGER NOT NULL,                               -- 1, 2, 3, …: the order in which an organisation's rules run
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT REFERENCES user (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (org_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_by_position ON rule (org_id, position, id);

-- A rule is applied to an event once, however often the message about it comes.
CREATE UNIQUE INDEX rule_once ON event (record_id, actor_id, json_extract(data, '$.event_seq')) WHERE type = 'rule_applied';

-- Who had the last turn. Each rule and each source keeps a place of its own; the next turn is of whoever follows by id among
-- the team's active members, so nobody's coming or going moves the place.
CREATE TABLE turn (
  holder_id TEXT NOT NULL PRIMARY KEY,                       -- a rule or a source
  team_id   TEXT NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  user_id   TEXT NOT NULL REFERENCES user (id),
  number    INTEGER NOT NULL,                                -- counts the turns: whoever takes one names the number that it follows
  record_id TEXT NOT NULL                                    -- what the turn was taken for
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_by_team ON turn (team_id);
