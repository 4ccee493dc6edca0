//! What people did to a step, for staff and for who is asked: part of the
//! step's `arguments`.

use super::Viewer;
use crate::model::ids::UserId;
use crate::model::journal::{JournalRow, Origin};
use crate::model::step_actions::held_by;
use serde_json::{Map, Value as Json, json};

/// What is to be shown of it, by name.
pub(super) fn handling(viewer: &Viewer<'_>, row: &JournalRow) -> Map<String, Json> {
    let handling = &row.arguments.handling;
    let username = |id: UserId| viewer.person(id).username;
    let mut shown = Map::new();
    if row.origin == Origin::Person {
        shown.insert("mandatory".to_owned(), json!(handling.mandatory));
        shown.extend(handling.by.map(|by| ("opened_by".to_owned(), json!(username(by)))));
    }
    let parts = [
        ("of", handling.of.map(|step| json!(step))),
        ("reopens", handling.reopens.map(|step| json!(step))),
        ("reason", handling.reason.as_ref().map(|reason| json!(reason))),
        ("claimed_by", held_by(row).map(|by| json!(username(by)))),
    ];
    shown.extend(parts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    if !handling.returns.is_empty() {
        let one = |back: &crate::model::handling::HandBack| json!({"by": username(back.by), "at": back.at, "reason": back.reason, "suggestion": back.suggestion, "code": back.code});
        shown.insert("returns".to_owned(), handling.returns.iter().map(one).collect());
    }
    if !handling.opinions.is_empty() {
        let one = |said: &crate::model::handling::Opinion| {
            json!({"step": said.step, "by": username(said.by), "asked_by": username(said.asked_by),
                   "question": said.question, "answer": said.answer, "at": said.at})
        };
        shown.insert("opinions".to_owned(), handling.opinions.iter().map(one).collect());
    }
    let signers = row.arguments.rule.iter().flat_map(|rule| &rule.signers);
    let signers: Vec<Json> = signers
        .map(|signer| json!({"user": username(signer.user), "by": username(signer.by), "where": signer.when}))
        .collect();
    if !signers.is_empty() {
        shown.insert("signers".to_owned(), Json::Array(signers));
    }
    shown
}
