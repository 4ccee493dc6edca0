-- Why a ticket rests, and until when.
ALTER TABLE tickets ADD COLUMN hold TEXT;
