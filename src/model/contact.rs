//! A contact: somebody whom a request concerns and who is not in the directory
//! yet, a colleague who starts next month, a visitor. Nobody signs in as one.

use super::problem::FieldError;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Characters of each field.
const LONGEST: usize = 200;

/// A contact, as who asks described them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Name; compulsory.
    pub name: String,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
}

impl Contact {
    /// What is wrong with it; `root` is its pointer in the body.
    pub fn faults(&self, root: &str) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.name.trim().is_empty() {
            errors.push(FieldError::new(format!("{root}/name"), "required", "Say what they are called."));
        }
        let fields = [
            ("name", Some(&self.name)),
            ("email", self.email.as_ref()),
            ("phone", self.phone.as_ref()),
            ("department", self.department.as_ref()),
            ("location", self.location.as_ref()),
        ];
        for (field, text) in fields.into_iter().filter_map(|(field, text)| Some((field, text?))) {
            if text.chars().count() > LONGEST {
                let message = format!("at most {LONGEST} characters are kept");
                errors.push(FieldError::new(format!("{root}/{field}"), "maxLength", message));
            }
        }
        if self.email.as_ref().is_some_and(|email| !email.contains('@')) {
            errors.push(FieldError::new(format!("{root}/email"), "format", "this is no mail address"));
        }
        errors
    }
}
