-- What a script says of a ticket: tags, services, until when it is needed.
ALTER TABLE tickets ADD COLUMN marks TEXT;
-- Which tickets' workflows opened it, and the key by which it is opened once.
ALTER TABLE tickets ADD COLUMN parents TEXT;
ALTER TABLE tickets ADD COLUMN once TEXT;
CREATE INDEX tickets_once ON tickets (item, once) WHERE once IS NOT NULL;
