//! Sign-in: password hashes, sessions, API tokens. Read by one indexed row per
//! call and never part of the World. Only hashes of secrets come in here.

use super::Store;
use super::audit::note;
use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{sessions, tokens, users};
use crate::model::ids::{TokenId, UserId};
use crate::model::origin::Audited;
use crate::model::time::Time;
use diesel::prelude::*;

/// SHA-256 of a bearer token.
pub type TokenHash = [u8; 32];

/// What a password is checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Whose.
    pub user: UserId,
    /// Its argon2id hash; without one nobody signs in by password.
    pub password_hash: Option<String>,
    /// Whether the person may act at all.
    pub active: bool,
}

/// A sign-in that lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who is signed in.
    pub user: UserId,
    /// Since.
    pub created_at: Time,
    /// Until.
    pub expires_at: Time,
    /// Whether the token travels as a cookie.
    pub cookie: bool,
}

/// An API token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct ApiToken {
    /// The row.
    pub id: TokenId,
    /// Who acts by it.
    pub user: UserId,
    /// What its owner calls it.
    pub name: String,
    /// Made at.
    pub created_at: Time,
    /// Good until, if not for ever.
    pub expires_at: Option<Time>,
    /// Taken back at.
    pub revoked_at: Option<Time>,
}

impl Reader {
    /// What to check a sign-in against.
    pub fn credentials(&mut self, username: &str) -> Result<Option<Credentials>, StoreError> {
        self.read(|connection| {
            let query = users::table.filter(users::username.eq(username)).select((
                users::id,
                users::password_hash,
                users::active,
            ));
            let found: Option<(UserId, Option<String>, bool)> =
                on_either!(connection, inner => query.first(inner).optional()?);
            Ok(found.map(|(user, password_hash, active)| Credentials { user, password_hash, active }))
        })
    }

    /// The session of a token, unless it is over or its person may not act.
    pub fn session(&mut self, hash: &TokenHash, now: Time) -> Result<Option<Session>, StoreError> {
        self.read(|connection| {
            let query = sessions::table
                .inner_join(users::table.on(users::id.eq(sessions::user_id)))
                .filter(sessions::token_hash.eq(hash.as_slice()))
                .filter(sessions::expires_at.gt(now))
                .filter(users::active.eq(true))
                .select((sessions::user_id, sessions::created_at, sessions::expires_at, sessions::cookie));
            let found: Option<(UserId, Time, Time, bool)> =
                on_either!(connection, inner => query.first(inner).optional()?);
            Ok(found.map(|(user, created_at, expires_at, cookie)| Session { user, created_at, expires_at, cookie }))
        })
    }

    /// The API token of a secret, unless it is over, taken back, or its person may not act.
    pub fn api_token(&mut self, hash: &TokenHash, now: Time) -> Result<Option<ApiToken>, StoreError> {
        self.read(|connection| {
            let query = tokens::table
                .inner_join(users::table.on(users::id.eq(tokens::user_id)))
                .filter(tokens::token_hash.eq(hash.as_slice()))
                .filter(tokens::revoked_at.is_null())
                .filter(tokens::expires_at.is_null().or(tokens::expires_at.gt(now)))
                .filter(users::active.eq(true))
                .select(TOKEN);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// A person's API tokens, newest first, those taken back included.
    pub fn tokens_of(&mut self, user: UserId) -> Result<Vec<ApiToken>, StoreError> {
        self.read(|connection| {
            let query = tokens::table
                .filter(tokens::user_id.eq(user))
                .order((tokens::created_at.desc(), tokens::id))
                .select(TOKEN);
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }
}

type TokenColumns =
    (tokens::id, tokens::user_id, tokens::name, tokens::created_at, tokens::expires_at, tokens::revoked_at);
const TOKEN: TokenColumns =
    (tokens::id, tokens::user_id, tokens::name, tokens::created_at, tokens::expires_at, tokens::revoked_at);

impl Store {
    /// Begins a session that nobody is told of.
    pub fn create_session(&self, hash: TokenHash, session: Session) -> Result<(), StoreError> {
        self.begin_session(hash, session, None)
    }

    /// Begins a session. Sessions that are over are swept out on the way.
    pub fn begin_session(&self, hash: TokenHash, session: Session, told: Option<Audited>) -> Result<(), StoreError> {
        self.write(move |connection| {
            let over = sessions::table.filter(sessions::expires_at.le(session.created_at));
            on_either!(connection, inner => diesel::delete(over).execute(inner)?);
            let row = (
                sessions::token_hash.eq(hash.as_slice()),
                sessions::user_id.eq(session.user),
                sessions::created_at.eq(session.created_at),
                sessions::expires_at.eq(session.expires_at),
                sessions::cookie.eq(session.cookie),
            );
            on_either!(connection, inner => diesel::insert_into(sessions::table).values(row).execute(inner)?);
            told.iter().try_for_each(|entry| note(connection, entry))
        })
    }

    /// Ends a session; true when there was one.
    pub fn delete_session(&self, hash: TokenHash, told: Option<Audited>) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let row = sessions::table.filter(sessions::token_hash.eq(hash.as_slice()));
            let gone = on_either!(connection, inner => diesel::delete(row).execute(inner)?) > 0;
            told.iter().filter(|_| gone).try_for_each(|entry| note(connection, entry))?;
            Ok(gone)
        })
    }

    /// Ends every session of a person: the password changed, or the person left.
    pub fn delete_sessions_of(&self, user: UserId) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let rows = sessions::table.filter(sessions::user_id.eq(user));
            Ok(on_either!(connection, inner => diesel::delete(rows).execute(inner)?))
        })
    }

    /// Makes an API token.
    pub fn create_token(&self, hash: TokenHash, token: ApiToken, told: Option<Audited>) -> Result<(), StoreError> {
        self.write(move |connection| {
            let row = (
                tokens::id.eq(token.id),
                tokens::token_hash.eq(hash.as_slice()),
                tokens::user_id.eq(token.user),
                tokens::name.eq(&token.name),
                tokens::created_at.eq(token.created_at),
                tokens::expires_at.eq(token.expires_at),
            );
            on_either!(connection, inner => diesel::insert_into(tokens::table).values(row).execute(inner)?);
            told.iter().try_for_each(|entry| note(connection, entry))
        })
    }

    /// Takes an API token of a person back; true when it was still good.
    pub fn revoke_token(&self, id: TokenId, user: UserId, at: Time, told: Option<Audited>) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let row = tokens::table
                .filter(tokens::id.eq(id))
                .filter(tokens::user_id.eq(user))
                .filter(tokens::revoked_at.is_null());
            let set = tokens::revoked_at.eq(at);
            let was_good = on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) > 0;
            told.iter().filter(|_| was_good).try_for_each(|entry| note(connection, entry))?;
            Ok(was_good)
        })
    }
}
