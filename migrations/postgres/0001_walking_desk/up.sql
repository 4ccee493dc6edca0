-- The walking desk. Same tables and columns as migrations/sqlite; a test compares them.
-- Ids are 16 bytes, times naive UTC, enums and JSON text. Text that is sorted or searched by
-- range has the collation "C", so that both databases agree on its order.
-- Every foreign key has an index that begins with its columns.

-- People -----------------------------------------------------------------------------------

CREATE TABLE users (
    id            BYTEA NOT NULL PRIMARY KEY,
    username      TEXT COLLATE "C" NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    email         TEXT,
    phone         TEXT,
    department    TEXT,
    location      TEXT,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    manager       BYTEA REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    substitute    BYTEA REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
    active        BOOLEAN NOT NULL,
    password_hash TEXT
);
CREATE INDEX users_manager ON users (manager);
CREATE INDEX users_substitute ON users (substitute);

CREATE TABLE user_roles (
    user_id BYTEA NOT NULL REFERENCES users (id),
    role    TEXT NOT NULL,
    PRIMARY KEY (user_id, role)
);

CREATE TABLE groups (
    id   BYTEA NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    line INTEGER NOT NULL,
    lead BYTEA REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX groups_lead ON groups (lead);

CREATE TABLE group_members (
    group_id BYTEA NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED,
    user_id  BYTEA NOT NULL REFERENCES users (id),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_members_user ON group_members (user_id);

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    user_id    BYTEA NOT NULL REFERENCES users (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    cookie     BOOLEAN NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE tokens (
    id         BYTEA NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    user_id    BYTEA NOT NULL REFERENCES users (id),
    name       TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP,
    revoked_at TIMESTAMP
);
CREATE INDEX tokens_user ON tokens (user_id);

-- Tickets ----------------------------------------------------------------------------------

CREATE TABLE tickets (
    number           BIGINT PRIMARY KEY,
    id               BYTEA NOT NULL UNIQUE,
    kind             TEXT NOT NULL,
    item             TEXT NOT NULL,
    status           TEXT NOT NULL,
    stuck            BOOLEAN NOT NULL,
    cancelling       BOOLEAN NOT NULL,
    on_hold          BOOLEAN NOT NULL,
    vip              BOOLEAN NOT NULL,
    restricted_to    BYTEA REFERENCES groups (id),
    stage            TEXT,
    title            TEXT NOT NULL,
    description      TEXT NOT NULL,
    run              INTEGER NOT NULL,
    requester        BYTEA NOT NULL REFERENCES users (id),
    requested_for    BYTEA NOT NULL REFERENCES users (id),
    opened_by        BYTEA NOT NULL REFERENCES users (id),
    owner            BYTEA REFERENCES users (id),
    owner_group      BYTEA REFERENCES groups (id),
    assignee         BYTEA REFERENCES users (id),
    group_id         BYTEA REFERENCES groups (id),
    escalation_level INTEGER NOT NULL,
    channel          TEXT NOT NULL,
    location         TEXT,
    category         TEXT NOT NULL,
    impact           TEXT NOT NULL,
    urgency          TEXT NOT NULL,
    priority         TEXT COLLATE "C" NOT NULL,
    cost             TEXT,
    sla              TEXT,
    respond_due      TIMESTAMP,
    responded_at     TIMESTAMP,
    resolve_due      TIMESTAMP,
    respond_breached BOOLEAN NOT NULL,
    resolve_breached BOOLEAN NOT NULL,
    resolution       TEXT,
    closure_code     TEXT,
    closure_reason   TEXT,
    rejection_code   TEXT,
    auto_closed      BOOLEAN NOT NULL,
    remarks          TEXT,
    follow_up        TEXT,
    rating           TEXT,
    knowledge        TEXT,
    fault            TEXT,
    pin_workflow     TEXT NOT NULL,
    pin_schema       TEXT NOT NULL,
    pin_engine       TEXT NOT NULL,
    created_at       TIMESTAMP NOT NULL,
    accepted_at      TIMESTAMP,
    resolved_at      TIMESTAMP,
    closed_at        TIMESTAMP,
    updated_at       TIMESTAMP NOT NULL,
    last_seq         BIGINT NOT NULL,
    last_position    INTEGER NOT NULL,
    version          BIGINT NOT NULL,
    search           TEXT NOT NULL,
    format           INTEGER NOT NULL
);
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
    ticket BYTEA NOT NULL REFERENCES tickets (id),
    run    INTEGER NOT NULL,
    data   TEXT NOT NULL,
    format INTEGER NOT NULL,
    PRIMARY KEY (ticket, run)
);

CREATE TABLE journal (
    id          BYTEA NOT NULL UNIQUE,
    ticket      BYTEA NOT NULL REFERENCES tickets (id),
    run         INTEGER NOT NULL,
    path        TEXT COLLATE "C" NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    arguments   TEXT NOT NULL,
    answer      TEXT,
    origin      TEXT NOT NULL,
    source      TEXT NOT NULL,
    line        INTEGER NOT NULL,
    "column"    INTEGER NOT NULL,
    opened_at   TIMESTAMP NOT NULL,
    due_at      TIMESTAMP,
    settled_at  TIMESTAMP,
    settled_by  TEXT,
    settled_seq BIGINT,
    format      INTEGER NOT NULL,
    PRIMARY KEY (ticket, run, path)
);
CREATE INDEX journal_open ON journal (kind, ticket) WHERE state = 'open';

CREATE TABLE step_parties (
    step     BYTEA NOT NULL REFERENCES journal (id),
    party    BYTEA NOT NULL, -- a user's or a group's id: no foreign key, since it may be either
    is_group BOOLEAN NOT NULL,
    ticket   BYTEA NOT NULL, -- the step's own; kept here so that the inbox needs no detour
    PRIMARY KEY (step, party)
);
CREATE INDEX step_parties_party ON step_parties (party, step);

CREATE TABLE votes (
    step         BYTEA NOT NULL REFERENCES journal (id),
    voter        BYTEA NOT NULL REFERENCES users (id),
    on_behalf_of BYTEA REFERENCES users (id),
    ballot       TEXT NOT NULL,
    code         TEXT,
    comment      TEXT,
    at           TIMESTAMP NOT NULL,
    PRIMARY KEY (step, voter)
);
CREATE INDEX votes_voter ON votes (voter);
CREATE INDEX votes_on_behalf_of ON votes (on_behalf_of) WHERE on_behalf_of IS NOT NULL;

-- The log, in the order of (xid, position). Sequence values become visible out of order: a
-- follower reads below pg_snapshot_xmin(pg_current_snapshot()).
CREATE TABLE events (
    position    BIGSERIAL PRIMARY KEY,
    xid         BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    ticket      BYTEA NOT NULL REFERENCES tickets (id),
    seq         BIGINT NOT NULL,
    at          TIMESTAMP NOT NULL,
    actor_type  TEXT NOT NULL,
    actor_id    TEXT NOT NULL,
    actor_for   TEXT,
    actor_token TEXT,
    type        TEXT NOT NULL,
    digest      BYTEA NOT NULL,
    UNIQUE (ticket, seq)
);
CREATE INDEX events_log ON events (xid, position);
CREATE FUNCTION events_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'an event is never changed or deleted'; END $$;
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
FOR EACH ROW EXECUTE FUNCTION events_are_kept();
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
FOR EACH ROW EXECUTE FUNCTION events_are_kept();

-- What of an event may be erased: its data, and the actor's name.
CREATE TABLE event_data (
    ticket     BYTEA NOT NULL,
    seq        BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    salt       BYTEA NOT NULL,
    data       TEXT NOT NULL,
    format     INTEGER NOT NULL,
    PRIMARY KEY (ticket, seq),
    FOREIGN KEY (ticket, seq) REFERENCES events (ticket, seq)
);

CREATE TABLE ticket_viewers (
    viewer     BYTEA NOT NULL REFERENCES users (id),
    created_at TIMESTAMP NOT NULL, -- the ticket's own, so that a person's list is one stretch of the index
    ticket     BYTEA NOT NULL REFERENCES tickets (id),
    why        TEXT NOT NULL,
    PRIMARY KEY (viewer, created_at, ticket)
);
CREATE UNIQUE INDEX ticket_viewers_ticket ON ticket_viewers (ticket, viewer);

CREATE TABLE comments (
    id       BYTEA NOT NULL PRIMARY KEY,
    ticket   BYTEA NOT NULL REFERENCES tickets (id),
    author   BYTEA NOT NULL REFERENCES users (id),
    at       TIMESTAMP NOT NULL,
    internal BOOLEAN NOT NULL,
    text     TEXT NOT NULL
);
CREATE INDEX comments_ticket ON comments (ticket, at, id);
CREATE INDEX comments_author ON comments (author);

CREATE TABLE notifications (
    id      BYTEA NOT NULL PRIMARY KEY,
    user_id BYTEA NOT NULL REFERENCES users (id),
    ticket  BYTEA NOT NULL REFERENCES tickets (id),
    at      TIMESTAMP NOT NULL,
    text    TEXT NOT NULL,
    details TEXT NOT NULL,
    read_at TIMESTAMP,
    format  INTEGER NOT NULL
);
CREATE INDEX notifications_user ON notifications (user_id, id);
CREATE INDEX notifications_ticket ON notifications (ticket);

-- What is carried out once, and what is still to be done ------------------------------------

-- No foreign key to tickets: the guard of a new ticket is this row, written before the ticket.
CREATE TABLE commands (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    fingerprint BYTEA NOT NULL,
    ticket      BYTEA NOT NULL,
    number      BIGINT NOT NULL,
    made        TEXT NOT NULL,
    made_id     BYTEA,
    at          TIMESTAMP NOT NULL
);
CREATE INDEX commands_at ON commands (at);

-- No foreign key on target: it may be a ticket that the signal is to create.
CREATE TABLE signals (
    target     BYTEA NOT NULL,
    source     BYTEA NOT NULL REFERENCES tickets (id),
    source_seq BIGINT NOT NULL,
    kind       TEXT NOT NULL,
    data       TEXT NOT NULL,
    format     INTEGER NOT NULL,
    at         TIMESTAMP NOT NULL,
    applied_at TIMESTAMP,
    PRIMARY KEY (target, source, source_seq)
);
CREATE INDEX signals_source ON signals (source);
CREATE INDEX signals_pending ON signals (at) WHERE applied_at IS NULL;

CREATE TABLE timers (
    id     BYTEA NOT NULL,
    ticket BYTEA NOT NULL REFERENCES tickets (id),
    key    TEXT COLLATE "C" NOT NULL,
    due_at TIMESTAMP NOT NULL,
    PRIMARY KEY (ticket, key)
);
CREATE INDEX timers_due ON timers (due_at);

CREATE TABLE deliveries (
    id          BYTEA NOT NULL PRIMARY KEY,
    ticket      BYTEA NOT NULL REFERENCES tickets (id),
    step        BYTEA NOT NULL REFERENCES journal (id),
    plugin      TEXT NOT NULL,
    function    TEXT NOT NULL,
    key         TEXT NOT NULL,
    arguments   TEXT NOT NULL,
    format      INTEGER NOT NULL,
    attempt     INTEGER NOT NULL,
    next_at     TIMESTAMP NOT NULL,
    lease_until TIMESTAMP,
    leased_by   TEXT,
    last_error  TEXT,
    created_at  TIMESTAMP NOT NULL
);
CREATE INDEX deliveries_next ON deliveries (next_at);
CREATE INDEX deliveries_ticket ON deliveries (ticket);
CREATE INDEX deliveries_step ON deliveries (step);

CREATE TABLE job_runs (
    job         TEXT COLLATE "C" NOT NULL,
    fire_time   TIMESTAMP NOT NULL,
    lease_until TIMESTAMP NOT NULL,
    leased_by   TEXT NOT NULL,
    finished_at TIMESTAMP,
    report      TEXT,
    format      INTEGER NOT NULL,
    PRIMARY KEY (job, fire_time)
);
CREATE INDEX job_runs_unfinished ON job_runs (lease_until) WHERE finished_at IS NULL;

CREATE TABLE plugin_kv (
    plugin TEXT COLLATE "C" NOT NULL,
    key    TEXT COLLATE "C" NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (plugin, key)
);

-- Content ----------------------------------------------------------------------------------

CREATE TABLE contents (
    hash TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
);

CREATE TABLE releases (
    id     BYTEA NOT NULL PRIMARY KEY,
    parent BYTEA REFERENCES releases (id),
    at     TIMESTAMP NOT NULL,
    author BYTEA REFERENCES users (id),
    note   TEXT NOT NULL
);
CREATE UNIQUE INDEX releases_parent ON releases (parent);
CREATE INDEX releases_author ON releases (author);

CREATE TABLE release_files (
    release BYTEA NOT NULL REFERENCES releases (id),
    path    TEXT COLLATE "C" NOT NULL,
    hash    TEXT NOT NULL REFERENCES contents (hash),
    PRIMARY KEY (release, path)
);
CREATE INDEX release_files_hash ON release_files (hash);

-- What is in force, and what each file was when it was last published from a folder.
CREATE TABLE published (
    path        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    hash        TEXT REFERENCES contents (hash), -- none: the file was removed
    folder_hash TEXT,
    release     BYTEA NOT NULL REFERENCES releases (id)
);
CREATE INDEX published_hash ON published (hash);
CREATE INDEX published_release ON published (release);

CREATE TABLE workflow_versions (
    hash   TEXT NOT NULL PRIMARY KEY,
    item   TEXT NOT NULL,
    files  TEXT NOT NULL,
    format INTEGER NOT NULL
);

CREATE TABLE world_versions (
    part    TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO world_versions (part, version) VALUES ('people', 0), ('content', 0);

CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    next BIGINT NOT NULL
);
INSERT INTO counters (name, next) VALUES ('ticket', 1);
