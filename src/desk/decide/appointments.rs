//! Appointments: somebody is to be somewhere for a ticket. Who is invited gets
//! an invitation, a word of each change, and a reminder; what is still to come
//! is off when the ticket is closed.

use super::draft::Draft;
use super::submit::too_long;
use super::{assign, ending, permit};
use crate::desk::appointments::{Appoint, AppointmentPatch, CancelAppointment, NewAppointment};
use crate::model::appointment::{
    Appointment, Cancelled, FARTHEST_DAYS, LONGEST_DAYS, LONGEST_NOTE, LONGEST_TITLE, MOST, MOST_PEOPLE,
};
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::{AppointmentId, UserId};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::{Operation, allowed_to};
use crate::model::ticket::{number_text, open_to_staff};
use crate::model::view::{invitation_path, spoken_span};
use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value as Json, json};
use std::str::FromStr;

const INVITED: &str = "{by} invites you for {number}: “{appointment}”, {when}. For your calendar: {link}";
const CHANGED: &str = "“{appointment}” for {number} was changed: {when}. For your calendar: {link}";
const OFF: &str = "“{appointment}” for {number}, {when}, is off. For your calendar: {link}";
const OFF_BECAUSE: &str = "“{appointment}” for {number}, {when}, is off: {reason} For your calendar: {link}";
const SOON: &str = "“{appointment}” for {number} begins soon: {when}.";

/// Does what was wished.
pub fn appoint(draft: &mut Draft<'_>, wish: &Appoint) -> Result<(), Refusal> {
    permit(draft, Operation::Appoint)?;
    match wish {
        Appoint::Make(wish) => make(draft, wish),
        Appoint::Change(id, wish) => change(draft, *id, wish),
        Appoint::Cancel(id, wish) => cancel(draft, *id, wish),
    }
}

fn make(draft: &mut Draft<'_>, wish: &NewAppointment) -> Result<(), Refusal> {
    let organizer = draft.doer.user_id().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people meet."))?;
    let mut errors = Vec::new();
    if draft.ticket.facts.appointments.len() >= MOST {
        errors.push(FieldError::new("", "maxItems", format!("a ticket has at most {MOST} appointments")));
    }
    let people = match &wish.people {
        Some(names) => people(draft, names, &mut errors),
        None => vec![draft.ticket.requested_for],
    };
    let number = number_text(draft.ticket.kind, draft.ticket.number);
    let usual = if draft.ticket.restricted_to.is_some() { number.clone() } else { draft.ticket.title.clone() };
    let zone = draft.world.people.user(draft.ticket.requested_for).map_or("UTC", |user| user.zone.as_str()).to_owned();
    let id = AppointmentId::fresh(draft.ids());
    let made = Appointment {
        id,
        ticket: draft.ticket.id,
        number,
        title: wish.title.clone().unwrap_or_else(|| usual.chars().take(LONGEST_TITLE).collect()),
        place: wish.place.clone().filter(|place| !place.trim().is_empty()),
        note: wish.note.clone().filter(|note| !note.trim().is_empty()),
        start: wish.start,
        end: wish.end,
        zone: wish.zone.clone().unwrap_or(zone),
        organizer,
        people,
        gone: Vec::new(),
        sequence: 0,
        changed_at: draft.now,
        cancelled: None,
    };
    errors.extend(faults(draft, &made, None));
    may_invite(draft, &made.people)?;
    refuse_any(errors)?;
    assign::first_act(draft);
    draft.made(Made::Appointment(id));
    draft.log(EventType::AppointmentMade, told(&made));
    tell(draft, &made, &made.people, INVITED);
    keep(draft, made);
    Ok(())
}

fn change(draft: &mut Draft<'_>, id: AppointmentId, wish: &AppointmentPatch) -> Result<(), Refusal> {
    let before = ahead(draft, id)?;
    let mut errors = Vec::new();
    let people = wish.people.as_ref().map(|names| people(draft, names, &mut errors));
    let field = |wish: &Option<Option<String>>, before: &Option<String>| match wish {
        Some(text) => text.clone().filter(|text| !text.trim().is_empty()),
        None => before.clone(),
    };
    let mut after = Appointment {
        title: wish.title.clone().unwrap_or_else(|| before.title.clone()),
        place: field(&wish.place, &before.place),
        note: field(&wish.note, &before.note),
        start: wish.start.unwrap_or(before.start),
        end: wish.end.unwrap_or(before.end),
        zone: wish.zone.clone().unwrap_or_else(|| before.zone.clone()),
        people: people.unwrap_or_else(|| before.people.clone()),
        ..before.clone()
    };
    errors.extend(faults(draft, &after, Some(&before)));
    let (stay, new): (Vec<UserId>, Vec<UserId>) = after.people.iter().partition(|user| before.people.contains(user));
    may_invite(draft, &new)?;
    refuse_any(errors)?;
    draft.made(Made::Appointment(id));
    if after == before {
        return Ok(());
    }
    let gone: Vec<UserId> = before.people.iter().copied().filter(|user| !after.people.contains(user)).collect();
    after.gone.retain(|user| !after.people.contains(user));
    after.gone.extend(&gone);
    after.sequence += 1;
    after.changed_at = draft.now;
    let mut data = told(&after);
    if let Some(data) = data.as_object_mut() {
        data.insert("before".to_owned(), told(&before));
    }
    draft.log(EventType::AppointmentChanged, data);
    tell(draft, &after, &new, INVITED);
    tell(draft, &after, &stay, CHANGED);
    tell(draft, &after, &gone, OFF);
    keep(draft, after);
    Ok(())
}

fn cancel(draft: &mut Draft<'_>, id: AppointmentId, wish: &CancelAppointment) -> Result<(), Refusal> {
    let before = ahead(draft, id)?;
    let reason = wish.reason.clone().filter(|reason| !reason.trim().is_empty());
    refuse_any(reason.as_deref().and_then(|text| too_long("/reason", text, LONGEST_NOTE)).into_iter().collect())?;
    draft.made(Made::Appointment(id));
    call_off(draft, before, reason);
    Ok(())
}

/// The ticket is closed: what was still to come does not take place.
pub fn over(draft: &mut Draft<'_>) {
    let now = draft.now;
    let ahead = draft.ticket.facts.appointments.iter().filter(|it| it.is_ahead(now) && it.start > now);
    for appointment in ahead.cloned().collect::<Vec<_>>() {
        call_off(draft, appointment, None);
    }
}

/// A reminder is due.
pub fn remind(draft: &mut Draft<'_>, id: &str) {
    let known = |it: &&Appointment| Ok(it.id) == id.parse() && it.is_ahead(draft.now);
    let Some(appointment) = draft.ticket.facts.appointments.iter().find(known).cloned() else { return };
    draft.log(EventType::AppointmentReminded, json!({"appointment": appointment.id}));
    tell(draft, &appointment, &appointment.concerns(), SOON);
}

fn call_off(draft: &mut Draft<'_>, mut appointment: Appointment, reason: Option<String>) {
    let by = draft.doer.user_id();
    appointment.cancelled = Some(Cancelled { at: draft.now, by, reason: reason.clone() });
    appointment.sequence += 1;
    appointment.changed_at = draft.now;
    let mut data = json!({"appointment": appointment.id});
    if let (Some(data), Some(reason)) = (data.as_object_mut(), reason) {
        data.insert("reason".to_owned(), json!(reason));
    }
    draft.log(EventType::AppointmentCancelled, data);
    let text = if appointment.cancelled.as_ref().is_some_and(|why| why.reason.is_some()) { OFF_BECAUSE } else { OFF };
    tell(draft, &appointment, &appointment.concerns(), text);
    keep(draft, appointment);
}

/// An appointment of the ticket that can still be changed: 404, 409.
fn ahead(draft: &Draft<'_>, id: AppointmentId) -> Result<Appointment, Refusal> {
    let found = draft.ticket.facts.appointments.iter().find(|it| it.id == id).cloned();
    let found = found.ok_or_else(Refusal::not_found)?;
    if found.is_ahead(draft.now) {
        return Ok(found);
    }
    let why = if found.cancelled.is_some() { "It was cancelled." } else { "It is over." };
    Err(Refusal::new(Code::IllegalOperation, why))
}

/// Writes it down, among the ticket's facts and for who is invited, and sets its reminder.
fn keep(draft: &mut Draft<'_>, appointment: Appointment) {
    let key = format!("appointment/{}/remind", appointment.id);
    let at = appointment.start.plus(-draft.policy().conversation.appointment_remind);
    match appointment.cancelled.is_none() && at > draft.now {
        true => draft.set_timer(key, at),
        false => draft.drop_timer(key),
    }
    let known = &mut draft.ticket.facts.appointments;
    match known.iter_mut().find(|it| it.id == appointment.id) {
        Some(place) => place.clone_from(&appointment),
        None => known.push(appointment.clone()),
    }
    let changes = draft.changes();
    changes.appointments.retain(|it| it.id != appointment.id);
    changes.appointments.push(appointment);
}

/// What the log says of it.
fn told(appointment: &Appointment) -> Json {
    json!({"appointment": appointment.id, "title": appointment.title, "start": appointment.start,
        "end": appointment.end, "zone": appointment.zone, "place": appointment.place, "people": appointment.people.len()})
}

/// Tells people of it; who did it knows.
fn tell(draft: &mut Draft<'_>, appointment: &Appointment, people: &[UserId], text: &str) {
    let by = draft.doer.person().map(|user| user.name.clone()).unwrap_or_default();
    let reason = appointment.cancelled.as_ref().and_then(|why| why.reason.clone()).unwrap_or_default();
    for person in people {
        let language = draft.world.people.user(*person).map_or("en", |user| user.language.as_str());
        let values = json!({"by": by, "appointment": appointment.title, "when": when(appointment, language),
            "reason": reason, "link": invitation_path(appointment.id)});
        ending::tell(draft, &[*person], text, values);
    }
}

/// When and where it is. By the clock of the place: there they are to be.
fn when(appointment: &Appointment, language: &str) -> String {
    let zone = &appointment.zone;
    let span = spoken_span(language, zone, appointment.start, appointment.end);
    let place = appointment.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    format!("{span} ({zone}){place}")
}

/// Who is meant by names: known, active, each once.
fn people(draft: &Draft<'_>, names: &[String], errors: &mut Vec<FieldError>) -> Vec<UserId> {
    let mut found = Vec::new();
    if names.is_empty() {
        errors.push(FieldError::new("/people", "minItems", "invite somebody"));
    }
    if names.len() > MOST_PEOPLE {
        errors.push(FieldError::new("/people", "maxItems", format!("at most {MOST_PEOPLE} people are invited")));
        return found;
    }
    for (n, name) in names.iter().enumerate() {
        let pointer = format!("/people/{n}");
        match draft.world.people.by_username(name) {
            None => errors.push(FieldError::new(pointer, "unknown", format!("there is nobody called `{name}`"))),
            Some(user) if !user.active => {
                errors.push(FieldError::new(pointer, "inactive", "this person is not active"));
            }
            Some(user) if found.contains(&user.id) => {
                errors.push(FieldError::new(pointer, "uniqueItems", "this person is named before"));
            }
            Some(user) => found.push(user.id),
        }
    }
    found
}

/// Of what is confidential others hear only by those who handle it.
fn may_invite(draft: &Draft<'_>, people: &[UserId]) -> Result<(), Refusal> {
    let restricted = draft.ticket.restricted_to;
    let users = people.iter().filter_map(|user| draft.world.people.user(*user));
    let outsider = users.into_iter().any(|user| !open_to_staff(user, restricted) && !draft.concerns(user.id));
    let handles = draft.doer.person().is_some_and(|user| allowed_to(Operation::Hold, user, &draft.ticket));
    match restricted.is_some() && outsider && !handles {
        true => Err(Refusal::new(Code::Forbidden, "You may not say who else hears of this ticket.")),
        false => Ok(()),
    }
}

fn faults(draft: &Draft<'_>, wish: &Appointment, before: Option<&Appointment>) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if wish.title.trim().is_empty() {
        errors.push(FieldError::new("/title", "required", "say what it is about"));
    }
    errors.extend(too_long("/title", &wish.title, LONGEST_TITLE));
    errors.extend(wish.place.as_deref().and_then(|text| too_long("/place", text, LONGEST_TITLE)));
    errors.extend(wish.note.as_deref().and_then(|text| too_long("/note", text, LONGEST_NOTE)));
    // One that has begun keeps its beginning.
    if wish.start <= draft.now && before.is_none_or(|before| before.start != wish.start) {
        errors.push(FieldError::new("/start", "past", "the time has passed"));
    } else if wish.start > draft.now.plus(Duration::days(FARTHEST_DAYS)) {
        errors.push(FieldError::new("/start", "range", format!("it is more than {FARTHEST_DAYS} days ahead")));
    }
    if wish.end <= wish.start {
        errors.push(FieldError::new("/end", "range", "it must end after it begins"));
    } else if wish.end <= draft.now {
        errors.push(FieldError::new("/end", "past", "the time has passed"));
    } else if wish.end > wish.start.plus(Duration::days(LONGEST_DAYS)) {
        errors.push(FieldError::new("/end", "range", format!("it takes at most {LONGEST_DAYS} days")));
    }
    if Tz::from_str(&wish.zone).is_err() {
        errors.push(FieldError::new("/zone", "unknown", "this is no IANA time zone, like `Europe/Berlin`"));
    }
    errors
}

fn refuse_any(errors: Vec<FieldError>) -> Result<(), Refusal> {
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}
