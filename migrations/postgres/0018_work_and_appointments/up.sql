-- Work on a ticket, in minutes, and what an entry said before it was corrected.
CREATE TABLE work_entries (
    id           BYTEA    NOT NULL PRIMARY KEY,
    ticket       BYTEA    NOT NULL REFERENCES tickets (id),
    author       BYTEA    NOT NULL REFERENCES users (id),
    minutes      INTEGER NOT NULL,
    done_at      TIMESTAMP    NOT NULL,
    note         TEXT    NOT NULL,
    step         BYTEA REFERENCES journal (id),
    logged_at    TIMESTAMP    NOT NULL,
    corrected_at TIMESTAMP,
    corrections  INTEGER NOT NULL
);
CREATE INDEX work_entries_ticket ON work_entries (ticket, done_at, id);
CREATE INDEX work_entries_author ON work_entries (author, done_at);
CREATE INDEX work_entries_step ON work_entries (step);
CREATE TABLE work_corrections (
    entry    BYTEA    NOT NULL REFERENCES work_entries (id),
    n        INTEGER NOT NULL,
    minutes  INTEGER NOT NULL,
    done_at  TIMESTAMP    NOT NULL,
    note     TEXT    NOT NULL,
    until_at TIMESTAMP    NOT NULL,
    PRIMARY KEY (entry, n)
);

-- Appointments as those see them who do not see the ticket; the ticket has its
-- own among its facts.
CREATE TABLE appointments (
    id     BYTEA    NOT NULL PRIMARY KEY,
    ticket BYTEA    NOT NULL REFERENCES tickets (id),
    data   TEXT    NOT NULL,
    format INTEGER NOT NULL
);
CREATE INDEX appointments_ticket ON appointments (ticket);
CREATE TABLE appointment_people (
    person      BYTEA NOT NULL REFERENCES users (id),
    ends_at     TIMESTAMP NOT NULL,
    appointment BYTEA NOT NULL REFERENCES appointments (id),
    PRIMARY KEY (person, ends_at, appointment)
);
CREATE INDEX appointment_people_appointment ON appointment_people (appointment);
