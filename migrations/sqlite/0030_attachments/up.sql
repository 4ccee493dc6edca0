-- Files that were sent up; what is in them lies in the object store, under the
-- hash. Who sent one up and never used it loses it after a day.
CREATE TABLE attachments (
    id         BLOB    NOT NULL PRIMARY KEY,
    uploader   BLOB    NOT NULL REFERENCES users (id),
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL,
    hash       TEXT    NOT NULL,
    at         TEXT    NOT NULL
) STRICT;
CREATE INDEX attachments_uploader ON attachments (uploader, at);
CREATE INDEX attachments_hash ON attachments (hash);
CREATE INDEX attachments_at ON attachments (at);

-- Where one is used: once, on one ticket. A row here keeps the file.
CREATE TABLE ticket_attachments (
    attachment BLOB    NOT NULL PRIMARY KEY REFERENCES attachments (id),
    ticket     BLOB    NOT NULL REFERENCES tickets (id),
    place      TEXT    NOT NULL,
    comment    BLOB REFERENCES comments (id),
    internal   INTEGER NOT NULL,
    at         TEXT    NOT NULL
) STRICT;
CREATE INDEX ticket_attachments_ticket ON ticket_attachments (ticket, at);
CREATE INDEX ticket_attachments_comment ON ticket_attachments (comment);
