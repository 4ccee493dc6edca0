//! Tables of what people say, prepare and follow.

diesel::table! {
    comments (id) {
        id -> Binary,
        ticket -> Binary,
        author -> Binary,
        at -> Timestamp,
        internal -> Bool,
        text -> Text,
        edited_at -> Nullable<Timestamp>,
        details -> Nullable<Text>,
        format -> Integer,
    }
}

diesel::table! {
    comment_texts (comment, n) {
        comment -> Binary,
        n -> Integer,
        text -> Text,
        until_at -> Timestamp,
    }
}

diesel::table! {
    canned_replies (name) {
        name -> Text,
        title -> Text,
        texts -> Text,
        visibility -> Text,
        owner -> Binary,
        group_id -> Nullable<Binary>,
        item -> Nullable<Text>,
        category -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        version -> BigInt,
        command -> Nullable<Text>,
        fingerprint -> Binary,
        format -> Integer,
    }
}

diesel::table! {
    drafts (user_id, key) {
        user_id -> Binary,
        key -> Text,
        data -> Text,
        updated_at -> Timestamp,
        version -> BigInt,
        format -> Integer,
    }
}

diesel::table! {
    watchers (user_id, ticket) {
        user_id -> Binary,
        ticket -> Binary,
    }
}
