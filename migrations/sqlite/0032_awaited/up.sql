-- Whose reply or confirmation a ticket waits for beside its open steps.
CREATE TABLE awaited (
    person BLOB NOT NULL REFERENCES users (id),
    ticket BLOB NOT NULL REFERENCES tickets (id),
    PRIMARY KEY (person, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited_ticket ON awaited (ticket);
INSERT INTO awaited (person, ticket)
    SELECT requester, id FROM tickets WHERE status = 'resolved' OR hold LIKE '{"code":"customer"%'
    UNION
    SELECT requested_for, id FROM tickets WHERE status = 'resolved' OR hold LIKE '{"code":"customer"%';
-- The level of what nobody has taken marked that managers know; it is none.
UPDATE tickets SET escalation_level = 0 WHERE status = 'new' AND escalation_level > 0;
DELETE FROM escalated WHERE ticket IN
    (SELECT id FROM tickets WHERE status = 'new' AND COALESCE(facts, '') NOT LIKE '%"raised":%');
