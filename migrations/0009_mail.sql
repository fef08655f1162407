-- E-mail: what people are told, gathered into letters. A letter is open while it gathers, then it has what it has, whatever
-- happens on its way.

CREATE TABLE mail (
  id         TEXT NOT NULL PRIMARY KEY,                      -- what the provider knows it by, at every attempt
  org_id     TEXT NOT NULL REFERENCES organization (id),
  user_id    TEXT NOT NULL REFERENCES user (id),
  digest     INTEGER NOT NULL CHECK (digest IN (0, 1)),      -- 1: of everything of a day; 0: of one record, or of what is about none
  record_id  TEXT REFERENCES record (id) ON DELETE CASCADE,
  status     TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sending', 'sent', 'needless', 'failed')),
  attempts   INTEGER NOT NULL DEFAULT 0,
  due_at     INTEGER NOT NULL,                               -- when an open one is closed and sent, or one that failed is tried next
  error      TEXT,                                           -- for whoever runs the Worker, never for callers
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX mail_gathering ON mail (user_id, digest, coalesce(record_id, '')) WHERE status = 'open';
CREATE INDEX mail_waiting ON mail (due_at) WHERE status IN ('open', 'sending');
CREATE INDEX mail_by_record ON mail (record_id) WHERE record_id IS NOT NULL;

-- The letter that has it.
ALTER TABLE notification ADD COLUMN mail_id TEXT REFERENCES mail (id) ON DELETE SET NULL;
CREATE INDEX notification_of_mail ON notification (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX notification_to_gather ON notification (user_id, email, record_id) WHERE mailed_at IS NULL AND mail_id IS NULL AND email <> 'off';

-- What ends the mail to a person with one click.
CREATE TABLE unsubscribe (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES user (id),
  token   TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Where Leadroom was when the organisation was made: links in mails lead there, unless it is told another address.
ALTER TABLE organization ADD COLUMN origin TEXT;
