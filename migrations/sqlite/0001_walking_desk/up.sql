-- The walking desk. Same tables and columns as migrations/postgres; a test compares them.
-- Ids are 16 bytes, times text of 26 characters (so that their order is the order of time),
-- enums and JSON text. A table with JSON has a `format` number that says how to read it.
-- Every foreign key has an index that begins with its columns.

-- People -----------------------------------------------------------------------------------

CREATE TABLE users (
    id            BLOB    NOT NULL PRIMARY KEY,
    username      TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    email         TEXT,
    phone         TEXT,
    department    TEXT,
    location      TEXT,
    language      TEXT    NOT NULL,
    zone          TEXT    NOT NULL,
    manager       BLOB    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    substitute    BLOB    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    active        INTEGER NOT NULL,
    password_hash TEXT
) STRICT;
CREATE INDEX users_manager ON users (manager);
CREATE INDEX users_substitute ON users (substitute);

CREATE TABLE user_roles (
    user_id BLOB NOT NULL REFERENCES users (id),
    role    TEXT NOT NULL,
    PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    id   BLOB    NOT NULL PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE,
    line INTEGER NOT NULL,
    lead BLOB    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX groups_lead ON groups (lead);

CREATE TABLE group_members (
    group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED,
    user_id  BLOB NOT NULL REFERENCES users (id),
    PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_members_user ON group_members (user_id);

CREATE TABLE sessions (
    token_hash BLOB    NOT NULL PRIMARY KEY,
    user_id    BLOB    NOT NULL REFERENCES users (id),
    created_at TEXT    NOT NULL,
    expires_at TEXT    NOT NULL,
    cookie     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE tokens (
    id         BLOB NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    user_id    BLOB NOT NULL REFERENCES users (id),
    name       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT
) STRICT;
CREATE INDEX tokens_user ON tokens (user_id);

-- Tickets ----------------------------------------------------------------------------------

CREATE TABLE tickets (
    number           INTEGER PRIMARY KEY,
    id               BLOB    NOT NULL UNIQUE,
    kind             TEXT    NOT NULL,
    item             TEXT    NOT NULL,
    status           TEXT    NOT NULL,
    stuck            INTEGER NOT NULL,
    cancelling       INTEGER NOT NULL,
    on_hold          INTEGER NOT NULL,
    vip              INTEGER NOT NULL,
    restricted_to    BLOB    REFERENCES groups (id),
    stage            TEXT,
    title            TEXT    NOT NULL,
    description      TEXT    NOT NULL,
    run              INTEGER NOT NULL,
    requester        BLOB    NOT NULL REFERENCES users (id),
    requested_for    BLOB    NOT NULL REFERENCES users (id),
    opened_by        BLOB    NOT NULL REFERENCES users (id),
    owner            BLOB    REFERENCES users (id),
    owner_group      BLOB    REFERENCES groups (id),
    assignee         BLOB    REFERENCES users (id),
    group_id         BLOB    REFERENCES groups (id),
    escalation_level INTEGER NOT NULL,
    channel          TEXT    NOT NULL,
    location         TEXT,
    category         TEXT    NOT NULL,
    impact           TEXT    NOT NULL,
    urgency          TEXT    NOT NULL,
    priority         TEXT    NOT NULL,
    cost             TEXT,
    sla              TEXT,
    respond_due      TEXT,
    responded_at     TEXT,
    resolve_due      TEXT,
    respond_breached INTEGER NOT NULL,
    resolve_breached INTEGER NOT NULL,
    resolution       TEXT,
    closure_code     TEXT,
    closure_reason   TEXT,
    rejection_code   TEXT,
    auto_closed      INTEGER NOT NULL,
    remarks          TEXT,
    follow_up        TEXT,
    rating           TEXT,
    knowledge        TEXT,
    fault            TEXT,
    pin_workflow     TEXT    NOT NULL,
    pin_schema       TEXT    NOT NULL,
    pin_engine       TEXT    NOT NULL,
    created_at       TEXT    NOT NULL,
    accepted_at      TEXT,
    resolved_at      TEXT,
    closed_at        TEXT,
    updated_at       TEXT    NOT NULL,
    last_seq         INTEGER NOT NULL,
    last_position    INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    search           TEXT    NOT NULL,
    format           INTEGER NOT NULL
) STRICT;
-- One per sort of the list, with the id that breaks ties.
CREATE INDEX tickets_created ON tickets (created_at, id);
CREATE INDEX tickets_updated ON tickets (updated_at, id);
CREATE INDEX tickets_priority ON tickets (priority, id);
CREATE INDEX tickets_due ON tickets (resolve_due, id);
-- One per filter that narrows much; the newest first within it.
CREATE INDEX tickets_status ON tickets (status, created_at, id);
CREATE INDEX tickets_requester ON tickets (requester, created_at, id);
CREATE INDEX tickets_group ON tickets (group_id, created_at, id) WHERE group_id IS NOT NULL;
CREATE INDEX tickets_assignee ON tickets (assignee, created_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX tickets_owner ON tickets (owner, created_at, id) WHERE owner IS NOT NULL;
CREATE INDEX tickets_requested_for ON tickets (requested_for);
CREATE INDEX tickets_opened_by ON tickets (opened_by);
CREATE INDEX tickets_owner_group ON tickets (owner_group) WHERE owner_group IS NOT NULL;
CREATE INDEX tickets_restricted ON tickets (restricted_to) WHERE restricted_to IS NOT NULL;
-- What jobs look for.
CREATE INDEX tickets_respond_due ON tickets (respond_due) WHERE responded_at IS NULL AND respond_due IS NOT NULL;

CREATE TABLE submissions (
    ticket BLOB    NOT NULL REFERENCES tickets (id),
    run    INTEGER NOT NULL,
    data   TEXT    NOT NULL,
    format INTEGER NOT NULL,
    PRIMARY KEY (ticket, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    id          BLOB    NOT NULL UNIQUE,
    ticket      BLOB    NOT NULL REFERENCES tickets (id),
    run         INTEGER NOT NULL,
    path        TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    arguments   TEXT    NOT NULL,
    answer      TEXT,
    origin      TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    line        INTEGER NOT NULL,
    "column"    INTEGER NOT NULL,
    opened_at   TEXT    NOT NULL,
    due_at      TEXT,
    settled_at  TEXT,
    settled_by  TEXT,
    settled_seq INTEGER,
    format      INTEGER NOT NULL,
    PRIMARY KEY (ticket, run, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_open ON journal (kind, ticket) WHERE state = 'open';

CREATE TABLE step_parties (
    step     BLOB    NOT NULL REFERENCES journal (id),
    party    BLOB    NOT NULL, -- a user's or a group's id: no foreign key, since it may be either
    is_group INTEGER NOT NULL,
    ticket   BLOB    NOT NULL, -- the step's own; kept here so that the inbox needs no detour
    PRIMARY KEY (step, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_parties_party ON step_parties (party, step);

CREATE TABLE votes (
    step         BLOB NOT NULL REFERENCES journal (id),
    voter        BLOB NOT NULL REFERENCES users (id),
    on_behalf_of BLOB REFERENCES users (id),
    ballot       TEXT NOT NULL,
    code         TEXT,
    comment      TEXT,
    at           TEXT NOT NULL,
    PRIMARY KEY (step, voter)
) STRICT, WITHOUT ROWID;
CREATE INDEX votes_voter ON votes (voter);
CREATE INDEX votes_on_behalf_of ON votes (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

-- The log. `position` is the order of commits here; PostgreSQL orders by (xid, position).
CREATE TABLE events (
    position    INTEGER PRIMARY KEY,
    xid         INTEGER NOT NULL DEFAULT 0,
    ticket      BLOB    NOT NULL REFERENCES tickets (id),
    seq         INTEGER NOT NULL,
    at          TEXT    NOT NULL,
    actor_type  TEXT    NOT NULL,
    actor_id    TEXT    NOT NULL,
    actor_for   TEXT,
    actor_token TEXT,
    type        TEXT    NOT NULL,
    digest      BLOB    NOT NULL,
    UNIQUE (ticket, seq)
) STRICT;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- What of an event may be erased: its data, and the actor's name.
CREATE TABLE event_data (
    ticket     BLOB    NOT NULL,
    seq        INTEGER NOT NULL,
    actor_name TEXT    NOT NULL,
    salt       BLOB    NOT NULL,
    data       TEXT    NOT NULL,
    format     INTEGER NOT NULL,
    PRIMARY KEY (ticket, seq),
    FOREIGN KEY (ticket, seq) REFERENCES events (ticket, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_viewers (
    viewer     BLOB NOT NULL REFERENCES users (id),
    created_at TEXT NOT NULL, -- the ticket's own, so that a person's list is one stretch of the index
    ticket     BLOB NOT NULL REFERENCES tickets (id),
    why        TEXT NOT NULL,
    PRIMARY KEY (viewer, created_at, ticket)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ticket_viewers_ticket ON ticket_viewers (ticket, viewer);

CREATE TABLE comments (
    id       BLOB    NOT NULL PRIMARY KEY,
    ticket   BLOB    NOT NULL REFERENCES tickets (id),
    author   BLOB    NOT NULL REFERENCES users (id),
    at       TEXT    NOT NULL,
    internal INTEGER NOT NULL,
    text     TEXT    NOT NULL
) STRICT;
CREATE INDEX comments_ticket ON comments (ticket, at, id);
CREATE INDEX comments_author ON comments (author);

CREATE TABLE notifications (
    id      BLOB    NOT NULL PRIMARY KEY,
    user_id BLOB    NOT NULL REFERENCES users (id),
    ticket  BLOB    NOT NULL REFERENCES tickets (id),
    at      TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    details TEXT    NOT NULL,
    read_at TEXT,
    format  INTEGER NOT NULL
) STRICT;
CREATE INDEX notifications_user ON notifications (user_id, id);
CREATE INDEX notifications_ticket ON notifications (ticket);

-- What is carried out once, and what is still to be done ------------------------------------

-- No foreign key to tickets: the guard of a new ticket is this row, written before the ticket.
CREATE TABLE commands (
    id          TEXT    NOT NULL PRIMARY KEY,
    fingerprint BLOB    NOT NULL,
    ticket      BLOB    NOT NULL,
    number      INTEGER NOT NULL,
    made        TEXT    NOT NULL,
    made_id     BLOB,
    at          TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX commands_at ON commands (at);

-- No foreign key on target: it may be a ticket that the signal is to create.
CREATE TABLE signals (
    target     BLOB    NOT NULL,
    source     BLOB    NOT NULL REFERENCES tickets (id),
    source_seq INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    data       TEXT    NOT NULL,
    format     INTEGER NOT NULL,
    at         TEXT    NOT NULL,
    applied_at TEXT,
    PRIMARY KEY (target, source, source_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX signals_source ON signals (source);
CREATE INDEX signals_pending ON signals (at) WHERE applied_at IS NULL;

CREATE TABLE timers (
    id     BLOB NOT NULL,
    ticket BLOB NOT NULL REFERENCES tickets (id),
    key    TEXT NOT NULL,
    due_at TEXT NOT NULL,
    PRIMARY KEY (ticket, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due_at);

CREATE TABLE deliveries (
    id          BLOB    NOT NULL PRIMARY KEY,
    ticket      BLOB    NOT NULL REFERENCES tickets (id),
    step        BLOB    NOT NULL REFERENCES journal (id),
    plugin      TEXT    NOT NULL,
    function    TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    arguments   TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    attempt     INTEGER NOT NULL,
    next_at     TEXT    NOT NULL,
    lease_until TEXT,
    leased_by   TEXT,
    last_error  TEXT,
    created_at  TEXT    NOT NULL
) STRICT;
CREATE INDEX deliveries_next ON deliveries (next_at);
CREATE INDEX deliveries_ticket ON deliveries (ticket);
CREATE INDEX deliveries_step ON deliveries (step);

CREATE TABLE job_runs (
    job         TEXT    NOT NULL,
    fire_time   TEXT    NOT NULL,
    lease_until TEXT    NOT NULL,
    leased_by   TEXT    NOT NULL,
    finished_at TEXT,
    report      TEXT,
    format      INTEGER NOT NULL,
    PRIMARY KEY (job, fire_time)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_runs_unfinished ON job_runs (lease_until) WHERE finished_at IS NULL;

CREATE TABLE plugin_kv (
    plugin TEXT NOT NULL,
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (plugin, key)
) STRICT, WITHOUT ROWID;

-- Content ----------------------------------------------------------------------------------

CREATE TABLE contents (
    hash TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE releases (
    id     BLOB NOT NULL PRIMARY KEY,
    parent BLOB REFERENCES releases (id),
    at     TEXT NOT NULL,
    author BLOB REFERENCES users (id),
    note   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX releases_parent ON releases (parent);
CREATE INDEX releases_author ON releases (author);

CREATE TABLE release_files (
    release BLOB NOT NULL REFERENCES releases (id),
    path    TEXT NOT NULL,
    hash    TEXT NOT NULL REFERENCES contents (hash),
    PRIMARY KEY (release, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_files_hash ON release_files (hash);

-- What is in force, and what each file was when it was last published from a folder.
CREATE TABLE published (
    path        TEXT NOT NULL PRIMARY KEY,
    hash        TEXT REFERENCES contents (hash), -- none: the file was removed
    folder_hash TEXT,
    release     BLOB NOT NULL REFERENCES releases (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX published_hash ON published (hash);
CREATE INDEX published_release ON published (release);

CREATE TABLE workflow_versions (
    hash   TEXT    NOT NULL PRIMARY KEY,
    item   TEXT    NOT NULL,
    files  TEXT    NOT NULL,
    format INTEGER NOT NULL
) STRICT;

CREATE TABLE world_versions (
    part    TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO world_versions (part, version) VALUES ('people', 0), ('content', 0);

CREATE TABLE counters (
    name TEXT    NOT NULL PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counters (name, next) VALUES ('ticket', 1);
