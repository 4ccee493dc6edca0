-- How tickets have to do with each other and with things outside: a row is said
-- by one ticket and seen from both. `to_number` is 0 for things outside.
CREATE TABLE ticket_links (
    ticket    BLOB NOT NULL REFERENCES tickets (id),
    number    INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    to_number INTEGER NOT NULL,
    name      TEXT NOT NULL,
    reason    TEXT,
    at        TEXT NOT NULL,
    PRIMARY KEY (ticket, kind, to_number, name)
) STRICT;
CREATE INDEX ticket_links_to ON ticket_links (to_number, kind);

-- The calendar of open changes: when each is done, and what it touches.
CREATE TABLE change_windows (
    ticket    BLOB NOT NULL PRIMARY KEY REFERENCES tickets (id),
    starts_at TEXT NOT NULL,
    ends_at   TEXT NOT NULL
) STRICT;
CREATE INDEX change_windows_end ON change_windows (ends_at, starts_at);
CREATE TABLE change_touches (
    ticket BLOB NOT NULL REFERENCES tickets (id),
    what   TEXT NOT NULL,
    PRIMARY KEY (ticket, what)
) STRICT;
CREATE INDEX change_touches_what ON change_touches (what);
