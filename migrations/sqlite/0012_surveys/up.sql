-- Who was asked how satisfied they are, once for each ticket, by a link of which
-- only the token's hash is kept.
CREATE TABLE surveys (
    ticket     BLOB NOT NULL PRIMARY KEY REFERENCES tickets (id),
    person     BLOB NOT NULL REFERENCES users (id),
    token_hash BLOB NOT NULL UNIQUE,
    asked_at   TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX surveys_person ON surveys (person, asked_at);
