//! Floor 1: plain data and pure rules.
//!
//! What a ticket, a step, a person, a policy *is*, and every rule that can be
//! told without a database, a clock, a script or the network: statuses, votes,
//! priorities, calendars, service levels, what a viewer sees. Nothing here does
//! I/O; time, ids and people come in as values.

pub mod absence;
pub mod access;
pub mod appointment;
pub mod approval;
pub mod attachment;
pub mod awaited;
pub mod by_workflow;
pub mod calendar;
pub mod canned;
pub mod catalog;
pub mod changes;
pub mod closing;
pub mod contact;
pub mod cost;
pub mod dispatch;
pub mod duration;
pub mod erasure;
pub mod event;
pub mod facts;
pub mod fault_codes;
pub mod handling;
pub mod hold;
pub mod ids;
pub mod journal;
pub mod kind_facts;
pub mod ladder;
pub mod mention;
pub mod money;
pub mod origin;
pub mod outgoing;
pub mod people;
pub mod policy;
pub mod problem;
pub mod proposal;
pub mod ranking;
pub mod redaction;
pub mod relation;
pub mod said;
pub mod saved_view;
pub mod sight;
pub mod sla;
pub mod staffing;
pub mod status;
pub mod step_actions;
pub mod submission;
pub mod text;
pub mod texts;
pub mod ticket;
pub mod time;
pub mod touched;
pub mod view;
pub mod watching;
pub mod who;
pub mod worklog;
