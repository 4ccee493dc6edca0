-- Work on a ticket, in minutes, and what an entry said before it was corrected.
CREATE TABLE work_entries (
    id           BLOB    NOT NULL PRIMARY KEY,
    ticket       BLOB    NOT NULL REFERENCES tickets (id),
    author       BLOB    NOT NULL REFERENCES users (id),
    minutes      INTEGER NOT NULL,
    done_at      TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    step         BLOB REFERENCES journal (id),
    logged_at    TEXT    NOT NULL,
    corrected_at TEXT,
    corrections  INTEGER NOT NULL
) STRICT;
CREATE INDEX work_entries_ticket ON work_entries (ticket, done_at, id);
CREATE INDEX work_entries_author ON work_entries (author, done_at);
CREATE INDEX work_entries_step ON work_entries (step);
CREATE TABLE work_corrections (
    entry    BLOB    NOT NULL REFERENCES work_entries (id),
    n        INTEGER NOT NULL,
    minutes  INTEGER NOT NULL,
    done_at  TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    until_at TEXT    NOT NULL,
    PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

-- Appointments as those see them who do not see the ticket; the ticket has its
-- own among its facts.
CREATE TABLE appointments (
    id     BLOB    NOT NULL PRIMARY KEY,
    ticket BLOB    NOT NULL REFERENCES tickets (id),
    data   TEXT    NOT NULL,
    format INTEGER NOT NULL
) STRICT;
CREATE INDEX appointments_ticket ON appointments (ticket);
CREATE TABLE appointment_people (
    person      BLOB NOT NULL REFERENCES users (id),
    ends_at     TEXT NOT NULL,
    appointment BLOB NOT NULL REFERENCES appointments (id),
    PRIMARY KEY (person, ends_at, appointment)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_people_appointment ON appointment_people (appointment);
