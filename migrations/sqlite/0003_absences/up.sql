-- Who is away from when to when, and who stands in meanwhile. `command` is the
-- Idempotency-Key that it was registered under.
CREATE TABLE absences (
    id            BLOB    NOT NULL PRIMARY KEY,
    person        BLOB    NOT NULL REFERENCES users (id),
    substitute    BLOB    NOT NULL REFERENCES users (id),
    starts_at     TEXT    NOT NULL,
    ends_at       TEXT    NOT NULL,
    scope         TEXT    NOT NULL,
    registered_by BLOB    NOT NULL REFERENCES users (id),
    registered_at TEXT    NOT NULL,
    command       TEXT    UNIQUE,
    fingerprint   BLOB    NOT NULL,
    format        INTEGER NOT NULL
) STRICT;
CREATE INDEX absences_person ON absences (person, ends_at);
CREATE INDEX absences_substitute ON absences (substitute, ends_at);
CREATE INDEX absences_registered_by ON absences (registered_by);
CREATE INDEX absences_end ON absences (ends_at);

-- A message need not be about a ticket: that somebody stands in is told, too.
CREATE TABLE notifications_new (
    id      BLOB    NOT NULL PRIMARY KEY,
    user_id BLOB    NOT NULL REFERENCES users (id),
    ticket  BLOB    REFERENCES tickets (id),
    at      TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    details TEXT    NOT NULL,
    read_at TEXT,
    format  INTEGER NOT NULL
) STRICT;
INSERT INTO notifications_new (id, user_id, ticket, at, text, details, read_at, format)
    SELECT id, user_id, ticket, at, text, details, read_at, format FROM notifications;
DROP TABLE notifications;
ALTER TABLE notifications_new RENAME TO notifications;
CREATE INDEX notifications_user ON notifications (user_id, id);
CREATE INDEX notifications_ticket ON notifications (ticket);
