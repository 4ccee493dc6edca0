-- Open tickets that were moved up or told of: the list of who runs the process.
CREATE TABLE escalated (
    ticket BYTEA NOT NULL PRIMARY KEY REFERENCES tickets (id)
);
INSERT INTO escalated (ticket)
    SELECT id FROM tickets WHERE escalation_level > 0 AND status NOT IN ('resolved', 'closed');
