-- What people can and how groups work (model::staffing); no list is filtered by it.
ALTER TABLE users ADD COLUMN details TEXT;
ALTER TABLE users ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
ALTER TABLE groups ADD COLUMN details TEXT;
ALTER TABLE groups ADD COLUMN format INTEGER NOT NULL DEFAULT 1;

-- What was made under an Idempotency-Key that is no ticket: people and groups.
CREATE TABLE registrations (
    command     TEXT NOT NULL PRIMARY KEY,
    fingerprint BYTEA NOT NULL,
    made        BYTEA NOT NULL,
    at          TIMESTAMP NOT NULL
);
CREATE INDEX registrations_at ON registrations (at);
