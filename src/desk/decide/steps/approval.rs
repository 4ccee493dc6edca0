//! Approvals: the electorate and the quorum are decided when the step opens and
//! stored; votes settle it by `model::approval` (design.md section 5, "Votes").

use super::carry::same_request;
use super::{Fault, opened, option, redirect_logged, settle as settle_step};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ladder::Terms;
use crate::model::approval::{self, Ballot, Quorum, Rule, Verdict, Vote};
use crate::model::event::Actor;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, JournalRow, Named, Origin, RowKind, RowState};
use crate::model::people::Parties;
use crate::model::policy::{OwnRequest, SamePerson};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Opens an approval.
pub fn open(draft: &mut Draft<'_>, step: StepId) -> Result<bool, Fault> {
    let Some(row) = draft.row(step).cloned() else { return Ok(false) };
    let of_script = row.origin == Origin::Script;
    if let Some(parent) = draft.ticket.parents.iter().find(|parent| parent.approved && of_script) {
        let comment = Some(format!("approved with {}", parent.label));
        let answer = Answer { outcome: "approved".to_owned(), comment, ..Answer::default() };
        as_system(draft, |draft| settle_step(draft, step, RowState::Done, answer));
        return Ok(true);
    }
    let own_request = own_request(draft, &row);
    let counting = asking_counts(draft, &row).filter(|_| of_script);
    let (mut electorate, own) = electorate(draft, &row, own_request, counting);
    if own && own_request == OwnRequest::Skip && electorate.is_empty() {
        let answer =
            Answer { outcome: "approved".to_owned(), comment: Some("own request".to_owned()), ..Answer::default() };
        as_system(draft, |draft| settle_step(draft, step, RowState::Done, answer));
        return Ok(true);
    }
    electorate.extend(counting);
    let mut needed = quorum(&row).needed(electorate.len());
    let redirected = electorate.is_empty() || usize::try_from(needed).is_ok_and(|needed| needed > electorate.len());
    let mut parties = named_parties(draft, &row, &electorate, counting);
    if redirected {
        let added = last_resort(draft, &excluded(draft, &row));
        parties.users.extend(added.iter().copied());
        electorate.extend(added);
        needed = needed.min(u32::try_from(electorate.len()).unwrap_or(u32::MAX)).max(1);
    }
    let veto = option(&row, "veto").and_then(Json::as_bool).unwrap_or(true);
    draft.change_row(step, |row| {
        row.arguments.parties = parties;
        row.arguments.rule = Some(Rule::new(needed, veto, electorate));
    });
    if redirected {
        redirect_logged(draft, step);
    }
    opened(draft, step);
    if let Some(asker) = counting {
        cast_for(draft, step, asker, "asked for it");
    }
    carry_votes(draft, step);
    carry_yes(draft, step);
    let settled = settle(draft, step);
    // Whose yes holds already is not asked.
    if !settled && draft.votes.iter().any(|(id, _)| *id == step) {
        draft.ask_anew(step);
    }
    Ok(settled)
}

/// Nobody decides on what they asked for themselves.
fn excluded(draft: &Draft<'_>, row: &JournalRow) -> Vec<UserId> {
    let asking = [draft.ticket.requester, draft.ticket.requested_for, draft.ticket.opened_by];
    asking.into_iter().chain(row.arguments.handling.by).collect()
}

fn own_request(draft: &Draft<'_>, row: &JournalRow) -> OwnRequest {
    match option(row, "own_request").and_then(Json::as_str) {
        Some("skip") => OwnRequest::Skip,
        Some("allow") => OwnRequest::Allow,
        Some("up") => OwnRequest::Up,
        _ => draft.policy().steps.own_request,
    }
}

fn quorum(row: &JournalRow) -> Quorum {
    let text = match option(row, "quorum") {
        Some(Json::String(text)) => text.clone(),
        Some(Json::Number(number)) => number.to_string(),
        _ => "1".to_owned(),
    };
    Quorum::parse(&text).unwrap_or(Quorum::Count(1))
}

/// Who may vote: groups expanded, people named, without those who ask; and
/// whether somebody named was left out for that reason.
fn electorate(
    draft: &Draft<'_>,
    row: &JournalRow,
    own_request: OwnRequest,
    counting: Option<UserId>,
) -> (BTreeSet<UserId>, bool) {
    let world = &draft.world;
    let parties = draft.resolve(&row.arguments.who);
    let excluded = excluded(draft, row);
    let members = parties.groups.iter().flat_map(|group| world.people.active_members(*group)).map(|user| user.id);
    let mut electorate: BTreeSet<UserId> = members.filter(|user| !excluded.contains(user)).collect();
    let mut own = false;
    for user in parties.users.into_iter().filter(|user| Some(*user) != counting) {
        if own_request == OwnRequest::Allow || !excluded.contains(&user) {
            electorate.insert(user);
            continue;
        }
        own = true;
        if own_request == OwnRequest::Up {
            electorate.extend(next_up(draft, user, &excluded));
        }
    }
    (electorate, own)
}

/// Whom the step shows as asked: groups by name, and people who were named or
/// are asked in somebody's place; never a group's members.
fn named_parties(
    draft: &Draft<'_>,
    row: &JournalRow,
    electorate: &BTreeSet<UserId>,
    counting: Option<UserId>,
) -> Parties {
    let people = &draft.world.people;
    let groups = draft.resolve(&row.arguments.who).groups;
    let through_group =
        |user: &UserId| people.user(*user).is_some_and(|user| user.groups.iter().any(|g| groups.contains(g)));
    let users = electorate.iter().copied().filter(|user| Some(*user) != counting && !through_group(user)).collect();
    let groups =
        groups.into_iter().filter(|group| people.active_members(*group).any(|m| electorate.contains(&m.id))).collect();
    Parties { users, groups }
}

/// The nearest manager above `user` who is active and did not ask.
fn next_up(draft: &Draft<'_>, user: UserId, excluded: &[UserId]) -> Option<UserId> {
    let people = &draft.world.people;
    let mut seen = BTreeSet::from([user]);
    let mut above = people.user(user)?.manager?;
    while seen.insert(above) {
        let manager = people.user(above)?;
        if manager.active && !excluded.contains(&above) {
            return Some(above);
        }
        above = manager.manager?;
    }
    None
}

/// The approver asked for somebody else: that is the yes.
fn asking_counts(draft: &Draft<'_>, row: &JournalRow) -> Option<UserId> {
    let asker = draft.ticket.requester;
    let for_another = draft.ticket.requested_for != asker;
    let world = &draft.world;
    let parties = draft.resolve(&row.arguments.who);
    let named = world.people.user(asker).is_some_and(|user| user.active && parties.include(user));
    (draft.policy().steps.asking_counts && for_another && named).then_some(asker)
}

/// Whom the policy asks where nobody stands behind the who; admins where even
/// that is nobody.
pub fn last_resort(draft: &Draft<'_>, excluded: &[UserId]) -> BTreeSet<UserId> {
    Terms::of(draft).last_resort(excluded)
}

fn as_system(draft: &mut Draft<'_>, act: impl FnOnce(&mut Draft<'_>)) {
    let actor = std::mem::replace(&mut draft.actor, Actor::system("policy"));
    act(draft);
    draft.actor = actor;
}

fn cast_for(draft: &mut Draft<'_>, step: StepId, voter: UserId, comment: &str) {
    let at = draft.now;
    let vote =
        Vote { voter, on_behalf_of: None, ballot: Ballot::Approved, code: None, comment: Some(comment.to_owned()), at };
    draft.vote(step, vote);
}

/// A yes that was given in an earlier run, to an approval that did not come to
/// its end there, holds where the very same is asked again.
fn carry_votes(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step).cloned() else { return };
    let Some(rule) = &row.arguments.rule else { return };
    let same = |old: &&JournalRow| old.run < row.run && old.origin == row.origin && same_request(old, &row);
    let said_yes: BTreeSet<UserId> = draft
        .earlier
        .iter()
        .filter(same)
        .filter(|old| old.state != RowState::Done)
        .flat_map(yeses)
        .filter(|user| rule.electorate.contains(user))
        .collect();
    for voter in said_yes {
        if !draft.votes.iter().any(|(id, vote)| *id == step && vote.voter == voter) {
            cast_for(draft, step, voter, "approved the same before it was sent again");
        }
    }
}

/// Who said yes to an approval, as its answer keeps it.
fn yeses(row: &JournalRow) -> Vec<UserId> {
    let votes = row.answer.as_ref().and_then(|answer| answer.output.get("votes")?.as_array().cloned());
    let approved = |vote: &Json| vote.get("outcome").and_then(Json::as_str) == Some("approved");
    let voter = |vote: Json| vote.get("id")?.as_str()?.parse().ok();
    votes.unwrap_or_default().into_iter().filter(approved).filter_map(voter).collect()
}

/// A yes to the same facts counts once: who approved them before in this
/// ticket is not asked again.
fn carry_yes(draft: &mut Draft<'_>, step: StepId) {
    let Some(row) = draft.row(step).cloned().filter(|row| row.origin == Origin::Script) else { return };
    let carry = match option(&row, "same_person").and_then(Json::as_str) {
        Some("carry") => true,
        Some("again") => false,
        _ => draft.policy().steps.same_person == SamePerson::Carry,
    };
    let Some(rule) = row.arguments.rule.as_ref().filter(|_| carry) else { return };
    let said_yes: BTreeSet<UserId> = draft
        .journal
        .iter()
        .filter(|old| {
            old.kind == RowKind::Approval
                && old.origin == Origin::Script
                && old.state == RowState::Done
                && old.arguments.seen == row.arguments.seen
        })
        .flat_map(yeses)
        .filter(|user| rule.electorate.contains(user))
        .collect();
    for voter in said_yes {
        if !draft.votes.iter().any(|(id, vote)| *id == step && vote.voter == voter) {
            cast_for(draft, step, voter, "approved the same before");
        }
    }
}

/// Settles the approval where its votes suffice; true when they do.
pub fn settle(draft: &mut Draft<'_>, step: StepId) -> bool {
    let Some(rule) = draft.row(step).and_then(|row| row.arguments.rule.clone()) else { return false };
    let votes: Vec<Vote> = draft.votes.iter().filter(|(id, _)| *id == step).map(|(_, vote)| vote.clone()).collect();
    let (state, outcome, decisive) = match approval::settle(&rule, &votes) {
        Verdict::Open => return false,
        Verdict::Approved => (RowState::Done, "approved", Ballot::Approved),
        Verdict::Rejected => (RowState::Failed, "rejected", Ballot::Rejected),
    };
    let last = votes.iter().rev().find(|vote| vote.ballot == decisive);
    let name = |id: UserId| named(draft, id);
    let answer = Answer {
        outcome: outcome.to_owned(),
        output: votes_kept(draft, step),
        comment: last.and_then(|vote| vote.comment.clone()),
        code: last.and_then(|vote| vote.code.clone()),
        by: last.and_then(|vote| name(vote.voter)),
        on_behalf_of: last.and_then(|vote| vote.on_behalf_of).and_then(name),
        carried_from: None,
    };
    settle_step(draft, step, state, answer);
    true
}

/// The votes of an approval as its answer keeps them.
pub fn votes_kept(draft: &Draft<'_>, step: StepId) -> Json {
    let kept = |vote: &Vote| {
        let by = named(draft, vote.voter).map(|by| by.username);
        let mut said = json!({"id": vote.voter, "by": by, "outcome": vote.ballot, "comment": vote.comment, "code": vote.code, "at": vote.at});
        let seat = vote.on_behalf_of.and_then(|id| named(draft, id)).map(|seat| seat.username);
        if let (Some(said), Some(seat)) = (said.as_object_mut(), seat) {
            said.insert("on_behalf_of".to_owned(), json!(seat));
        }
        said
    };
    let votes = draft.votes.iter().filter(|(id, _)| *id == step).map(|(_, vote)| kept(vote));
    json!({"votes": votes.collect::<Vec<_>>()})
}

fn named(draft: &Draft<'_>, id: UserId) -> Option<Named> {
    draft.world.people.user(id).map(|user| Named { id, username: user.username.clone(), name: user.name.clone() })
}
