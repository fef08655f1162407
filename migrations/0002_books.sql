-- Books: all records of one owner, shared with a person, a team or everyone. A book share adds no access rows: whoever
-- receives it holds the owner's principal `book:<owner>`, behind a mask.

CREATE TABLE book_share (
  id          TEXT NOT NULL PRIMARY KEY,
  org_id      TEXT NOT NULL REFERENCES organization (id),
  owner_id    TEXT NOT NULL REFERENCES user (id),
  principal   TEXT NOT NULL,                                 -- user:<user>, team:<team> or org:<organization>
  kinds       INTEGER NOT NULL CHECK (kinds BETWEEN 1 AND 7), -- bit set: 1 leads, 2 contacts, 4 deals
  permissions INTEGER NOT NULL,
  may_create  INTEGER NOT NULL CHECK (may_create IN (0, 1)), -- whether the recipient may make records that the owner owns
  expires_at  INTEGER,
  reason      TEXT,
  granted_by  TEXT NOT NULL REFERENCES user (id),
  granted_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (owner_id, principal)
) STRICT, WITHOUT ROWID;
CREATE INDEX book_share_by_recipient ON book_share (principal, owner_id);
CREATE INDEX book_share_by_org ON book_share (org_id, id DESC);
