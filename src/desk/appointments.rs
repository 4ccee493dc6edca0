//! Wishes of who makes appointments for a ticket. What they come to is decided
//! in `decide::appointments`.

use super::command::{never_null, nullable};
use crate::model::ids::AppointmentId;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `appointments`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// What it is about; the ticket's title when absent, its number where it is confidential.
    pub title: Option<String>,
    /// From.
    pub start: Time,
    /// Until.
    pub end: Time,
    /// The IANA zone of the place; the zone of whom it is for when absent.
    pub zone: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What else is to be known; everybody who is invited reads it.
    pub note: Option<String>,
    /// Usernames of who is invited; whom the ticket is for when absent.
    pub people: Option<Vec<String>>,
}

/// Body of `PATCH /appointments/{id}`: what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentPatch {
    /// What it is about.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// From.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub start: Option<Time>,
    /// Until.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub end: Option<Time>,
    /// The IANA zone of the place.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Where.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub place: Option<Option<String>>,
    /// What else is to be known.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Option<String>>,
    /// Usernames of who is invited from now on.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<String>>,
}

/// Body of `POST /appointments/{id}/cancel`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelAppointment {
    /// Why; who is invited reads it.
    pub reason: Option<String>,
}

/// What is done about an appointment.
#[derive(Clone, Debug)]
pub enum Appoint {
    /// It is made.
    Make(NewAppointment),
    /// It is changed.
    Change(AppointmentId, AppointmentPatch),
    /// It does not take place.
    Cancel(AppointmentId, CancelAppointment),
}
