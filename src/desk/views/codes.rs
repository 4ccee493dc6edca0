//! The codes that the policy knows, with their words: what a portal offers where
//! people say why, instead of letting them guess.

use super::View;
use crate::desk::decide::channels_of;
use crate::model::people::{Role, User};
use crate::model::policy::words::{called, in_words, label};
use crate::model::problem::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A code with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CodeView {
    /// What is sent.
    #[schema(example = "budget")]
    pub code: String,
    /// What people read, in the caller's language.
    #[schema(example = "No budget")]
    pub label: String,
}

/// A reason to hold a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HoldCodeView {
    /// The code with its words.
    #[serde(flatten)]
    pub code: CodeView,
    /// Whether the clock to resolve it stands still.
    pub pauses: bool,
    /// Whether its end must be named.
    pub needs_until: bool,
    /// Whether a reply of who asked ends it.
    pub ends_on_reply: bool,
}

/// A reason of a closure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReasonCodeView {
    /// The code with its words.
    #[serde(flatten)]
    pub code: CodeView,
    /// The closure code that it stands under.
    #[schema(example = "succeeded")]
    pub closure_code: String,
}

/// The codes of the policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CodesView {
    /// Of `hold`.
    pub holds: Vec<HoldCodeView>,
    /// Of `return`.
    pub returns: Vec<CodeView>,
    /// Whether `return` must name one.
    pub return_needs_code: bool,
    /// Characters that the reason of a `return` has at least.
    pub return_reason_min: usize,
    /// Of a rejected approval.
    pub rejections: Vec<CodeView>,
    /// The outcomes of an approval that want a code.
    pub code_for: Vec<String>,
    /// The outcomes of an approval that want a comment.
    pub comment_for: Vec<String>,
    /// Of `close`.
    pub closures: Vec<CodeView>,
    /// The desk's own reasons, each under one closure code.
    pub closure_reasons: Vec<ReasonCodeView>,
    /// The impacts that the caller may say.
    pub impacts: Vec<CodeView>,
    /// The urgencies that the caller may say.
    pub urgencies: Vec<CodeView>,
    /// The channels that the caller may say.
    pub channels: Vec<String>,
    /// Groups by their names, as people read them.
    pub groups: Vec<CodeView>,
    /// Roles of the desk and those of the policy.
    pub roles: Vec<CodeView>,
}

/// The codes of the policy in the caller's language.
///
/// # Errors
/// None; a `Result` as every look.
pub fn codes(v: &mut View<'_>, user: &User) -> Result<CodesView, Refusal> {
    let (policy, viewer) = (v.world.policy(), v.viewer(user));
    let said = |code: &str, words: &str| CodeView { code: code.to_owned(), label: viewer.say(words) };
    let plain = |code: &str| said(code, &in_words(code));
    let labelled = |code: &str, label: Option<&str>| match label {
        Some(label) => CodeView { code: code.to_owned(), label: label.to_owned() },
        None => plain(code),
    };
    let matrix = &policy.matrix;
    let impacts = matrix.impacts.iter().filter(|it| user.is_staff() || matrix.requester_impacts.contains(*it));
    let urgencies = matrix.urgencies.iter().filter(|it| user.is_staff() || matrix.requester_may.contains(*it));
    let closures = policy.closure_labels.iter();
    let roles: BTreeSet<&str> =
        Role::ALL.iter().map(|role| role.as_str()).chain(policy.roles.keys().map(String::as_str)).collect();
    Ok(CodesView {
        holds: policy
            .holds
            .iter()
            .map(|hold| HoldCodeView {
                code: labelled(&hold.code, label(&hold.label, &user.language)),
                pauses: hold.pauses,
                needs_until: hold.needs_until,
                ends_on_reply: hold.ends_on.is_some(),
            })
            .collect(),
        returns: policy.returns.codes.iter().map(|(code, words)| said(code, words)).collect(),
        return_needs_code: policy.returns.code_required,
        return_reason_min: policy.returns.reason_min,
        rejections: policy.rejection_codes.iter().map(|(code, words)| said(code, words)).collect(),
        code_for: policy.steps.code_for.iter().cloned().collect(),
        comment_for: policy.steps.comment_for.iter().cloned().collect(),
        closures: closures.map(|(code, labels)| labelled(code, label(labels, &user.language))).collect(),
        closure_reasons: policy
            .closure_reasons
            .iter()
            .map(|(code, under)| ReasonCodeView { code: plain(code), closure_code: under.as_str().to_owned() })
            .collect(),
        impacts: impacts.map(|code| plain(code)).collect(),
        urgencies: urgencies.map(|code| plain(code)).collect(),
        channels: channels_of(user).map(str::to_owned).collect(),
        groups: v
            .world
            .people
            .groups()
            .filter(|it| !it.terms.gone)
            .map(|it| said(&it.name, &called(&it.name)))
            .collect(),
        roles: roles.into_iter().map(|role| said(role, &called(role))).collect(),
    })
}
