-- What is known of a comment beside its text, and what its text was before.
ALTER TABLE comments ADD COLUMN edited_at TIMESTAMP;
ALTER TABLE comments ADD COLUMN details TEXT;
ALTER TABLE comments ADD COLUMN format INTEGER NOT NULL DEFAULT 1;
CREATE TABLE comment_texts (
    comment  BYTEA NOT NULL REFERENCES comments (id),
    n        INTEGER NOT NULL,
    text     TEXT NOT NULL,
    until_at TIMESTAMP NOT NULL,
    PRIMARY KEY (comment, n)
);

-- Which tickets somebody watches; by whom a ticket is watched is among its facts.
CREATE TABLE watchers (
    user_id BYTEA NOT NULL REFERENCES users (id),
    ticket  BYTEA NOT NULL REFERENCES tickets (id),
    PRIMARY KEY (user_id, ticket)
);
CREATE INDEX watchers_ticket ON watchers (ticket);
