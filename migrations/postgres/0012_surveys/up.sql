-- Who was asked how satisfied they are, once for each ticket, by a link of which
-- only the token's hash is kept.
CREATE TABLE surveys (
    ticket     BYTEA NOT NULL PRIMARY KEY REFERENCES tickets (id),
    person     BYTEA NOT NULL REFERENCES users (id),
    token_hash BYTEA NOT NULL UNIQUE,
    asked_at   TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX surveys_person ON surveys (person, asked_at);
