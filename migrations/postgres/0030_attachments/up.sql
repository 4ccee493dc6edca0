-- Files that were sent up; what is in them lies in the object store, under the
-- hash. Who sent one up and never used it loses it after a day.
CREATE TABLE attachments (
    id         BYTEA NOT NULL PRIMARY KEY,
    uploader   BYTEA NOT NULL REFERENCES users (id),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    hash       TEXT NOT NULL,
    at         TIMESTAMP NOT NULL
);
CREATE INDEX attachments_uploader ON attachments (uploader, at);
CREATE INDEX attachments_hash ON attachments (hash);
CREATE INDEX attachments_at ON attachments (at);

-- Where one is used: once, on one ticket. A row here keeps the file.
CREATE TABLE ticket_attachments (
    attachment BYTEA NOT NULL PRIMARY KEY REFERENCES attachments (id),
    ticket     BYTEA NOT NULL REFERENCES tickets (id),
    place      TEXT NOT NULL,
    comment    BYTEA REFERENCES comments (id),
    internal   BOOLEAN NOT NULL,
    at         TIMESTAMP NOT NULL
);
CREATE INDEX ticket_attachments_ticket ON ticket_attachments (ticket, at);
CREATE INDEX ticket_attachments_comment ON ticket_attachments (comment);
