-- What a script says of a ticket: tags, services, until when it is needed.
ALTER TABLE tickets ADD COLUMN marks TEXT;
