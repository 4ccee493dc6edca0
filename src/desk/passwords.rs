//! One's own password: changed by who knows it, as often as they like. One that
//! an admin sets is told once, by `directory`.

use super::sessions::{FAILURES, hash_password};
use super::{Caller, Desk};
use crate::model::origin::Action;
use crate::model::problem::{Code, Refusal};
use std::net::IpAddr;

/// Characters of a password that somebody chooses.
const SHORTEST: usize = 8;

impl Desk {
    /// Changes the caller's own password; every other session of theirs ends with
    /// the present one: they sign in anew.
    ///
    /// # Errors
    /// 403 with an API token, 422 where the present password is another or the new
    /// one too short, 429 after too many failures.
    pub async fn change_password(
        &self,
        caller: &Caller,
        present: String,
        wanted: String,
        address: IpAddr,
    ) -> Result<(), Refusal> {
        if caller.token_name.is_some() {
            return Err(Refusal::new(Code::Forbidden, "An API token cannot change a password: sign in for it."));
        }
        let username = caller.user.username.clone();
        let key = (crate::model::text::fold(&username), address);
        self.check_attempts(&key, FAILURES)?;
        let found = self.read_store(move |reader| reader.credentials(&username)).await?;
        if !self.password_fits(present, found.as_ref()).await? {
            self.failed(key);
            return Err(Refusal::invalid("/current", "wrong", "this is not your password"));
        }
        if wanted.chars().count() < SHORTEST {
            let message = format!("at least {SHORTEST} characters are wanted");
            return Err(Refusal::invalid("/password", "minLength", message));
        }
        let hashed = tokio::task::spawn_blocking(move || hash_password(&wanted)).await;
        let hash = hashed.unwrap_or_else(|_| Err(Refusal::new(Code::Internal, "The desk made a mistake.")))?;
        let (user, entry) = (caller.user.id, self.noted(caller, Action::PasswordChanged));
        let entry = entry.to(&caller.user.username);
        self.write_store(move |store| store.replace_password(user, hash, entry)).await?;
        self.forget_sign_in(user);
        tracing::info!(user = %caller.user.username, "a password was changed");
        Ok(())
    }
}
