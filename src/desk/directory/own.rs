//! What everybody changes of their own record: in which language and in which
//! zone they are shown things. The rest is an admin's.

use super::told;
use super::users::{UserPatch, patched};
use crate::desk::command::never_null;
use crate::desk::views::{self, MeView};
use crate::desk::{Caller, Desk};
use crate::model::origin::Action;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::store::{Directory, Edit, NewPerson};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `PATCH /me` (RFC 7396): what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MePatch {
    /// BCP 47 tag of the language that texts are shown in.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// IANA time zone.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

impl Desk {
    /// Changes what is the caller's own to change of their record.
    ///
    /// # Errors
    /// 422 with what is wrong, 503.
    pub async fn change_me(&self, caller: &Caller, wish: MePatch) -> Result<MeView, Refusal> {
        let (world, id, entry) = (self.world(), caller.user.id, self.noted(caller, Action::PersonChanged));
        let edit = move |directory: &Directory| {
            let before = directory.people.user(id).ok_or_else(Refusal::not_found)?;
            let mut user = User::clone(before);
            let wish = UserPatch { language: wish.language, zone: wish.zone, ..UserPatch::default() };
            patched(&world, &directory.people, &mut user, wish)?;
            if user == **before {
                return Ok((Edit::default(), ()));
            }
            let audited = vec![told::of_person(entry, &directory.people, Some(before), &user)];
            Ok((Edit { people: vec![NewPerson { user, password_hash: None }], audited, ..Edit::default() }, ()))
        };
        self.edit_directory(None, None, edit).await?;
        self.forget_sign_in(id);
        let user = self.world().people.user(id).cloned().ok_or_else(Refusal::not_found)?;
        self.read(move |view| views::me(view, &user)).await
    }
}
