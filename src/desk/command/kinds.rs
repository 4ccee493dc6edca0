//! What `PATCH` says of a ticket as an incident, a problem or a change: what is
//! absent stays, `null` takes away.

use super::bodies::never_null;
use crate::model::kind_facts::{Risk, Window};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A field that may be taken away by `null`.
type Field<T> = Option<Option<T>>;

/// Tells a field that is absent from one that is `null`.
fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Field<T>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Facts of an incident.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentPatch {
    /// The service that it hits.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub service: Field<String>,
    /// The configuration item that is broken.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub ci: Field<String>,
    /// How people help themselves meanwhile; public.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub workaround: Field<String>,
    /// Whether all are shown that it is known; wants a public title.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub known: Option<bool>,
    /// What it is called there.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub public_title: Field<String>,
}

/// Facts of a problem.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProblemPatch {
    /// Why incidents come of it.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub root_cause: Field<String>,
    /// How people help themselves meanwhile; public.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub workaround: Field<String>,
    /// Whether all are shown that it is a known error; wants a public title.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub known_error: Option<bool>,
    /// What it is called there.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub public_title: Field<String>,
}

/// Facts of a change.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePatch {
    /// What may go wrong.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Risk>)]
    pub risk: Field<Risk>,
    /// How it is done.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub plan: Field<String>,
    /// How it is taken back.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub back_out: Field<String>,
    /// When it is done.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Window>)]
    pub window: Field<Window>,
    /// Configuration items that it touches.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub cis: Option<Vec<String>>,
    /// Services that it touches.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<String>>,
    /// Why it is done though changes rest then: for the change manager to say.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub freeze_reason: Field<String>,
}
