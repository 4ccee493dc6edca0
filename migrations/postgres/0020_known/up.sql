-- Which open incidents and problems all are shown as known.
CREATE TABLE known_tickets (
    ticket BYTEA NOT NULL PRIMARY KEY REFERENCES tickets (id),
    item   TEXT NOT NULL,
    since  TIMESTAMP NOT NULL
);
CREATE INDEX known_tickets_item ON known_tickets (item, since);

-- Whom an incident hits as well.
CREATE TABLE ticket_affected (
    ticket BYTEA NOT NULL REFERENCES tickets (id),
    person BYTEA NOT NULL REFERENCES users (id),
    at     TIMESTAMP NOT NULL,
    note   TEXT,
    PRIMARY KEY (ticket, person)
);
CREATE INDEX ticket_affected_person ON ticket_affected (person);
