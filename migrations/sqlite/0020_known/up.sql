-- Which open incidents and problems all are shown as known.
CREATE TABLE known_tickets (
    ticket BLOB NOT NULL PRIMARY KEY REFERENCES tickets (id),
    item   TEXT NOT NULL,
    since  TEXT NOT NULL
) STRICT;
CREATE INDEX known_tickets_item ON known_tickets (item, since);

-- Whom an incident hits as well.
CREATE TABLE ticket_affected (
    ticket BLOB NOT NULL REFERENCES tickets (id),
    person BLOB NOT NULL REFERENCES users (id),
    at     TEXT NOT NULL,
    note   TEXT,
    PRIMARY KEY (ticket, person)
) STRICT;
CREATE INDEX ticket_affected_person ON ticket_affected (person);
