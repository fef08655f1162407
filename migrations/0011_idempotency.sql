-- Requests that may come twice and are done once: who works at one, what it was answered, and what is needed to answer it when
-- whoever did it was gone before it could say so.

CREATE TABLE idempotency (
  id         TEXT NOT NULL PRIMARY KEY,                      -- SHA-256 of the caller and the key that they chose, hex
  org_id     TEXT REFERENCES organization (id),              -- the caller's; nobody's where anybody may call
  request    TEXT NOT NULL,                                  -- SHA-256 of method, address and body, hex
  nonce      TEXT NOT NULL,                                  -- random, of whoever works at it or answered it
  busy_until INTEGER NOT NULL,                               -- nobody else begins before
  answer     TEXT,                                           -- status, headers and body, encrypted
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- Committed with what the request writes: of two who do the same request one alone can.
CREATE TABLE idempotency_step (
  id     TEXT NOT NULL REFERENCES idempotency (id) ON DELETE CASCADE,
  place  TEXT NOT NULL,                                      -- the record in whose room it was written; empty: no room
  seq    INTEGER NOT NULL CHECK (seq > 0),
  at     INTEGER NOT NULL,                                   -- the time that it was done at
  nonce  TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_type(before) = 'array'),  -- what the database said since the step before
  reads  TEXT NOT NULL DEFAULT '[]' CHECK (json_type(reads) = 'array'), -- what it said with this one
  PRIMARY KEY (id, place, seq)
) STRICT;
