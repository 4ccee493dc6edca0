-- Open tickets that were moved up or told of: the list of who runs the process.
CREATE TABLE escalated (
    ticket BLOB NOT NULL PRIMARY KEY REFERENCES tickets (id)
) STRICT, WITHOUT ROWID;
INSERT INTO escalated (ticket)
    SELECT id FROM tickets WHERE escalation_level > 0 AND status NOT IN ('resolved', 'closed');
