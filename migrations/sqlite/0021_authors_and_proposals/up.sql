-- Of which categories an author writes items; `*` is every one.
CREATE TABLE author_categories (
    user_id  BLOB NOT NULL REFERENCES users (id),
    category TEXT NOT NULL,
    PRIMARY KEY (user_id, category)
) STRICT, WITHOUT ROWID;

-- Releases that wait for a second pair of eyes, and what became of them.
CREATE TABLE proposals (
    id         BLOB    NOT NULL PRIMARY KEY,
    at         TEXT    NOT NULL,
    author     BLOB    NOT NULL REFERENCES users (id),
    wish       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    decided_by BLOB    REFERENCES users (id),
    decided_at TEXT,
    reason     TEXT,
    release    BLOB    REFERENCES releases (id),
    format     INTEGER NOT NULL
) STRICT;
CREATE INDEX proposals_author ON proposals (author);
CREATE INDEX proposals_decided_by ON proposals (decided_by);
CREATE INDEX proposals_release ON proposals (release);
