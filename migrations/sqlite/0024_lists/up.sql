-- Most tickets are closed: lists of those that are not go by an index of their own.
CREATE INDEX tickets_unclosed ON tickets (created_at, id) WHERE status <> 'closed';
CREATE INDEX tickets_group_unclosed ON tickets (group_id, created_at, id) WHERE status <> 'closed';
CREATE INDEX tickets_item ON tickets (item, created_at, id);
CREATE INDEX tickets_category ON tickets (category, created_at, id);
CREATE INDEX tickets_location ON tickets (location, created_at, id) WHERE location IS NOT NULL;
CREATE INDEX tickets_closed ON tickets (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX tickets_vip ON tickets (created_at, id) WHERE vip;
CREATE INDEX tickets_on_hold ON tickets (created_at, id) WHERE on_hold;
CREATE INDEX tickets_stuck ON tickets (created_at, id) WHERE stuck;
DROP INDEX tickets_requested_for;
CREATE INDEX tickets_requested_for ON tickets (requested_for, created_at, id);
DROP INDEX tickets_owner_group;
CREATE INDEX tickets_owner_group ON tickets (owner_group, created_at, id) WHERE owner_group IS NOT NULL;

-- Tags and services of tickets, to be found by; `tickets.marks` is what is shown.
CREATE TABLE ticket_marks (
    ticket BLOB NOT NULL REFERENCES tickets (id),
    kind   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (ticket, kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_marks_value ON ticket_marks (kind, value, ticket);
INSERT OR IGNORE INTO ticket_marks (ticket, kind, value)
    SELECT t.id, 'tag', m.value FROM tickets t, json_each(t.marks, '$.tags') m WHERE t.marks IS NOT NULL;
INSERT OR IGNORE INTO ticket_marks (ticket, kind, value)
    SELECT t.id, 'service', m.value FROM tickets t, json_each(t.marks, '$.services') m WHERE t.marks IS NOT NULL;

-- Lists that people keep: filters, sort and columns under a name. `command` is
-- the Idempotency-Key that a view was made under.
CREATE TABLE saved_views (
    id          BLOB    NOT NULL PRIMARY KEY,
    owner       BLOB    NOT NULL REFERENCES users (id),
    name        TEXT    NOT NULL,
    shared      TEXT    NOT NULL,
    group_id    BLOB    REFERENCES groups (id),
    data        TEXT    NOT NULL,
    created_at  TEXT    NOT NULL,
    updated_at  TEXT    NOT NULL,
    command     TEXT    UNIQUE,
    fingerprint BLOB    NOT NULL,
    format      INTEGER NOT NULL,
    UNIQUE (owner, name)
) STRICT;
CREATE INDEX saved_views_group ON saved_views (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX saved_views_shared ON saved_views (shared);
