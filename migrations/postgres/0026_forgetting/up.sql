-- Closed tickets of which only figures are left.
CREATE TABLE erasures (
    ticket BYTEA NOT NULL PRIMARY KEY REFERENCES tickets (id),
    at     TIMESTAMP NOT NULL
);
-- People who were forgotten: what is theirs on tickets that close later is erased then.
CREATE TABLE forgotten (
    person BYTEA NOT NULL PRIMARY KEY REFERENCES users (id),
    at     TIMESTAMP NOT NULL
);
