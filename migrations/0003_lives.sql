-- Converted leads point to what they became; the trash is emptied after thirty days.

ALTER TABLE record ADD COLUMN contact_id TEXT REFERENCES record (id) ON DELETE SET NULL;
ALTER TABLE record ADD COLUMN deal_id TEXT REFERENCES record (id) ON DELETE SET NULL;
CREATE INDEX record_trash ON record (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX record_of_contact ON record (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX record_of_deal ON record (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX request_ending ON request (expires_at, record_id) WHERE status = 'pending';
