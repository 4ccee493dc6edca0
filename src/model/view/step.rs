//! A step as its viewer sees it.

use super::handling::handling;
use super::{PersonView, Viewer};
use crate::model::approval::{Ballot, Vote};
use crate::model::catalog::Ordered;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, Origin, RETURNED_FROM, RowKind, RowState, UNDOES, WENT_WRONG};
use crate::model::people::Parties;
use crate::model::step_actions::actions;
use crate::model::ticket::{Ticket, number_text};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use utoipa::ToSchema;

/// Whom a step waits for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StepFor {
    /// People by name.
    pub users: Vec<PersonView>,
    /// Groups by name.
    pub groups: Vec<String>,
}

/// How far an approval is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuorumView {
    /// Yeses that settle it.
    pub needed: u32,
    /// Who may vote, as a number.
    pub of: u32,
    /// Yeses so far.
    pub approved: u32,
    /// Noes so far.
    pub rejected: u32,
}

/// One vote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VoteView {
    /// Who.
    pub by: PersonView,
    /// In whose place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PersonView>,
    /// `approved` or `rejected`.
    pub outcome: Ballot,
    /// Rejection code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When.
    pub at: Time,
}

/// The form that an answer fills in, in the viewer's language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AskedFormView {
    /// As JSON Schema, its fields in the order in which they are asked.
    #[schema(value_type = Object)]
    pub schema: Ordered,
    /// How to draw it, as react-jsonschema-form reads it.
    #[serde(rename = "uiSchema")]
    #[schema(value_type = Object)]
    pub ui_schema: Json,
}

/// A step (contracts.md "A step").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StepView {
    /// The step's id, for `/steps/{id}/answer`.
    pub id: StepId,
    /// The ticket's number.
    pub ticket: String,
    /// The run it belongs to.
    pub run: i32,
    /// Its path in the script.
    pub path: String,
    /// Who opened it.
    pub origin: Origin,
    /// What it is.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// Its varying part.
    pub about: Option<String>,
    /// Explanation for who answers.
    pub text: Option<String>,
    /// Where it stands.
    pub state: RowState,
    /// Whom it waits for.
    #[serde(rename = "for")]
    pub waits_for: StepFor,
    /// Options, amounts and what is shown; only for staff and who is asked.
    #[schema(value_type = Object)]
    pub arguments: Json,
    /// How far an approval is.
    pub quorum: Option<QuorumView>,
    /// Votes; only for staff and who is asked.
    pub votes: Vec<VoteView>,
    /// Hash of what is shown, to be sent back with the answer.
    pub seen: Option<String>,
    /// What it came to.
    pub outcome: Option<String>,
    /// The answer's fields; only for staff and who is asked.
    #[schema(value_type = Option<Object>)]
    pub output: Option<Json>,
    /// Comment of the answer; only for staff and who is asked.
    pub comment: Option<String>,
    /// Who answered.
    pub answered_by: Option<PersonView>,
    /// In whose place, where somebody stood in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PersonView>,
    /// Opened at.
    pub opened_at: Time,
    /// Due at.
    pub due_at: Option<Time>,
    /// Answered at.
    pub answered_at: Option<Time>,
    /// What the caller may do to it now.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The form that an answer fills in; only for who may answer now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<AskedFormView>,
    /// The step of an earlier run whose answer this is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<StepId>,
}

/// Whether the step is meant for the viewer: asked, voted, answered, or opened it.
fn meant_for(viewer: &Viewer<'_>, row: &JournalRow, votes: &[Vote]) -> bool {
    let asked = match &row.arguments.rule {
        Some(rule) => rule.may_vote(viewer.user.id),
        None => row.arguments.parties.include(viewer.user),
    };
    let answered = row.answer.as_ref().and_then(|answer| answer.by.as_ref()).is_some_and(|by| by.id == viewer.user.id);
    let opened = row.arguments.handling.by == Some(viewer.user.id);
    asked || answered || opened || votes.iter().any(|vote| vote.voter == viewer.user.id)
}

fn waits_for(viewer: &Viewer<'_>, parties: &Parties) -> StepFor {
    StepFor {
        users: parties.users.iter().map(|id| viewer.person(*id)).collect(),
        groups: parties.groups.iter().map(|id| viewer.group(*id)).collect(),
    }
}

fn arguments(viewer: &Viewer<'_>, row: &JournalRow) -> Json {
    let arguments = &row.arguments;
    let mut shown = serde_json::Map::new();
    if let Some(amount) = &arguments.amount {
        shown.insert("amount".to_owned(), json!(amount));
    }
    if let Some(show) = &arguments.show {
        shown.insert("show".to_owned(), show.clone());
    }
    for key in ["form", "checklist", "optional", "lines"] {
        shown.extend(arguments.options.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    if let Some(Json::Array(points)) = shown.get_mut("checklist") {
        points.iter_mut().for_each(|point| {
            if let Some(text) = point.as_str() {
                *point = json!(viewer.say(text));
            }
        });
    }
    for value in ["args", "key", "number", WENT_WRONG, UNDOES, RETURNED_FROM] {
        if let Some(given) = arguments.values.get(value) {
            shown.insert(value.to_owned(), given.clone());
        }
    }
    shown.extend(handling(viewer, row));
    Json::Object(shown)
}

/// Shapes a step for a viewer.
pub fn step(viewer: &Viewer<'_>, ticket: &Ticket, row: &JournalRow, votes: &[Vote]) -> StepView {
    let hidden_kind = row.kind == RowKind::Plugin && !viewer.is_staff();
    let whole = (viewer.is_staff() || meant_for(viewer, row, votes)) && !hidden_kind;
    let answer = row.answer.as_ref();
    // Added signers vote, too, but no quorum counts them.
    let counts = |vote: &&Vote| row.arguments.rule.as_ref().is_none_or(|rule| rule.counts(vote.voter));
    let count = |ballot| {
        let these = votes.iter().filter(counts).filter(|vote| vote.ballot == ballot);
        u32::try_from(these.count()).unwrap_or(u32::MAX)
    };
    StepView {
        id: row.id,
        ticket: number_text(ticket.kind, ticket.number),
        run: row.run,
        path: row.path.clone(),
        origin: row.origin,
        kind: row.kind,
        name: viewer.say(&row.name),
        about: row.arguments.about.clone().filter(|_| whole),
        text: row.arguments.text.as_deref().filter(|_| whole).map(|text| viewer.say(text)),
        state: row.state,
        waits_for: waits_for(viewer, &row.arguments.parties),
        arguments: if whole { arguments(viewer, row) } else { json!({}) },
        quorum: row.arguments.rule.as_ref().filter(|_| whole).map(|rule| QuorumView {
            needed: rule.needed,
            of: u32::try_from(rule.electorate.len()).unwrap_or(u32::MAX),
            approved: count(Ballot::Approved),
            rejected: count(Ballot::Rejected),
        }),
        votes: votes.iter().filter(|_| whole).map(|vote| vote_view(viewer, vote)).collect(),
        seen: row.arguments.seen.clone().filter(|_| whole),
        outcome: answer.map(|answer| answer.outcome.clone()).filter(|outcome| !outcome.is_empty()),
        output: answer.map(|answer| answer.output.clone()).filter(|output| whole && !output.is_null()),
        comment: answer.and_then(|answer| answer.comment.clone()).filter(|_| whole),
        answered_by: answer.and_then(|answer| answer.by.as_ref()).map(|by| viewer.person(by.id)),
        on_behalf_of: answer.and_then(|answer| answer.on_behalf_of.as_ref()).map(|who| viewer.person(who.id)),
        opened_at: row.opened_at,
        due_at: row.due_at,
        answered_at: row.settled_at,
        actions: actions(viewer.user, ticket, row, votes).into_iter().map(str::to_owned).collect(),
        form: None,
        carried_from: answer.and_then(|answer| answer.carried_from),
    }
}

fn vote_view(viewer: &Viewer<'_>, vote: &Vote) -> VoteView {
    VoteView {
        by: viewer.person(vote.voter),
        on_behalf_of: vote.on_behalf_of.map(|id| viewer.person(id)),
        outcome: vote.ballot,
        code: vote.code.clone(),
        comment: vote.comment.clone(),
        at: vote.at,
    }
}
