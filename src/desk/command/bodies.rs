//! The bodies of what people wish: one struct per call of the API. What they
//! come to is decided in `decide`.

use super::kinds::{ChangePatch, IncidentPatch, ProblemPatch};
use crate::model::contact::Contact;
use crate::model::ticket::Parent;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// Body of `POST /tickets`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The catalog item's name.
    pub item: String,
    /// The filled form.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Title; the item's when absent.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Username of whom it is for; the caller when absent.
    pub requested_for: Option<String>,
    /// Source channel; when absent `phone` where staff type it in for somebody else, else `portal`.
    /// Who is no staff says `portal`, `app`, `intranet`, `chat`, `wechat` or `api`.
    pub channel: Option<String>,
    /// Location; the person's when absent.
    pub location: Option<String>,
    /// Row of the priority matrix.
    pub impact: Option<String>,
    /// Column of the priority matrix.
    pub urgency: Option<String>,
    /// The version of the form that was filled in; refused where another is in force.
    pub item_version: Option<String>,
    /// Whom it concerns, if they are not in the directory.
    pub contact: Option<Contact>,
    /// The closed ticket that it follows: what was rejected or not done well enough
    /// is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "SR-000119")]
    pub follows: Option<String>,
    /// The ticket under which it is submitted.
    #[serde(skip)]
    pub parent: Option<Parent>,
    /// Whether it is the desk's own ticket over several requests.
    #[serde(skip)]
    pub collective: bool,
}

/// Body of `assign`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Group's name.
    pub group: Option<String>,
    /// Username.
    pub assignee: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Body of `resolve`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// What was done; compulsory.
    pub resolution: String,
    /// `done` (default) or `failed`.
    pub outcome: Option<String>,
    /// One of policy.toml `[closure_reasons]`.
    pub closure_reason: Option<String>,
    /// What they may do instead: words, or the name of a catalog item that the requester may ask for. Compulsory with
    /// the reason `out_of_scope`.
    pub better_way: Option<String>,
    /// The knowledge decision: `create`, `update`, `exists`, `none`; the policy's preset when absent.
    pub knowledge: Option<String>,
    /// The service request manager resolves though steps are open; wants this reason.
    pub force: Option<String>,
    /// Whether the tickets that are part of it, or were caused by it, are resolved with it.
    pub children: Option<bool>,
}

/// Body of `close`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// One of the four; the one to come when absent.
    pub closure_code: Option<String>,
    /// One of policy.toml `[closure_reasons]` under that code.
    pub closure_reason: Option<String>,
    /// What they may do instead; compulsory with the reason `out_of_scope` where it was not said before.
    pub better_way: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
    /// The knowledge decision: `create`, `update`, `exists`, `none`; what was decided before when absent.
    pub knowledge: Option<String>,
}

/// Body of `cancel`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Option<String>,
}

/// Body of `PATCH /tickets/{number}` (RFC 7396): what is absent stays, `null`
/// takes away where a field may be empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// Title.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Description.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Row of the priority matrix; staff only.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// Column of the priority matrix.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Another priority than the matrix gives, for the roles of policy.toml `[priority]`; `null`: the matrix decides again.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub priority: Option<Option<String>>,
    /// Why another priority; compulsory with one.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub priority_reason: Option<String>,
    /// Location.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub location: Option<Option<String>>,
    /// Remarks; staff only.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub remarks: Option<Option<String>>,
    /// Fields of the form, merged; a changed form begins a new run.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub form: Option<Map<String, Json>>,
    /// Facts of an incident; for those who handle it.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentPatch>,
    /// Facts of a problem; for those who handle it.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemPatch>,
    /// Facts of a change; for those who handle it.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangePatch>,
}

impl Patch {
    /// The fields that it sets; of the form its own, which mean what they mean on its item.
    pub fn fields(&self) -> Vec<String> {
        fields_of(&serde_json::to_value(self).unwrap_or_default())
    }
}

/// The fields that the body of a patch sets, as `model::touched` names them.
pub fn fields_of(body: &Json) -> Vec<String> {
    let mut fields = Vec::new();
    for (name, value) in body.as_object().into_iter().flatten() {
        match value.as_object().filter(|_| name == "form") {
            Some(form) => {
                fields.extend(form.keys().map(|name| format!("form/{name}")));
                fields.push("item".to_owned());
            }
            None => fields.push(name.clone()),
        }
    }
    fields
}

/// A field that may not be empty: `null` is of the wrong type, not a way to leave it out.
pub(in crate::desk) fn never_null<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Tells a field that is absent from one that is `null`.
pub(in crate::desk) fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Body of `POST /tickets/{number}/attachments`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Attach {
    /// The id of a file that was sent up.
    pub attachment: String,
    /// For staff only.
    #[serde(default)]
    pub internal: bool,
}

/// Body of `POST /steps/{id}/answer`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepAnswer {
    /// approval `approved rejected returned`; cost `confirmed declined`; task `done failed skipped`; work `done failed`; question `answered`; wait `skipped`, for an event `arrived`; ticket, by the owner, `succeeded failed`; plugin by hand `done refused`.
    pub outcome: String,
    /// What is said with it.
    pub comment: Option<String>,
    /// Rejection code, refusal code; of work a closure reason.
    pub code: Option<String>,
    /// The form's fields; of a question without a form `answer`; of work `resolution`, `workaround`, `minutes`, `cost`,
    /// `better_way` and its form; a plugin's output by hand.
    #[schema(value_type = Option<Object>)]
    pub output: Option<Json>,
    /// The `seen` of the step as it was shown.
    pub seen: Option<String>,
}

/// Characters of the reason for which a vote is taken back.
pub const WITHDRAWN_LONGEST: usize = 2_000;

/// Body of `POST /steps/{id}/withdraw`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Why.
    pub reason: Option<String>,
}

/// Body of `reclassify`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// The catalog item's name.
    pub item: String,
    /// The filled form of that item.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Why.
    pub reason: String,
}

/// Body of `resume`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// `true`: on the version of the workflow that is published now; `false`: on its own. When absent on its own where
    /// that goes on again, else on the published one.
    pub migrate: Option<bool>,
}

/// Body of `POST /steps/{id}/skip`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// Why; at least 5 characters.
    pub reason: String,
}
