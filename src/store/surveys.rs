//! Surveys: who is asked how satisfied they are, and by which link. Of a link's
//! token only the hash is here.

use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::reader::Reader;
use super::schema::surveys;
use super::signin::TokenHash;
use crate::model::closing::Survey;
use crate::model::ids::{TicketId, UserId};
use crate::model::time::Time;
use diesel::prelude::*;

/// A row of `surveys`.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = surveys, treat_none_as_default_value = false)]
pub(super) struct SurveyRow {
    ticket: TicketId,
    person: UserId,
    token_hash: Vec<u8>,
    asked_at: Time,
    expires_at: Time,
}

/// A ticket that is asked about anew, after it was reopened, has one survey all
/// the same: the former link leads nowhere.
pub(super) fn forget_former(connection: &mut AnyConnection, anew: &[&SurveyRow]) -> Result<(), StoreError> {
    if anew.is_empty() {
        return Ok(());
    }
    let tickets: Vec<TicketId> = anew.iter().map(|row| row.ticket).collect();
    let former = surveys::table.filter(surveys::ticket.eq_any(tickets));
    on_either!(connection, inner => diesel::delete(former).execute(inner)?);
    Ok(())
}

impl SurveyRow {
    pub(super) fn of(survey: &Survey) -> Self {
        Self {
            ticket: survey.ticket,
            person: survey.person,
            token_hash: survey.token_hash.to_vec(),
            asked_at: survey.asked_at,
            expires_at: survey.expires_at,
        }
    }
}

impl Reader {
    /// The survey behind a link's token, over or not.
    pub fn survey(&mut self, hash: &TokenHash) -> Result<Option<Survey>, StoreError> {
        self.read(|connection| {
            let query = surveys::table.filter(surveys::token_hash.eq(hash.as_slice()));
            let row: Option<SurveyRow> =
                on_either!(connection, inner => query.select(SurveyRow::as_select()).first(inner).optional()?);
            Ok(row.map(|row| Survey {
                ticket: row.ticket,
                person: row.person,
                token_hash: *hash,
                asked_at: row.asked_at,
                expires_at: row.expires_at,
            }))
        })
    }

    /// When a person was last asked of another ticket.
    pub fn last_survey(&mut self, person: UserId, but: TicketId) -> Result<Option<Time>, StoreError> {
        self.read(|connection| {
            let query = surveys::table
                .filter(surveys::person.eq(person))
                .filter(surveys::ticket.ne(but))
                .order(surveys::asked_at.desc())
                .limit(1)
                .select(surveys::asked_at);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }
}
