//! Tables of what is published.

diesel::table! {
    contents (hash) {
        hash -> Text,
        text -> Text,
    }
}

diesel::table! {
    releases (id) {
        id -> Binary,
        parent -> Nullable<Binary>,
        at -> Timestamp,
        author -> Nullable<Binary>,
        note -> Text,
    }
}

diesel::table! {
    release_files (release, path) {
        release -> Binary,
        path -> Text,
        hash -> Text,
    }
}

diesel::table! {
    published (path) {
        path -> Text,
        hash -> Nullable<Text>,
        folder_hash -> Nullable<Text>,
        release -> Binary,
    }
}

diesel::table! {
    workflow_versions (hash) {
        hash -> Text,
        item -> Text,
        files -> Text,
        format -> Integer,
    }
}
