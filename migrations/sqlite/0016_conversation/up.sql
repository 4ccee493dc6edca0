-- What is known of a comment beside its text, and what its text was before.
ALTER TABLE comments ADD COLUMN edited_at TEXT;
ALTER TABLE comments ADD COLUMN details TEXT;
ALTER TABLE comments ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
CREATE TABLE comment_texts (
    comment  BLOB    NOT NULL REFERENCES comments (id),
    n        INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    until_at TEXT    NOT NULL,
    PRIMARY KEY (comment, n)
) STRICT, WITHOUT ROWID;

-- Which tickets somebody watches; by whom a ticket is watched is among its facts.
CREATE TABLE watchers (
    user_id BLOB NOT NULL REFERENCES users (id),
    ticket  BLOB NOT NULL REFERENCES tickets (id),
    PRIMARY KEY (user_id, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX watchers_ticket ON watchers (ticket);
