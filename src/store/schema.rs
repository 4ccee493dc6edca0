//! The tables as diesel knows them: the same names and columns in both databases
//! (a test compares them with what the migrations make). No query lives here.

mod content;
mod people;
mod recorded;
mod relations;
mod said;

pub use content::{contents, published, release_files, releases, workflow_versions};
pub use people::{
    absences, author_categories, group_members, groups, registrations, sessions, tokens, user_roles, users,
};
pub use recorded::{appointment_people, appointments, erasures, forgotten, work_corrections, work_entries};
pub use relations::{change_touches, change_windows, known_tickets, ticket_affected, ticket_links};
pub use said::*;

diesel::table! {
    surveys (ticket) {
        ticket -> Binary,
        person -> Binary,
        token_hash -> Binary,
        asked_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    outgoing (id) {
        id -> Binary,
        at -> Timestamp,
        kind -> Text,
        fate -> Text,
        ticket -> Nullable<Binary>,
        recipient -> Nullable<Binary>,
        plugin -> Nullable<Text>,
        call -> Nullable<Binary>,
        data -> Text,
        format -> Integer,
    }
}

diesel::table! {
    tickets (number) {
        number -> BigInt,
        id -> Binary,
        kind -> Text,
        item -> Text,
        status -> Text,
        stuck -> Bool,
        cancelling -> Bool,
        on_hold -> Bool,
        vip -> Bool,
        restricted_to -> Nullable<Binary>,
        stage -> Nullable<Text>,
        title -> Text,
        description -> Text,
        run -> Integer,
        requester -> Binary,
        requested_for -> Binary,
        opened_by -> Binary,
        owner -> Nullable<Binary>,
        owner_group -> Nullable<Binary>,
        assignee -> Nullable<Binary>,
        group_id -> Nullable<Binary>,
        escalation_level -> Integer,
        channel -> Text,
        location -> Nullable<Text>,
        category -> Text,
        impact -> Text,
        urgency -> Text,
        priority -> Text,
        cost -> Nullable<Text>,
        sla -> Nullable<Text>,
        respond_due -> Nullable<Timestamp>,
        responded_at -> Nullable<Timestamp>,
        resolve_due -> Nullable<Timestamp>,
        respond_breached -> Bool,
        resolve_breached -> Bool,
        resolution -> Nullable<Text>,
        closure_code -> Nullable<Text>,
        closure_reason -> Nullable<Text>,
        rejection_code -> Nullable<Text>,
        auto_closed -> Bool,
        remarks -> Nullable<Text>,
        follow_up -> Nullable<Text>,
        rating -> Nullable<Text>,
        knowledge -> Nullable<Text>,
        marks -> Nullable<Text>,
        parents -> Nullable<Text>,
        once -> Nullable<Text>,
        hold -> Nullable<Text>,
        facts -> Nullable<Text>,
        fault -> Nullable<Text>,
        pin_workflow -> Text,
        pin_schema -> Text,
        pin_engine -> Text,
        created_at -> Timestamp,
        accepted_at -> Nullable<Timestamp>,
        resolved_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        updated_at -> Timestamp,
        last_seq -> BigInt,
        last_position -> Integer,
        version -> BigInt,
        search -> Text,
        format -> Integer,
    }
}

diesel::table! {
    ticket_marks (ticket, kind, value) {
        ticket -> Binary,
        kind -> Text,
        value -> Text,
    }
}

diesel::table! {
    saved_views (id) {
        id -> Binary,
        owner -> Binary,
        name -> Text,
        shared -> Text,
        group_id -> Nullable<Binary>,
        data -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        command -> Nullable<Text>,
        fingerprint -> Binary,
        format -> Integer,
    }
}

diesel::table! {
    submissions (ticket, run) {
        ticket -> Binary,
        run -> Integer,
        data -> Text,
        format -> Integer,
    }
}

diesel::table! {
    journal (ticket, run, path) {
        id -> Binary,
        ticket -> Binary,
        run -> Integer,
        path -> Text,
        position -> Integer,
        kind -> Text,
        name -> Text,
        state -> Text,
        arguments -> Text,
        answer -> Nullable<Text>,
        origin -> Text,
        source -> Text,
        line -> Integer,
        column -> Integer,
        opened_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<Text>,
        settled_seq -> Nullable<BigInt>,
        format -> Integer,
    }
}

diesel::table! {
    step_parties (step, party) {
        step -> Binary,
        party -> Binary,
        is_group -> Bool,
        ticket -> Binary,
    }
}

diesel::table! {
    votes (step, voter) {
        step -> Binary,
        voter -> Binary,
        on_behalf_of -> Nullable<Binary>,
        ballot -> Text,
        code -> Nullable<Text>,
        comment -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    events (position) {
        position -> BigInt,
        xid -> BigInt,
        ticket -> Binary,
        seq -> BigInt,
        at -> Timestamp,
        actor_type -> Text,
        actor_id -> Text,
        actor_for -> Nullable<Text>,
        actor_token -> Nullable<Text>,
        #[sql_name = "type"]
        type_ -> Text,
        digest -> Binary,
    }
}

diesel::table! {
    event_data (ticket, seq) {
        ticket -> Binary,
        seq -> BigInt,
        actor_name -> Text,
        salt -> Binary,
        data -> Text,
        format -> Integer,
        origin -> Nullable<Text>,
    }
}

diesel::table! {
    audit (position) {
        position -> BigInt,
        at -> Timestamp,
        actor -> Nullable<Binary>,
        action -> Text,
        object -> Nullable<Text>,
        origin -> Nullable<Text>,
        data -> Text,
        format -> Integer,
    }
}

diesel::table! {
    escalated (ticket) {
        ticket -> Binary,
    }
}

diesel::table! {
    awaited (person, ticket) {
        person -> Binary,
        ticket -> Binary,
    }
}

diesel::table! {
    ticket_viewers (viewer, created_at, ticket) {
        viewer -> Binary,
        created_at -> Timestamp,
        ticket -> Binary,
        why -> Text,
    }
}

diesel::table! {
    attachments (id) {
        id -> Binary,
        uploader -> Binary,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        hash -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    ticket_attachments (attachment) {
        attachment -> Binary,
        ticket -> Binary,
        place -> Text,
        comment -> Nullable<Binary>,
        internal -> Bool,
        at -> Timestamp,
    }
}

diesel::table! {
    notifications (id) {
        id -> Binary,
        user_id -> Binary,
        ticket -> Nullable<Binary>,
        at -> Timestamp,
        text -> Text,
        details -> Text,
        read_at -> Nullable<Timestamp>,
        format -> Integer,
        meant_for -> Nullable<Binary>,
    }
}

diesel::table! {
    commands (id) {
        id -> Text,
        fingerprint -> Binary,
        ticket -> Binary,
        number -> BigInt,
        made -> Text,
        made_id -> Nullable<Binary>,
        at -> Timestamp,
    }
}

diesel::table! {
    signals (target, source, source_seq) {
        target -> Binary,
        source -> Binary,
        source_seq -> BigInt,
        kind -> Text,
        data -> Text,
        format -> Integer,
        at -> Timestamp,
        applied_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    timers (ticket, key) {
        id -> Binary,
        ticket -> Binary,
        key -> Text,
        due_at -> Timestamp,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Binary,
        ticket -> Binary,
        step -> Binary,
        plugin -> Text,
        function -> Text,
        key -> Text,
        arguments -> Text,
        format -> Integer,
        attempt -> Integer,
        next_at -> Timestamp,
        lease_until -> Nullable<Timestamp>,
        leased_by -> Nullable<Text>,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    job_runs (job, fire_time) {
        job -> Text,
        fire_time -> Timestamp,
        lease_until -> Timestamp,
        leased_by -> Text,
        finished_at -> Nullable<Timestamp>,
        report -> Nullable<Text>,
        format -> Integer,
        started_at -> Nullable<Timestamp>,
        asked_by -> Nullable<Binary>,
    }
}

diesel::table! {
    plugin_kv (plugin, key) {
        plugin -> Text,
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    proposals (id) {
        id -> Binary,
        at -> Timestamp,
        author -> Binary,
        wish -> Text,
        state -> Text,
        decided_by -> Nullable<Binary>,
        decided_at -> Nullable<Timestamp>,
        reason -> Nullable<Text>,
        release -> Nullable<Binary>,
        format -> Integer,
    }
}

diesel::table! {
    world_versions (part) {
        part -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        next -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    tickets,
    escalated,
    awaited,
    journal,
    ticket_marks,
    ticket_viewers,
    step_parties,
    votes,
    submissions,
    events,
    event_data,
    timers,
    deliveries,
    commands,
    notifications,
    watchers,
    change_windows,
    change_touches,
    known_tickets
);
diesel::allow_tables_to_appear_in_same_query!(attachments, ticket_attachments);
diesel::allow_tables_to_appear_in_same_query!(published, contents, releases, release_files);
diesel::allow_tables_to_appear_in_same_query!(erasures, tickets);
diesel::allow_tables_to_appear_in_same_query!(comments, tickets);
