-- Texts that agents send again and again. `command` is the Idempotency-Key that one was made under.
CREATE TABLE canned_replies (
    name        TEXT    NOT NULL PRIMARY KEY,
    title       TEXT    NOT NULL,
    texts       TEXT    NOT NULL,
    visibility  TEXT    NOT NULL,
    owner       BLOB    NOT NULL REFERENCES users (id),
    group_id    BLOB    REFERENCES groups (id),
    item        TEXT,
    category    TEXT,
    created_at  TEXT    NOT NULL,
    updated_at  TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    command     TEXT,
    fingerprint BLOB    NOT NULL,
    format      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX canned_replies_command ON canned_replies (command);
CREATE INDEX canned_replies_owner ON canned_replies (owner);
CREATE INDEX canned_replies_group ON canned_replies (group_id);

-- What somebody has begun to write, kept for them alone.
CREATE TABLE drafts (
    user_id    BLOB    NOT NULL REFERENCES users (id),
    key        TEXT    NOT NULL,
    data       TEXT    NOT NULL,
    updated_at TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    format     INTEGER NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_age ON drafts (updated_at);
