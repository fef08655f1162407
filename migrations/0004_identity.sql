-- Who somebody is, besides API keys: codes that sign in by mail, sessions, identity providers; and what a request that was
-- sent twice was answered the first time.

ALTER TABLE api_key ADD COLUMN last_used_at INTEGER;         -- to the hour
CREATE INDEX user_by_email ON user (email);

CREATE TABLE session (
  hash         TEXT NOT NULL PRIMARY KEY,                    -- SHA-256 of the cookie, hex
  org_id       TEXT NOT NULL REFERENCES organization (id),
  user_id      TEXT NOT NULL REFERENCES user (id),
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,                             -- to the hour
  expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_end ON session (expires_at);

-- Codes that were asked for, for addresses of people and of nobody alike: asking tells nothing, and counts the same.
CREATE TABLE sign_in_code (
  id         TEXT NOT NULL PRIMARY KEY,
  email      TEXT NOT NULL,                                  -- lower case
  org_id     TEXT,                                           -- the organisation that was named; it need not exist
  hash       TEXT,                                           -- SHA-256 of id and code, hex, once it is on its way
  tries      INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  sent_at    INTEGER                                         -- when it was mailed, or found to be nobody's
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_code_by_email ON sign_in_code (email, created_at);
CREATE INDEX sign_in_code_waiting ON sign_in_code (created_at) WHERE sent_at IS NULL;
CREATE INDEX sign_in_code_by_age ON sign_in_code (created_at);
