//! Tables of what tickets have to do with each other: links, the calendar of
//! changes, what all are shown as known, whom it hits as well.

diesel::table! {
    ticket_links (ticket, kind, to_number, name) {
        ticket -> Binary,
        number -> BigInt,
        kind -> Text,
        to_number -> BigInt,
        name -> Text,
        reason -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    change_windows (ticket) {
        ticket -> Binary,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    change_touches (ticket, what) {
        ticket -> Binary,
        what -> Text,
    }
}

diesel::table! {
    known_tickets (ticket) {
        ticket -> Binary,
        item -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    ticket_affected (ticket, person) {
        ticket -> Binary,
        person -> Binary,
        at -> Timestamp,
        note -> Nullable<Text>,
    }
}
