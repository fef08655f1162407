-- Outgoing webhooks: where an organisation wants to hear of what happens, and every message on its way there.

CREATE TABLE webhook (
  id              TEXT NOT NULL PRIMARY KEY,
  org_id          TEXT NOT NULL REFERENCES organization (id),
  url             TEXT NOT NULL,
  events          TEXT NOT NULL CHECK (json_type(events) = 'array'),
  enabled         INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  disabled_reason TEXT,                                      -- set when nobody did it: the receiver said that it is gone
  acts_as         TEXT NOT NULL REFERENCES user (id),        -- who made or changed it last: it hears what they may see
  secret          TEXT NOT NULL,
  previous        TEXT NOT NULL DEFAULT '[]' CHECK (json_type(previous) = 'array'), -- [secret, until]: they sign, too, until then
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_by_org ON webhook (org_id, id DESC);

-- One message per event and webhook. Its id is the `webhook-id` of every attempt.
CREATE TABLE webhook_delivery (
  id              TEXT NOT NULL PRIMARY KEY,
  org_id          TEXT NOT NULL REFERENCES organization (id),
  webhook_id      TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  record_id       TEXT REFERENCES record (id) ON DELETE CASCADE,
  seq             INTEGER,
  event           TEXT NOT NULL,
  body            TEXT NOT NULL CHECK (json_type(body) = 'object'),
  status          TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  due_at          INTEGER NOT NULL,                          -- when a pending one is tried next
  attempted_at    INTEGER,
  response_status INTEGER,                                   -- this and the next two tell of the last attempt
  duration_ms     INTEGER,
  error           TEXT,
  created_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (record_id, seq, webhook_id);
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, id DESC);
CREATE INDEX webhook_delivery_by_status ON webhook_delivery (webhook_id, status, id DESC);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (due_at) WHERE status = 'pending';
