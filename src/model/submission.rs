//! What was asked: the form and the people as the submission found them.

use super::ids::UserId;
use super::money::Money;
use super::people::User;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// A person as the submission found them: what scripts and old forms read,
/// whatever the directory says later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSnapshot {
    /// The key.
    pub id: UserId,
    /// Username.
    pub username: String,
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Language.
    pub language: String,
}

impl From<&User> for PersonSnapshot {
    fn from(user: &User) -> Self {
        Self {
            id: user.id,
            username: user.username.clone(),
            name: user.name.clone(),
            email: user.email.clone(),
            phone: user.phone.clone(),
            department: user.department.clone(),
            location: user.location.clone(),
            language: user.language.clone(),
        }
    }
}

/// One submission: the form and what a script reads as `request`, `requester`
/// and `requested_for`. One row per run; erasable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// Fields of the form.
    pub form: Map<String, Json>,
    /// Computed by the server: base price and chosen options.
    pub price: Option<Money>,
    /// Channel.
    pub channel: String,
    /// Title.
    pub title: String,
    /// Location.
    pub location: Option<String>,
    /// Who asks.
    pub requester: PersonSnapshot,
    /// For whom.
    pub requested_for: PersonSnapshot,
}
