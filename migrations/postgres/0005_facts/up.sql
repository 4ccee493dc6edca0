-- What the process records of a ticket beside its form (model::facts).
ALTER TABLE tickets ADD COLUMN facts TEXT;
