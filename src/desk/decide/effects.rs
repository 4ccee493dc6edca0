//! Effects of a run and what it reads of the World: carried out on a scratch
//! copy of the ticket, so that a later read in the same run sees them and a
//! stuck run leaves nothing behind.

use super::draft::Draft;
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::event::{Actor, EventType};
use crate::model::ids::{GroupId, UserId};
use crate::model::journal::Arguments;
use crate::model::people::User;
use crate::model::policy::{self, Starts, Turn};
use crate::model::sla::SlaState;
use crate::model::status::Status;
use crate::model::ticket::{Ticket, Why, number_text};
use crate::model::time::Time;
use crate::model::who::Who;
use crate::workflow::{self, Facts, Read};
use parking_lot::Mutex;
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// The scratch copy and what happened to it.
pub struct Effects(Arc<Scratch>);

struct Scratch {
    world: Arc<World>,
    board: Arc<LoadBoard>,
    state: Mutex<State>,
}

struct State {
    ticket: Ticket,
    log: Vec<(EventType, Json)>,
    notices: Vec<(UserId, String, Map<String, Json>)>,
    viewers: Vec<UserId>,
    chosen: Vec<UserId>,
}

impl Effects {
    /// A scratch copy of a ticket.
    pub fn new(ticket: &Ticket, world: &Arc<World>, board: &Arc<LoadBoard>) -> Self {
        let state = State {
            ticket: ticket.clone(),
            log: Vec::new(),
            notices: Vec::new(),
            viewers: Vec::new(),
            chosen: Vec::new(),
        };
        Self(Arc::new(Scratch { world: Arc::clone(world), board: Arc::clone(board), state: Mutex::new(state) }))
    }

    /// What the run reads and does.
    pub fn facts(&self) -> Arc<dyn Facts> {
        Arc::clone(&self.0) as Arc<dyn Facts>
    }

    /// Nothing of it counts: who was chosen is given back to the load board.
    pub fn give_back(self) {
        for user in &self.0.state.lock().chosen {
            self.0.board.add(*user, -1);
        }
    }

    /// What the effects came to, taken over into the draft.
    pub fn apply(self, draft: &mut Draft<'_>) {
        let mut state = self.0.state.lock();
        let actor = Actor::workflow(&state.ticket.item);
        for (kind, data) in state.log.drain(..) {
            draft.log_by(actor.clone(), kind, data);
        }
        for (user, text, values) in state.notices.drain(..) {
            draft.notify(user, &text, values);
        }
        for user in state.viewers.drain(..) {
            draft.see(user, Why::Handler);
        }
        draft.chose(state.chosen.drain(..));
        draft.ticket.sla.clone_from(&state.ticket.sla);
        draft.ticket.group = state.ticket.group;
        draft.ticket.assignee = state.ticket.assignee;
    }
}

impl Facts for Scratch {
    fn read(&self, read: &Read) -> Result<Json, String> {
        match read {
            Read::Policy { name } => {
                let value = self.world.policy().values.get(name);
                value.map(policy_value).ok_or_else(|| format!("policy.toml [values] has no `{name}`"))
            }
            Read::Person { who, field } => {
                let user = self.world.people.person(who).ok_or_else(|| format!("there is nobody behind {who}"))?;
                person_field(user, field).ok_or_else(|| format!("a person has no `{field}`"))
            }
            Read::Ticket { field } => {
                let state = self.state.lock();
                ticket_field(&self.world, &state.ticket, field).ok_or_else(|| format!("a ticket has no `{field}`"))
            }
        }
    }

    fn effect(&self, draft: &workflow::Draft) -> Result<(), String> {
        let mut state = self.state.lock();
        let arguments = &draft.arguments;
        match draft.name.as_str() {
            // A corrected form does not take the ticket out of a hand, nor its clock back.
            "assign" if state.ticket.run > 1 && state.ticket.status != Status::New => Ok(()),
            "sla" if state.ticket.run > 1 && keeps_clock(&state.ticket, arguments) => Ok(()),
            "sla" => self.sla(&mut state, arguments),
            "assign" => self.assign(&mut state, &arguments.who, arguments.options.get("by").and_then(Json::as_str)),
            "notify" => {
                let text = arguments.text.as_deref().unwrap_or_default();
                self.notify(&mut state, &arguments.who, text, arguments.values.clone());
                Ok(())
            }
            other => Err(format!("the desk does not know the effect `{other}`")),
        }
    }
}

impl Scratch {
    fn sla(&self, state: &mut State, arguments: &Arguments) -> Result<(), String> {
        let name = arguments.values.get("name").and_then(Json::as_str).unwrap_or_default();
        let time = |key: &str| arguments.options.get(key).and_then(Json::as_str).and_then(Time::parse);
        if !self.world.policy().levels.contains_key(name) {
            return Err(format!("policy.toml has no service level `{name}`"));
        }
        let mut sla = SlaState::new(name);
        sla.responded_at = state.ticket.accepted_at;
        sla.fixed_due = time("due");
        sla.started_at = time("from");
        sla.starts = match arguments.options.get("from").and_then(Json::as_str) {
            Some("submitted") => Some(Starts::Submitted),
            Some("approved") => Some(Starts::Approved),
            _ => None,
        };
        sla.recompute(self.world.policy(), state.ticket.created_at, &state.ticket.priority);
        state.log.push((
            EventType::SlaSet,
            json!({"name": name, "respond_due": sla.respond_due, "resolve_due": sla.resolve_due}),
        ));
        state.ticket.sla = Some(sla);
        Ok(())
    }

    /// Puts the ticket into a queue; without a who, intake names the group.
    fn assign(&self, state: &mut State, whos: &[Who], by: Option<&str>) -> Result<(), String> {
        let mut turn = match by {
            Some("round_robin") => Some(Turn::RoundRobin),
            Some("least_loaded") => Some(Turn::LeastLoaded),
            _ => None,
        };
        let (group, person) = match whos.first() {
            Some(Who::Group(name)) => (Some(self.group(name)?), None),
            Some(who) => {
                let user = self.world.people.person(who).filter(|user| user.active);
                (None, Some(user.map(|user| user.id).ok_or_else(|| format!("there is nobody behind {who}"))?))
            }
            None => {
                let rule = self.intake(&state.ticket).ok_or("no rule of policy.toml [[intake]] matches this ticket")?;
                turn = turn.or(rule.by);
                (Some(self.group(&rule.group)?), None)
            }
        };
        if let Some(group) = group {
            state.ticket.group = Some(group);
            state.ticket.assignee = turn.and_then(|turn| self.choose(state, group, turn));
        }
        if person.is_some() {
            state.ticket.assignee = person;
        }
        state.viewers.extend(state.ticket.assignee);
        let group = state.ticket.group.and_then(|id| self.world.group_name(id));
        let assignee =
            state.ticket.assignee.and_then(|id| self.world.people.user(id)).map(|user| user.username.clone());
        state.log.push((EventType::TicketAssigned, json!({"group": group, "assignee": assignee})));
        Ok(())
    }

    fn group(&self, name: &str) -> Result<GroupId, String> {
        self.world.people.by_group_name(name).map(|group| group.id).ok_or_else(|| format!("there is no group `{name}`"))
    }

    fn choose(&self, state: &mut State, group: GroupId, turn: Turn) -> Option<UserId> {
        let members: Vec<UserId> = self.world.people.active_members(group).map(|user| user.id).collect();
        let chosen = self.board.choose(group, &members, turn);
        state.chosen.extend(chosen);
        chosen
    }

    fn intake(&self, ticket: &Ticket) -> Option<&policy::Intake> {
        let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
        self.world.policy().intake.iter().find(|rule| {
            rule.kind.is_none_or(|kind| kind == ticket.kind)
                && is(&rule.category, &ticket.category)
                && is(&rule.item, &ticket.item)
                && is(&rule.channel, &ticket.channel)
                && is(&rule.location, ticket.location.as_deref().unwrap_or_default())
                && rule.outside.as_ref().is_none_or(|name| {
                    self.world.policy().calendars.get(name).is_some_and(|calendar| !calendar.is_open(ticket.created_at))
                })
        })
    }

    /// Members of a group get a notice each.
    fn notify(&self, state: &mut State, whos: &[Who], text: &str, mut values: Map<String, Json>) {
        values.entry("number").or_insert_with(|| json!(number_text(state.ticket.kind, state.ticket.number)));
        values.entry("title").or_insert_with(|| json!(state.ticket.title));
        let parties = self.world.people.resolve(whos, &self.world.policy().roles);
        let members =
            parties.groups.iter().flat_map(|group| self.world.people.active_members(*group)).map(|user| user.id);
        let people: std::collections::BTreeSet<UserId> = parties.users.iter().copied().chain(members).collect();
        state.log.push((EventType::NoticeSent, json!({"text": text, "to": people.len()})));
        state.notices.extend(people.into_iter().map(|user| (user, text.to_owned(), values.clone())));
    }
}

/// Whether a ticket of a later run has this service level's clock already.
fn keeps_clock(ticket: &Ticket, arguments: &Arguments) -> bool {
    let name = arguments.values.get("name").and_then(Json::as_str);
    ticket.sla.as_ref().map(|sla| sla.name.as_str()) == name && !arguments.options.contains_key("due")
}

fn policy_value(value: &policy::Value) -> Json {
    match value {
        policy::Value::Text(text) => json!(text),
        policy::Value::Int(number) => json!(number),
        policy::Value::Bool(yes) => json!(yes),
        // Digits in quotes: the workflow reads them as a decimal.
        policy::Value::Decimal(number) => json!(number.to_string()),
    }
}

fn person_field(user: &User, field: &str) -> Option<Json> {
    Some(match field {
        "username" => json!(user.username),
        "name" => json!(user.name),
        "email" => json!(user.email),
        "phone" => json!(user.phone),
        "department" => json!(user.department),
        "location" => json!(user.location),
        "language" => json!(user.language),
        "active" => json!(user.active),
        _ => return None,
    })
}

/// Fields of a ticket that a script may read.
pub const TICKET_FIELDS: [&str; 15] = [
    "number",
    "kind",
    "status",
    "priority",
    "impact",
    "urgency",
    "category",
    "location",
    "channel",
    "title",
    "vip",
    "escalation_level",
    "group",
    "assignee",
    "owner",
];

fn ticket_field(world: &World, ticket: &Ticket, field: &str) -> Option<Json> {
    let username =
        |id: Option<UserId>| json!(id.and_then(|id| world.people.user(id)).map(|user| user.username.clone()));
    Some(match field {
        "number" => json!(number_text(ticket.kind, ticket.number)),
        "kind" => json!(ticket.kind),
        "status" => json!(ticket.status),
        "priority" => json!(ticket.priority),
        "impact" => json!(ticket.impact),
        "urgency" => json!(ticket.urgency),
        "category" => json!(ticket.category),
        "location" => json!(ticket.location),
        "channel" => json!(ticket.channel),
        "title" => json!(ticket.title),
        "vip" => json!(ticket.flags.vip),
        "escalation_level" => json!(ticket.escalation_level),
        "group" => json!(ticket.group.and_then(|id| world.group_name(id))),
        "assignee" => username(ticket.assignee),
        "owner" => username(ticket.owner),
        _ => return None,
    })
}
