//! Tables of people and groups: who there is, how they sign in, and when they are away.

diesel::table! {
    users (id) {
        id -> Binary,
        username -> Text,
        name -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        department -> Nullable<Text>,
        location -> Nullable<Text>,
        language -> Text,
        zone -> Text,
        manager -> Nullable<Binary>,
        substitute -> Nullable<Binary>,
        active -> Bool,
        password_hash -> Nullable<Text>,
        details -> Nullable<Text>,
        format -> Integer,
    }
}

diesel::table! {
    user_roles (user_id, role) {
        user_id -> Binary,
        role -> Text,
    }
}

diesel::table! {
    author_categories (user_id, category) {
        user_id -> Binary,
        category -> Text,
    }
}

diesel::table! {
    groups (id) {
        id -> Binary,
        name -> Text,
        line -> Integer,
        lead -> Nullable<Binary>,
        details -> Nullable<Text>,
        format -> Integer,
    }
}

diesel::table! {
    group_members (group_id, user_id) {
        group_id -> Binary,
        user_id -> Binary,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Binary,
        user_id -> Binary,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        cookie -> Bool,
    }
}

diesel::table! {
    tokens (id) {
        id -> Binary,
        token_hash -> Binary,
        user_id -> Binary,
        name -> Text,
        created_at -> Timestamp,
        expires_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    registrations (command) {
        command -> Text,
        fingerprint -> Binary,
        made -> Binary,
        at -> Timestamp,
    }
}

diesel::table! {
    absences (id) {
        id -> Binary,
        person -> Binary,
        substitute -> Binary,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        scope -> Text,
        registered_by -> Binary,
        registered_at -> Timestamp,
        command -> Nullable<Text>,
        fingerprint -> Binary,
        format -> Integer,
    }
}

diesel::allow_tables_to_appear_in_same_query!(users, sessions, tokens, user_roles, group_members, groups);
