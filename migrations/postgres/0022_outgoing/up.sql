-- What was kept back on its way out, or went elsewhere. Rows are added, and go when they are old.
CREATE TABLE outgoing (
    id        BYTEA   NOT NULL PRIMARY KEY,
    at        TIMESTAMP    NOT NULL,
    kind      TEXT    NOT NULL,
    fate      TEXT    NOT NULL,
    ticket    BYTEA   REFERENCES tickets (id),
    recipient BYTEA   REFERENCES users (id),
    plugin    TEXT,
    call      BYTEA   UNIQUE,
    data      TEXT    NOT NULL,
    format    INTEGER NOT NULL
);
CREATE INDEX outgoing_at ON outgoing (at);
CREATE INDEX outgoing_ticket ON outgoing (ticket, id) WHERE ticket IS NOT NULL;
CREATE INDEX outgoing_recipient ON outgoing (recipient, id) WHERE recipient IS NOT NULL;

-- Whom a message was for that somebody else gets.
ALTER TABLE notifications ADD COLUMN meant_for BYTEA REFERENCES users (id);
CREATE INDEX notifications_meant_for ON notifications (meant_for) WHERE meant_for IS NOT NULL;
