//! What is done when a person is forgotten: their record becomes one of nobody
//! in particular, what only they had goes, and what they said on closed tickets
//! is erased, in pieces. Each piece may be done again, so that whatever a crash
//! left is found by the next run. What is open stays as its script has read it.

use super::Store;
use super::audit::note;
use super::connection::on_either;
use super::erasure::{erase_comments, erase_work};
use super::error::StoreError;
use super::people::{NewPerson, save_person};
use super::rows::{JournalChange, JournalStored};
use super::saved_views::rename_in_views;
use super::schema::{
    absences, audit, comments, drafts, event_data, events, forgotten, groups, journal, notifications, outgoing,
    saved_views, sessions, surveys, tickets, tokens, users, votes, work_entries,
};
use super::world::{Part, bump};
use crate::model::erasure::ERASED;
use crate::model::event::ActorType;
use crate::model::ids::{CommentId, NotificationId, StepId, TicketId, UserId, WorkId};
use crate::model::origin::Audited;
use crate::model::status::Status;
use crate::model::time::Time;
use diesel::prelude::*;

impl Store {
    /// Puts the record of nobody in particular in the place of a person's, and
    /// takes away what only they had. `before` is the username that they had.
    pub fn forget(&self, person: NewPerson, before: String, told: Audited) -> Result<(), StoreError> {
        self.write(move |connection| {
            bump(connection, Part::People)?;
            let (user, at) = (person.user.id, told.at);
            save_person(connection, &person)?;
            macro_rules! run {
                ($statement:expr) => {
                    on_either!(connection, inner => $statement.execute(inner)?)
                };
            }
            run!(diesel::update(users::table.find(user)).set(users::password_hash.eq(None::<String>)));
            let led = users::table.filter(users::manager.eq(user));
            run!(diesel::update(led).set(users::manager.eq(None::<UserId>)));
            let stood_for = users::table.filter(users::substitute.eq(user));
            run!(diesel::update(stood_for).set(users::substitute.eq(None::<UserId>)));
            run!(diesel::update(groups::table.filter(groups::lead.eq(user))).set(groups::lead.eq(None::<UserId>)));
            run!(diesel::delete(sessions::table.filter(sessions::user_id.eq(user))));
            run!(diesel::delete(tokens::table.filter(tokens::user_id.eq(user))));
            run!(diesel::delete(drafts::table.filter(drafts::user_id.eq(user))));
            run!(diesel::delete(notifications::table.filter(notifications::user_id.eq(user))));
            run!(diesel::delete(absences::table.filter(absences::person.eq(user))));
            run!(diesel::delete(surveys::table.filter(surveys::person.eq(user))));
            run!(diesel::delete(outgoing::table.filter(outgoing::recipient.eq(user))));
            let own = saved_views::table.filter(saved_views::owner.eq(user)).filter(saved_views::shared.eq("nobody"));
            run!(diesel::delete(own));
            rename_in_views(connection, &before, &person.user.username)?;
            let did = audit::table.filter(audit::actor.eq(user));
            run!(diesel::update(did).set(audit::origin.eq(None::<String>)));
            let named = audit::table.filter(audit::object.eq(&before));
            run!(diesel::update(named).set(audit::object.eq(&person.user.username)));
            run!(
                diesel::insert_into(forgotten::table)
                    .values((forgotten::person.eq(user), forgotten::at.eq(at)))
                    .on_conflict_do_nothing()
            );
            note(connection, &told)
        })
    }

    /// Erases some of what a person said, voted with and noted on closed
    /// tickets; says how much there was, none when all is done.
    pub fn forget_said(&self, user: UserId, limit: i64) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let said = comments::table
                .inner_join(tickets::table.on(tickets::id.eq(comments::ticket)))
                .filter(comments::author.eq(user))
                .filter(comments::text.ne(ERASED))
                .filter(tickets::status.eq(Status::Closed))
                .limit(limit)
                .select(comments::id);
            let said: Vec<CommentId> = on_either!(connection, inner => said.load(inner)?);
            erase_comments(connection, &said)?;
            let work = work_entries::table
                .filter(work_entries::author.eq(user))
                .filter(work_entries::note.ne(ERASED))
                .limit(limit)
                .select(work_entries::id);
            let work: Vec<WorkId> = on_either!(connection, inner => work.load(inner)?);
            erase_work(connection, &work)?;
            let voted = votes::table
                .inner_join(journal::table.on(journal::id.eq(votes::step)))
                .inner_join(tickets::table.on(tickets::id.eq(journal::ticket)))
                .filter(votes::voter.eq(user))
                .filter(votes::comment.is_not_null())
                .filter(tickets::status.eq(Status::Closed))
                .limit(limit)
                .select(votes::step);
            let voted: Vec<StepId> = on_either!(connection, inner => voted.load(inner)?);
            for step in &voted {
                let target = votes::table.find((*step, user));
                let set = votes::comment.eq(None::<String>);
                on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
            }
            Ok(said.len() + work.len() + voted.len())
        })
    }

    /// Puts a name in the place of a person's in the log, from behind a place;
    /// the entries themselves stay. Says where it goes on.
    pub fn forget_in_log(&self, user: UserId, name: &str, after: i64, limit: i64) -> Result<Option<i64>, StoreError> {
        let name = name.to_owned();
        self.write(move |connection| {
            let query = events::table
                .filter(events::position.gt(after))
                .filter(events::actor_type.eq(ActorType::Person))
                .filter(events::actor_id.eq(user.to_string()))
                .order(events::position)
                .limit(limit)
                .select((events::position, events::ticket, events::seq));
            let found: Vec<(i64, TicketId, i64)> = on_either!(connection, inner => query.load(inner)?);
            for (_, ticket, seq) in &found {
                let target = event_data::table.find((*ticket, *seq));
                let set = (event_data::actor_name.eq(&name), event_data::origin.eq(None::<String>));
                on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
            }
            Ok(found.last().map(|(position, ..)| *position))
        })
    }

    /// The same in the answers that they gave on closed tickets, with what they
    /// said there.
    pub fn forget_answers(
        &self,
        user: UserId,
        name: &str,
        after: StepId,
        limit: i64,
    ) -> Result<Option<StepId>, StoreError> {
        let name = name.to_owned();
        self.write(move |connection| {
            let (key, holds) = (user.to_string(), format!("%{user}%"));
            let query = journal::table
                .inner_join(tickets::table.on(tickets::id.eq(journal::ticket)))
                .filter(tickets::status.eq(Status::Closed))
                .filter(journal::id.gt(after))
                .filter(journal::settled_by.like(&holds).or(journal::answer.like(&holds)))
                .order(journal::id)
                .limit(limit);
            let found: Vec<JournalStored> =
                on_either!(connection, inner => query.select(JournalStored::as_select()).load(inner)?);
            let mut last = None;
            for stored in found {
                let mut row = stored.row()?;
                last = Some(row.id);
                if let Some(actor) = row.settled_by.as_mut().filter(|actor| actor.id == key) {
                    actor.name.clone_from(&name);
                }
                if let Some(answer) = row.answer.as_mut() {
                    if answer.by.as_ref().is_some_and(|by| by.id == user) {
                        answer.comment = None;
                    }
                    let named = [answer.by.as_mut(), answer.on_behalf_of.as_mut()].into_iter().flatten();
                    for person in named.filter(|person| person.id == user) {
                        person.name.clone_from(&name);
                        person.username.clone_from(&name);
                    }
                }
                let target = journal::table.find((row.ticket, row.run, &row.path));
                let change = JournalChange::of(&row)?;
                on_either!(connection, inner => diesel::update(target).set(&change).execute(inner)?);
            }
            Ok(last)
        })
    }

    /// Erases some of the desk-wide log from before a moment; says how much.
    pub fn sweep_audit(&self, before: Time, limit: i64) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let query = audit::table.filter(audit::at.lt(before)).order(audit::at).limit(limit);
            let old: Vec<i64> = on_either!(connection, inner => query.select(audit::position).load(inner)?);
            for position in &old {
                on_either!(connection, inner => diesel::delete(audit::table.find(*position)).execute(inner)?);
            }
            Ok(old.len())
        })
    }

    /// The same for messages to people.
    pub fn sweep_messages(&self, before: Time, limit: i64) -> Result<usize, StoreError> {
        self.write(move |connection| {
            // Ids are stamped with their moment: the oldest come first by the key.
            let query = notifications::table.order(notifications::id).limit(limit);
            let oldest: Vec<(NotificationId, Time)> =
                on_either!(connection, inner => query.select((notifications::id, notifications::at)).load(inner)?);
            let old: Vec<_> = oldest.into_iter().filter(|(_, at)| *at < before).collect();
            for (id, _) in &old {
                on_either!(connection, inner => diesel::delete(notifications::table.find(*id)).execute(inner)?);
            }
            Ok(old.len())
        })
    }
}
