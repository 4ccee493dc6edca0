//! Tables of the work on tickets and of appointments.

diesel::table! {
    work_entries (id) {
        id -> Binary,
        ticket -> Binary,
        author -> Binary,
        minutes -> Integer,
        done_at -> Timestamp,
        note -> Text,
        step -> Nullable<Binary>,
        logged_at -> Timestamp,
        corrected_at -> Nullable<Timestamp>,
        corrections -> Integer,
    }
}

diesel::table! {
    work_corrections (entry, n) {
        entry -> Binary,
        n -> Integer,
        minutes -> Integer,
        done_at -> Timestamp,
        note -> Text,
        until_at -> Timestamp,
    }
}

diesel::table! {
    appointments (id) {
        id -> Binary,
        ticket -> Binary,
        data -> Text,
        format -> Integer,
    }
}

diesel::table! {
    appointment_people (person, ends_at, appointment) {
        person -> Binary,
        ends_at -> Timestamp,
        appointment -> Binary,
    }
}

diesel::allow_tables_to_appear_in_same_query!(appointments, appointment_people);

diesel::table! {
    erasures (ticket) {
        ticket -> Binary,
        at -> Timestamp,
    }
}

diesel::table! {
    forgotten (person) {
        person -> Binary,
        at -> Timestamp,
    }
}
