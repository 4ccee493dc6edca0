//! Sign-in: passwords, sessions, API tokens. At most two passwords are checked
//! at a time, an unknown user costs the same time, tokens are 256 random bits of
//! which only the SHA-256 is stored. What was read is believed for five seconds.

use super::Desk;
use super::workers::unavailable;
use crate::model::ids::{TokenId, UserId};
use crate::model::origin::{Action, Audited, From};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::store::{ApiToken, Credentials, Session};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use chrono::Duration;
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;
use utoipa::ToSchema;

/// At most so many password checks at a time; each takes 19 MiB and some 20 ms.
const CHECKS: usize = 2;
/// Failures per account and address a minute; then 429.
pub(super) const FAILURES: usize = 5;
/// How long an answer of the database is believed, in seconds.
const BELIEVED: i64 = 5;
/// A session's life.
const SESSION_HOURS: i64 = 12;
const LONGEST_PASSWORD: usize = 1_024;

/// Somebody who signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session's token, shown once.
    pub token: String,
    /// Until when it is good.
    pub expires_at: Time,
    /// The person.
    pub user: Arc<User>,
}

/// Who calls.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The person.
    pub user: Arc<User>,
    /// The API token's name, when it was one.
    pub token_name: Option<String>,
    /// From where, where that is known.
    pub origin: Option<From>,
}

/// An API token as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenView {
    /// Id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// Made at.
    pub created_at: Time,
    /// Good until; for ever when absent.
    pub expires_at: Option<Time>,
}

/// When a token was looked up, whose it is, the API token's name.
type Believed = (Time, UserId, Option<String>);

/// What sign-in keeps in memory.
pub struct SignIn {
    checks: Semaphore,
    failures: Mutex<HashMap<(String, IpAddr), Vec<Time>>>,
    believed: Mutex<HashMap<[u8; 32], Believed>>,
}

impl Default for SignIn {
    fn default() -> Self {
        Self { checks: Semaphore::new(CHECKS), failures: Mutex::default(), believed: Mutex::default() }
    }
}

/// Hashes a password with argon2id; the parameters are in the hash.
///
/// # Errors
/// When it is empty or longer than 1,024 bytes.
pub fn hash_password(password: &str) -> Result<String, Refusal> {
    if password.is_empty() || password.len() > LONGEST_PASSWORD {
        return Err(Refusal::invalid("/password", "length", "A password has 1 to 1,024 bytes."));
    }
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| Refusal::new(Code::Internal, "The password could not be hashed."))
}

/// A hash that no password has, for users who do not exist: the time is the same.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_password(&random_token()).unwrap_or_default());

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}

/// 256 random bits as 64 hex digits.
pub fn random_token() -> String {
    hex::encode(rand::random::<[u8; 32]>())
}

/// What the database keeps of a token.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

impl Desk {
    /// Signs in with a username and a password.
    ///
    /// # Errors
    /// 401 where either is wrong, 429 after five failures of the account from
    /// the address within a minute.
    pub async fn sign_in(
        &self,
        username: String,
        password: String,
        cookie: bool,
        address: IpAddr,
        origin: From,
    ) -> Result<SignedIn, Refusal> {
        let key = (crate::model::text::fold(&username), address);
        self.check_attempts(&key, FAILURES)?;
        // As it is written in the directory, whatever its case was typed in.
        let typed = self.world().people.by_typed_name(&username).map(|user| user.username.clone());
        let name = typed.unwrap_or_else(|| username.clone());
        let found = self.read_store(move |reader| reader.credentials(&name)).await?;
        if !self.password_fits(password, found.as_ref()).await? {
            self.failed(key);
            let said: String = username.chars().take(100).collect();
            let refused = Audited::new(self.clock().now(), found.map(|found| found.user), Action::SessionRefused);
            let refused = refused.from(Some(origin)).with("username", said);
            self.write_store(move |store| store.note(refused)).await?;
            return Err(Refusal::new(Code::WrongCredentials, "The username or the password is wrong."));
        }
        let world = self.world();
        let user = found.and_then(|found| world.people.user(found.user).cloned());
        let user = user.ok_or_else(|| Refusal::unavailable("This node does not know the person yet."))?;
        self.shared().sign_in.failures.lock().remove(&key);
        let token = random_token();
        let now = self.clock().now();
        let session =
            Session { user: user.id, created_at: now, expires_at: now.plus(Duration::hours(SESSION_HOURS)), cookie };
        let (expires_at, hash) = (session.expires_at, token_hash(&token));
        let begun = Audited::new(now, Some(user.id), Action::SessionBegun).from(Some(origin));
        self.write_store(move |store| store.begin_session(hash, session, Some(begun))).await?;
        Ok(SignedIn { token, expires_at, user })
    }

    /// Counts a failure.
    pub(super) fn failed(&self, key: (String, IpAddr)) {
        self.shared().sign_in.failures.lock().entry(key).or_default().push(self.clock().now());
    }

    /// Refuses who has failed too often within a minute.
    pub(super) fn check_attempts(&self, key: &(String, IpAddr), most: usize) -> Result<(), Refusal> {
        let minute_ago = self.clock().now().plus(Duration::seconds(-60));
        let mut failures = self.shared().sign_in.failures.lock();
        failures.retain(|_, times| {
            times.retain(|at| *at > minute_ago);
            !times.is_empty()
        });
        if failures.get(key).map_or(0, Vec::len) < most {
            return Ok(());
        }
        let mut refusal = Refusal::new(Code::TooManyAttempts, "Too many failed attempts; wait a minute.");
        refusal.retry_after = Some(60);
        Err(refusal)
    }

    pub(super) async fn password_fits(&self, password: String, found: Option<&Credentials>) -> Result<bool, Refusal> {
        let permit = self.shared().sign_in.checks.acquire().await;
        permit.as_ref().map_err(|_| Refusal::unavailable("The desk is stopping."))?;
        let active = found.is_some_and(|found| found.active);
        let hash = found.and_then(|found| found.password_hash.clone());
        let (known, hash) = (hash.is_some() && active, hash.unwrap_or_else(|| NOBODY.clone()));
        let fits =
            tokio::task::spawn_blocking(move || password.len() <= LONGEST_PASSWORD && verify(&password, &hash)).await;
        Ok(fits.unwrap_or(false) && known)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// 503 where the database does not answer.
    pub async fn sign_out(&self, caller: &Caller, token: &str) -> Result<(), Refusal> {
        let hash = token_hash(token);
        let ended = self.noted(caller, Action::SessionEnded);
        self.shared().sign_in.believed.lock().remove(&hash);
        self.write_store(move |store| store.delete_session(hash, Some(ended))).await.map(drop)
    }

    /// Who is behind a bearer token or a cookie: one indexed read, believed for
    /// five seconds.
    ///
    /// # Errors
    /// 401 where the token is not good, or its person is no longer active.
    pub async fn authenticate(&self, token: &str) -> Result<Caller, Refusal> {
        let hash = token_hash(token);
        let now = self.clock().now();
        let believed = self.shared().sign_in.believed.lock().get(&hash).cloned();
        let fresh = believed.filter(|(at, ..)| now.since(*at) < Duration::seconds(BELIEVED) && now >= *at);
        let (user, token_name) = match fresh {
            Some((_, user, name)) => (user, name),
            None => self.look_up(hash, now).await?,
        };
        let signed_out = || Refusal::new(Code::Unauthenticated, "The session has ended, or the token is not good.");
        let user = self.world().people.user(user).filter(|user| user.active).cloned().ok_or_else(signed_out)?;
        Ok(Caller { user, token_name, origin: None })
    }

    async fn look_up(&self, hash: [u8; 32], now: Time) -> Result<(UserId, Option<String>), Refusal> {
        let found = self
            .read_store(move |reader| {
                if let Some(session) = reader.session(&hash, now)? {
                    return Ok(Some((session.user, None)));
                }
                Ok(reader.api_token(&hash, now)?.map(|token| (token.user, Some(token.name))))
            })
            .await?;
        let mut believed = self.shared().sign_in.believed.lock();
        if believed.len() > 100_000 {
            believed.clear();
        }
        match found {
            Some((user, name)) => {
                believed.insert(hash, (now, user, name.clone()));
                Ok((user, name))
            }
            None => {
                believed.remove(&hash);
                Err(Refusal::new(Code::Unauthenticated, "The session has ended, or the token is not good."))
            }
        }
    }

    /// Makes an API token; the secret is given once and never again. A token
    /// makes no other: one that leaked must not outlive its being taken back.
    ///
    /// # Errors
    /// 403 where an API token asks, 422 where the name is empty or longer than 100 characters, or the time is past.
    pub async fn create_token(
        &self,
        caller: &Caller,
        name: String,
        expires_at: Option<Time>,
    ) -> Result<(TokenView, String), Refusal> {
        if caller.token_name.is_some() {
            let detail = "An API token cannot make another: sign in by POST /api/v1/session for it.";
            return Err(Refusal::new(Code::Forbidden, detail));
        }
        if name.trim().is_empty() || name.chars().count() > 100 {
            return Err(Refusal::invalid("/name", "length", "A token's name has 1 to 100 characters."));
        }
        let now = self.clock().now();
        if expires_at.is_some_and(|at| at <= now) {
            return Err(Refusal::invalid("/expires_at", "past", "The time has passed."));
        }
        let secret = random_token();
        let id = TokenId(self.fresh_id());
        let token =
            ApiToken { id, user: caller.user.id, name: name.clone(), created_at: now, expires_at, revoked_at: None };
        let hash = token_hash(&secret);
        let made = self.noted(caller, Action::TokenMade).to(id).with("name", name.clone());
        self.write_store(move |store| store.create_token(hash, token, Some(made))).await?;
        Ok((TokenView { id, name, created_at: now, expires_at }, secret))
    }

    /// The caller's own API tokens.
    ///
    /// # Errors
    /// 503 where the database does not answer.
    pub async fn list_tokens(&self, caller: &Caller) -> Result<Vec<TokenView>, Refusal> {
        let user = caller.user.id;
        let tokens = self.read_store(move |reader| reader.tokens_of(user)).await?;
        let view = |token: ApiToken| TokenView {
            id: token.id,
            name: token.name,
            created_at: token.created_at,
            expires_at: token.expires_at,
        };
        Ok(tokens.into_iter().filter(|token| token.revoked_at.is_none()).map(view).collect())
    }

    /// One of the caller's own API tokens that is good.
    ///
    /// # Errors
    /// 404 where the caller has no such token.
    pub async fn good_token(&self, caller: &Caller, id: TokenId) -> Result<TokenView, Refusal> {
        let mut tokens = self.list_tokens(caller).await?.into_iter();
        tokens.find(|token| token.id == id).ok_or_else(Refusal::not_found)
    }

    /// Takes one of the caller's own API tokens back.
    ///
    /// # Errors
    /// 404 where the caller has no such token.
    pub async fn revoke_token(&self, caller: &Caller, id: TokenId) -> Result<(), Refusal> {
        let (user, now) = (caller.user.id, self.clock().now());
        let revoked = self.noted(caller, Action::TokenRevoked).to(id);
        let was_good = self.write_store(move |store| store.revoke_token(id, user, now, Some(revoked))).await?;
        self.forget_sign_in(user);
        if was_good { Ok(()) } else { Err(Refusal::not_found()) }
    }
}

impl Desk {
    /// What was believed of a person's sessions and tokens is asked anew.
    pub(super) fn forget_sign_in(&self, user: UserId) {
        self.shared().sign_in.believed.lock().retain(|_, (_, of, _)| *of != user);
    }

    /// A small durable write, off the async threads.
    pub(super) async fn write_store<T: Send + 'static>(
        &self,
        write: impl FnOnce(&crate::store::Store) -> Result<T, crate::store::StoreError> + Send + 'static,
    ) -> Result<T, Refusal> {
        let store = self.shared().store.clone();
        let written = tokio::task::spawn_blocking(move || write(&store)).await;
        written
            .map_err(|_| Refusal::new(Code::Internal, "The desk made a mistake."))?
            .map_err(|error| unavailable(&error))
    }
}
