-- From where an event's actor did it; erased with the event's data.
ALTER TABLE event_data ADD COLUMN origin TEXT;

-- What people did that concerns no ticket. Rows are added, and erased when they are old.
CREATE TABLE audit (
    position BIGSERIAL PRIMARY KEY,
    at       TIMESTAMP NOT NULL,
    actor    BYTEA   REFERENCES users (id),
    action   TEXT    NOT NULL,
    object   TEXT,
    origin   TEXT,
    data     TEXT    NOT NULL,
    format   INTEGER NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_actor ON audit (actor, position) WHERE actor IS NOT NULL;
CREATE INDEX audit_action ON audit (action, position);
