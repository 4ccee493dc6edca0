//! What a desk does, told by tests: each module is named after what people see.
//!
//! `support` starts a real server, on either database, under a clock that the
//! test moves; `house` holds the source itself against `docs/architecture.md`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod house;

#[path = "../support/mod.rs"]
mod support;

mod absences;
mod access_routes;
mod access_table;
mod appointments;
mod asked_of_me;
mod assignment;
mod attachments;
mod audit;
mod audit_directory;
mod authoring;
mod authors;
mod back_doors;
mod browse;
mod bulk;
mod cancel_wish;
mod canned_replies;
mod changes_calendar;
mod checks;
mod clocks;
mod closing;
mod command_line;
mod confidential;
mod confidential_leaks;
mod conversation;
mod crash;
mod denials;
mod desk_owners;
mod directory;
mod document;
mod drafts;
mod endings;
mod entitlement;
mod escalation;
mod escalation_rules;
mod explain;
mod export;
mod faults;
mod follow_up;
mod forgetting;
mod former_texts;
mod four_eyes;
mod gallery;
mod glance;
mod holds;
mod intake;
mod items;
mod jobs;
mod kinds;
mod language;
mod laptop;
mod leaving;
mod links;
mod lists;
mod load;
mod masters;
mod merging;
mod nodes;
mod once;
mod outage;
mod outgoing;
mod own_items;
mod own_language;
mod own_words;
mod ownership;
mod peoples_steps;
mod plugins;
mod policy_forms;
mod preview;
mod priority;
mod profiles;
mod reception;
mod reclassify;
mod records;
mod recurring;
mod refusals;
mod reopening;
mod repair;
mod returned_work;
mod right_answers;
mod runs;
mod same_field;
mod satisfaction;
mod shipped_kinds;
mod sight;
mod sign_in;
mod statuses;
mod step_actions;
mod stream;
mod translations;
mod undo;
mod unpublished;
mod views;
mod walks;
mod watchers;
mod web_pages;
mod web_roots;
mod worklog;
