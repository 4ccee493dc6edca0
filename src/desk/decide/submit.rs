//! Submission: a request enters the desk. The form is checked, the price
//! computed, the priority set, the first run of the script made.

use super::draft::Draft;
use super::{Case, Decision, attach, picks, prioritise, relate};
use crate::desk::command::{Command, Submit};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::attachment::FilePlace;
use crate::model::catalog::Item;
use crate::model::changes::Guard;
use crate::model::event::EventType;
use crate::model::facts::Facts;
use crate::model::ids::{GroupId, IdSource, TicketId};
use crate::model::money::Money;
use crate::model::people::{Role, User};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::ranking::Ranking;
use crate::model::status::Status;
use crate::model::ticket::{CHANNELS, Cost, Flags, Marks, PersonSnapshot, Pins, Submission, Ticket, Why};
use crate::model::time::Time;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// Those that who asks may say themselves; the others say that somebody, or a
/// machine, took the request in.
const OWN_CHANNELS: [&str; 6] = ["portal", "app", "intranet", "chat", "wechat", "api"];
const LONGEST_TITLE: usize = 200;
const LONGEST_DESCRIPTION: usize = 20_000;
/// Characters of a location's name.
pub const LONGEST_LOCATION: usize = 200;
/// Characters of a reason.
pub const LONGEST_REASON: usize = 2_000;

/// Decides a submission.
pub fn submit(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    command: &Command,
    wish: &Submit,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    let caller = command.doer.person().ok_or_else(|| Refusal::new(Code::Forbidden, "Only people submit requests."))?;
    let item = item_of(world, wish, caller)?;
    let requested_for = requested_for(world, wish, caller)?;
    if !wish.collective && !world.may_ask(&requested_for, &item) {
        let who = if requested_for.id == caller.id { "You" } else { requested_for.name.as_str() };
        return Err(Refusal::new(Code::Forbidden, format!("{who} may not ask for `{}`.", item.name)));
    }
    check_version(wish, &item)?;
    check_words(world, wish, &item, caller, now)?;
    let registered = registers_for(caller, &requested_for, wish);
    let requester = if registered { Arc::clone(&requested_for) } else { Arc::clone(caller) };
    let mut submission = submission(world, wish, &item, &requester, &requested_for);
    if wish.channel.is_none() {
        submission.channel = usual_channel(caller, caller.id != requested_for.id || wish.contact.is_some()).to_owned();
    }
    let mut ticket = ticket(world, wish, &item, &submission, caller, case.number, now, TicketId::fresh(ids))?;
    ticket.facts.contact.clone_from(&wish.contact);
    ticket.parents.extend(wish.parent.clone());
    let mut draft = Draft::start(ticket, Guard::New, world, board, command, now, ids);
    draft.program = case.program;
    draft.files = case.files;
    take_files(&mut draft, &item, &submission)?;
    enters(&mut draft, &item, submission);
    let data = json!({"item": item.name, "run": 1, "channel": draft.ticket.channel, "priority": draft.ticket.priority,
        "parent": wish.parent.as_ref().map(|parent| &parent.label)});
    draft.log(EventType::TicketSubmitted, data);
    if let Some(parent) = &wish.parent {
        relate::part_of(&mut draft, parent);
    }
    if wish.follows.is_some() {
        relate::follow(&mut draft, case.kin.other.as_ref())?;
    }
    if registered {
        super::assign::take(&mut draft, caller);
    }
    draft.run_due = true;
    draft.finish()
}

/// What a submission would be refused for before anything is decided, as faults
/// of its fields.
pub fn faults(world: &World, wish: &Submit, caller: &Arc<User>, now: Time) -> Vec<FieldError> {
    let admitted = || {
        let item = item_of(world, wish, caller)?;
        let requested_for = requested_for(world, wish, caller)?;
        if !world.may_ask(&requested_for, &item) {
            return Err(Refusal::new(Code::Forbidden, format!("{} may not ask for it.", requested_for.name)));
        }
        check_version(wish, &item)?;
        check_words(world, wish, &item, caller, now)
    };
    match admitted() {
        Ok(()) => Vec::new(),
        Err(refusal) if refusal.code == Code::Invalid => refusal.errors,
        Err(refusal) if refusal.code == Code::NotFound => {
            vec![FieldError::new("/item", "unknown", format!("there is no item `{}` for you", wish.item))]
        }
        Err(refusal) => vec![FieldError::new("/requested_for", "forbidden", refusal.detail)],
    }
}

/// The files of the form are the ticket's from now on.
fn take_files(draft: &mut Draft<'_>, item: &Item, submission: &Submission) -> Result<(), Refusal> {
    let form = Json::Object(submission.form.clone());
    let wrong = attach::check(draft, &item.meaning, &form, "/form");
    if !wrong.is_empty() {
        return Err(Refusal::invalid_fields(wrong));
    }
    attach::with_form(draft, &item.meaning, &form, FilePlace::Form);
    Ok(())
}

/// What a new ticket has from its first moment: its item, what was sent in, and
/// those whom it concerns.
pub fn enters(draft: &mut Draft<'_>, item: &Arc<Item>, submission: Submission) {
    draft.item = Some(Arc::clone(item));
    draft.submission = Some(submission.clone());
    draft.changes().submission = Some(submission);
    let Ticket { requester, requested_for, opened_by, .. } = draft.ticket;
    draft.see(requester, Why::Requester);
    draft.see(requested_for, Why::RequestedFor);
    draft.see(opened_by, Why::Opener);
    prioritise::announce(draft);
}

/// The group that an item's tickets are closed to all others for. A group that
/// does not exist closes the item: a confidential ticket is never left open.
pub fn restricted_to(world: &World, item: &Item) -> Result<Option<GroupId>, Refusal> {
    let Some(name) = &item.meta.restricted_to else { return Ok(None) };
    let group = world.people.by_group_name(name).map(|group| Some(group.id));
    group.ok_or_else(|| {
        let detail = format!("`{}` is for a group that this desk does not have; tell its admin.", item.name);
        Refusal::new(Code::Unavailable, detail)
    })
}

/// An agent who types in what somebody else asks for registers it: the other
/// person is the requester, and the ticket is accepted at once. A contact has
/// nobody in the directory: the agent stands there for them.
fn registers_for(caller: &User, requested_for: &User, wish: &Submit) -> bool {
    caller.has(Role::Agent) && (caller.id != requested_for.id || wish.contact.is_some())
}

/// Whether an agent registered it for a contact, so that there is nobody to be
/// told that it is registered, and nobody to be asked how it was.
pub fn is_for_contact(draft: &Draft<'_>) -> bool {
    draft.world.is_for_contact(&draft.ticket)
}

/// How a request comes in where nobody says so: what staff type in for somebody
/// else they were told on the telephone.
pub fn usual_channel(opener: &User, for_another: bool) -> &'static str {
    if for_another && opener.is_staff() { "phone" } else { "portal" }
}

/// The channels that somebody may say a request came through.
pub fn channels_of(caller: &User) -> impl Iterator<Item = &'static str> {
    let all = caller.is_staff() || caller.has(Role::Integrator);
    CHANNELS.into_iter().filter(move |channel| all || OWN_CHANNELS.contains(channel))
}

fn item_of(world: &World, wish: &Submit, caller: &User) -> Result<Arc<Item>, Refusal> {
    let item = world.content.items.get(&wish.item).cloned();
    item.filter(|item| wish.collective || world.may_see(caller, item)).ok_or_else(Refusal::not_found)
}

/// A form filled in on another version may say what this one does not mean.
fn check_version(wish: &Submit, item: &Item) -> Result<(), Refusal> {
    if wish.item_version.as_ref().is_none_or(|version| *version == item.version) {
        return Ok(());
    }
    let detail = "The form has changed since it was filled in; load it again.";
    Err(Refusal::invalid("/item_version", "changed", detail))
}

fn requested_for(world: &World, wish: &Submit, caller: &Arc<User>) -> Result<Arc<User>, Refusal> {
    let Some(username) = &wish.requested_for else { return Ok(Arc::clone(caller)) };
    let user = world.people.by_username(username).filter(|user| user.active).ok_or_else(|| {
        Refusal::invalid("/requested_for", "unknown", format!("There is nobody called `{username}` here."))
    })?;
    if world.may_ask_for(caller, user) {
        Ok(Arc::clone(user))
    } else {
        Err(Refusal::new(Code::Forbidden, format!("You may not ask for something on behalf of {}.", user.name)))
    }
}

/// Everything in the body that is a word of the desk, and the form itself:
/// all errors at once.
fn check_words(world: &World, wish: &Submit, item: &Item, caller: &User, now: Time) -> Result<(), Refusal> {
    let policy = world.policy();
    let mut errors = Vec::new();
    let mut word = |pointer: &str, value: &Option<String>, known: &mut dyn Iterator<Item = &str>| {
        let Some(value) = value else { return };
        let known: Vec<&str> = known.collect();
        if !known.contains(&value.as_str()) {
            errors.push(FieldError::new(pointer, "enum", format!("`{value}` is none of {}", known.join(", "))));
        }
    };
    word("/channel", &wish.channel, &mut channels_of(caller));
    let may = |impact: &&String| caller.is_staff() || policy.matrix.requester_impacts.contains(*impact);
    word("/impact", &wish.impact, &mut policy.matrix.impacts.iter().filter(may).map(String::as_str));
    let may = |urgency: &&String| caller.is_staff() || policy.matrix.requester_may.contains(*urgency);
    word("/urgency", &wish.urgency, &mut policy.matrix.urgencies.iter().filter(may).map(String::as_str));
    if wish.title.as_ref().is_some_and(|title| title.trim().is_empty()) {
        errors.push(FieldError::new("/title", "minLength", "a title is not empty; leave it out for the item's"));
    }
    for (pointer, text, longest) in [
        ("/title", &wish.title, LONGEST_TITLE),
        ("/description", &wish.description, LONGEST_DESCRIPTION),
        ("/location", &wish.location, LONGEST_LOCATION),
    ] {
        errors.extend(text.as_ref().and_then(|text| too_long(pointer, text, longest)));
    }
    let nowhere = wish.location.as_deref().and_then(|name| world.no_location(name));
    errors.extend(nowhere.map(|message| FieldError::new("/location", "unknown", message)));
    if wish.contact.is_some() && wish.requested_for.is_some() {
        let message = "Who is in the directory is named by `requested_for`, who is not by `contact`.";
        errors.push(FieldError::new("/contact", "contradiction", message));
    }
    errors.extend(wish.contact.iter().flat_map(|contact| contact.faults("/contact")));
    errors.extend(wrong_sent(world, item, &wish.form, None, now));
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

/// What is wrong with a filled form: what its schema says, whom and what it names.
pub fn wrong_form(world: &World, item: &Item, form: &serde_json::Map<String, Json>) -> Vec<FieldError> {
    let form = Json::Object(form.clone());
    let found = item.checker.check(&form, "/form").err().unwrap_or_default();
    if found.is_empty() { picks::check(world, &item.meaning, &form, "/form") } else { found }
}

/// The same of a form that somebody sends now; `before` is what was sent formerly.
pub fn wrong_sent(
    world: &World,
    item: &Item,
    form: &serde_json::Map<String, Json>,
    before: Option<&Json>,
    now: Time,
) -> Vec<FieldError> {
    let found = wrong_form(world, item, form);
    if !found.is_empty() {
        return found;
    }
    picks::check_times(world, &item.meaning, &Json::Object(form.clone()), before, now, "/form")
}

/// An error where a text is longer than the desk keeps.
pub fn too_long(pointer: &str, text: &str, longest: usize) -> Option<FieldError> {
    (text.chars().count() > longest)
        .then(|| FieldError::new(pointer, "maxLength", format!("at most {longest} characters are kept")))
}

/// What the server knows of a submission, beside the form.
pub fn submission(world: &World, wish: &Submit, item: &Item, requester: &User, requested_for: &User) -> Submission {
    Submission {
        form: wish.form.clone(),
        price: Some(price(Some(item), &wish.form, &world.policy().currency)),
        channel: wish.channel.clone().unwrap_or_else(|| "portal".to_owned()),
        title: wish.title.clone().unwrap_or_else(|| item.title.clone()),
        location: wish.location.clone().or_else(|| requested_for.location.clone()),
        requester: PersonSnapshot::from(requester),
        requested_for: PersonSnapshot::from(requested_for),
    }
}

/// The ticket that a submission begins, closed to others where its item says so.
#[expect(clippy::too_many_arguments, reason = "every argument is one source of the ticket's fields")]
pub fn ticket(
    world: &World,
    wish: &Submit,
    item: &Item,
    submission: &Submission,
    caller: &User,
    number: i64,
    now: Time,
    id: TicketId,
) -> Result<Ticket, Refusal> {
    let policy = world.policy();
    let vip = world
        .people
        .user(submission.requested_for.id)
        .is_some_and(|user| policy.is_vip(&user.groups, |id| world.group_name(id)));
    let impact = wish.impact.clone().or_else(|| policy.matrix.impacts.first().cloned()).unwrap_or_default();
    let usual = || policy.matrix.urgencies.iter().find(|u| *u == "normal").or(policy.matrix.urgencies.first()).cloned();
    let urgency = wish.urgency.clone().or_else(usual).unwrap_or_default();
    let program = world.content.workflows.get(item.workflow());
    Ok(Ticket {
        id,
        number,
        kind: item.meta.kind,
        item: item.name.clone(),
        status: Status::New,
        flags: Flags { vip, ..Flags::default() },
        restricted_to: restricted_to(world, item)?,
        stage: None,
        marks: Marks::default(),
        parents: Vec::new(),
        once: None,
        hold: None,
        facts: Facts {
            titled: wish.title.is_some(),
            ranking: Ranking { on_site: vip && policy.vip.on_site, ..Ranking::default() },
            ..Facts::default()
        },
        title: submission.title.clone(),
        description: wish.description.clone().unwrap_or_default(),
        run: 1,
        requester: submission.requester.id,
        requested_for: submission.requested_for.id,
        opened_by: caller.id,
        owner: None,
        owner_group: None,
        assignee: None,
        group: None,
        escalation_level: 0,
        channel: submission.channel.clone(),
        location: submission.location.clone(),
        category: item.meta.category.clone(),
        priority: policy.priority(&impact, &urgency, vip),
        impact,
        urgency,
        cost: submission.price.as_ref().and_then(cost),
        sla: None,
        resolution: None,
        closure_code: None,
        closure_reason: None,
        rejection_code: None,
        auto_closed: false,
        remarks: None,
        follow_up: None,
        rating: None,
        knowledge: None,
        fault: None,
        pins: Pins {
            workflow: program.map(|program| program.version.clone()).unwrap_or_default(),
            schema: item.version.clone(),
            engine: crate::script::ENGINE.to_owned(),
        },
        created_at: now,
        accepted_at: None,
        resolved_at: None,
        closed_at: None,
        updated_at: now,
        last_seq: 0,
        last_position: 0,
        version: 1,
    })
}

/// What a form costs: always a number for scripts, what has no price costs nothing.
pub fn price(item: Option<&Item>, form: &serde_json::Map<String, Json>, currency: &str) -> Money {
    item.and_then(|item| item.price(form, currency)).unwrap_or_else(|| Money::new(Decimal::ZERO, currency))
}

/// The ticket's cost before anybody confirmed anything; none where it costs nothing.
pub fn cost(price: &Money) -> Option<Cost> {
    let estimated = Some(price.amount.to_string());
    (!price.amount.is_zero()).then(|| Cost { estimated, ..Cost::none(price.currency.clone()) })
}
