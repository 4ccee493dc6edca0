-- What was kept back on its way out, or went elsewhere. Rows are added, and go when they are old.
CREATE TABLE outgoing (
    id        BLOB    NOT NULL PRIMARY KEY,
    at        TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    fate      TEXT    NOT NULL,
    ticket    BLOB    REFERENCES tickets (id),
    recipient BLOB    REFERENCES users (id),
    plugin    TEXT,
    call      BLOB    UNIQUE,
    data      TEXT    NOT NULL,
    format    INTEGER NOT NULL
) STRICT;
CREATE INDEX outgoing_at ON outgoing (at);
CREATE INDEX outgoing_ticket ON outgoing (ticket, id) WHERE ticket IS NOT NULL;
CREATE INDEX outgoing_recipient ON outgoing (recipient, id) WHERE recipient IS NOT NULL;

-- Whom a message was for that somebody else gets.
ALTER TABLE notifications ADD COLUMN meant_for BLOB REFERENCES users (id);
CREATE INDEX notifications_meant_for ON notifications (meant_for) WHERE meant_for IS NOT NULL;
