-- Closed tickets of which only figures are left.
CREATE TABLE erasures (
    ticket BLOB NOT NULL PRIMARY KEY REFERENCES tickets (id),
    at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- People who were forgotten: what is theirs on tickets that close later is erased then.
CREATE TABLE forgotten (
    person BLOB NOT NULL PRIMARY KEY REFERENCES users (id),
    at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
