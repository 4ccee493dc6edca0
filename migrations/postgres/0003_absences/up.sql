-- Who is away from when to when, and who stands in meanwhile. `command` is the
-- Idempotency-Key that it was registered under.
CREATE TABLE absences (
    id            BYTEA NOT NULL PRIMARY KEY,
    person        BYTEA NOT NULL REFERENCES users (id),
    substitute    BYTEA NOT NULL REFERENCES users (id),
    starts_at     TIMESTAMP NOT NULL,
    ends_at       TIMESTAMP NOT NULL,
    scope         TEXT NOT NULL,
    registered_by BYTEA NOT NULL REFERENCES users (id),
    registered_at TIMESTAMP NOT NULL,
    command       TEXT UNIQUE,
    fingerprint   BYTEA NOT NULL,
    format        INTEGER NOT NULL
);
CREATE INDEX absences_person ON absences (person, ends_at);
CREATE INDEX absences_substitute ON absences (substitute, ends_at);
CREATE INDEX absences_registered_by ON absences (registered_by);
CREATE INDEX absences_end ON absences (ends_at);

-- A message need not be about a ticket: that somebody stands in is told, too.
ALTER TABLE notifications ALTER COLUMN ticket DROP NOT NULL;
