-- Of which categories an author writes items; `*` is every one.
CREATE TABLE author_categories (
    user_id  BYTEA NOT NULL REFERENCES users (id),
    category TEXT NOT NULL,
    PRIMARY KEY (user_id, category)
);

-- Releases that wait for a second pair of eyes, and what became of them.
CREATE TABLE proposals (
    id         BYTEA    NOT NULL PRIMARY KEY,
    at         TIMESTAMP    NOT NULL,
    author     BYTEA    NOT NULL REFERENCES users (id),
    wish       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    decided_by BYTEA    REFERENCES users (id),
    decided_at TIMESTAMP,
    reason     TEXT,
    release    BYTEA    REFERENCES releases (id),
    format     INTEGER NOT NULL
);
CREATE INDEX proposals_author ON proposals (author);
CREATE INDEX proposals_decided_by ON proposals (decided_by);
CREATE INDEX proposals_release ON proposals (release);
