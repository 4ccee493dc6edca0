//! Previews: what a request will come to, before it is submitted. The desk's own
//! decisions on a rehearsal, with supposed answers; nothing is written and no
//! neighbour is called.

#[cfg(test)]
mod random;
mod shown;
#[cfg(test)]
mod tests;

pub use shown::{PreviewStep, PreviewView, PreviewWish};

use super::command::{Act, Doer, Submit, Target};
use super::decide::Waits;
use super::rehearsal::Rehearsal;
use super::world::World;
use crate::model::catalog::{Item, Pick};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Answer, JournalRow, Named, RowKind, RowState};
use crate::model::people::User;
use crate::model::policy::OnTimeout;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use crate::model::view::{self, StepFor, Viewer};
use crate::model::who::Who;
use crate::script::Unknown;
use crate::workflow::preview::{
    Ending, Graph, Holds, NodeKind, Outcome, Run, Stage, There, Told, explore, sample_form,
};
use crate::workflow::{Oracle, Program, words};
use parking_lot::Mutex;
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// What a filled form would come to, as its caller may see it. Wants a thread
/// with the stack of scripts.
///
/// # Errors
/// The refusal that submitting it would meet.
pub fn preview(world: &Arc<World>, user: &Arc<User>, wish: Submit, now: Time) -> Result<PreviewView, Refusal> {
    let mut seen = drafted(world, user, wish, now)?;
    if !user.is_staff() {
        seen.graph.hide_places();
        seen.not_reached.clear();
        seen.steps.iter_mut().for_each(|step| step.ladder.clear());
    }
    Ok(seen)
}

/// The same with all that the script shows, for who writes it.
///
/// # Errors
/// The refusal that submitting it would meet.
pub fn drafted(world: &Arc<World>, user: &Arc<User>, wish: Submit, now: Time) -> Result<PreviewView, Refusal> {
    let mut seen = foreseen(world, user, wish, now)?;
    let viewer = world.viewer(user, now);
    for node in seen.graph.nodes.iter_mut().filter(|node| node.kind == NodeKind::Step) {
        node.label = viewer.say(&node.label);
    }
    for step in &mut seen.steps {
        step.name = viewer.say(&step.name);
    }
    Ok(seen)
}

/// The same in the words of the script, for its authors on the command line.
///
/// # Errors
/// The refusal that submitting it would meet.
pub fn foreseen(world: &Arc<World>, user: &Arc<User>, wish: Submit, now: Time) -> Result<PreviewView, Refusal> {
    let stage = Supposing::new(world, user, wish, now, None);
    let first = stage.submitted(None)?;
    let viewer = world.viewer(user, now);
    let ticket = first.ticket().cloned().ok_or_else(Refusal::not_found)?;
    let graph = explore(&stage).map_err(Refusal::unavailable)?;
    let program = world.content.items.get(&ticket.item).and_then(|item| world.content.workflows.get(item.workflow()));
    let not_reached = program.map(|program| graph.unreached(program)).unwrap_or_default();
    let seen = std::mem::take(&mut *stage.seen.lock());
    let steps = steps(&viewer, &graph, &seen.rows);
    Ok(PreviewView {
        steps,
        cost: ticket.cost,
        respond_due: ticket.sla.as_ref().and_then(|sla| sla.respond_due),
        resolve_due: ticket.sla.as_ref().and_then(|sla| sla.resolve_due).or(seen.resolve_due),
        graph,
        known: Vec::new(),
        not_reached,
    })
}

/// A filled form of an item that could be submitted, as far as its schema tells.
pub fn sample(world: &World, user: &User, item: &Item) -> Map<String, Json> {
    sample_form(&item.schema, &Demo { world, user })
}

/// Whom and what a sample names: who asks, and the first of all that there is.
struct Demo<'a> {
    world: &'a World,
    user: &'a User,
}

impl There for Demo<'_> {
    fn anybody(&self, pick: Pick) -> Option<String> {
        match pick {
            Pick::Person => Some(self.user.username.clone()),
            Pick::Group => self.world.people.groups().next().map(|group| group.name.clone()),
        }
    }
    fn any_of(&self, list: &str) -> Option<String> {
        let list = self.world.content.lists.get(list)?;
        list.rows.first().and_then(|row| row.get(&list.key)).cloned()
    }
}

/// All ways that an item's requests may take, whatever the form says.
///
/// # Errors
/// Where no sample of the form can be submitted.
pub fn whole_graph(
    world: &Arc<World>,
    user: &Arc<User>,
    wish: Submit,
    schema: Json,
    now: Time,
) -> Result<Graph, Refusal> {
    let stage = Supposing::new(world, user, wish, now, Some(schema));
    stage.submitted(None)?;
    explore(&stage).map_err(Refusal::unavailable)
}

fn steps(viewer: &Viewer<'_>, graph: &Graph, rows: &[(JournalRow, Option<Waits>)]) -> Vec<PreviewStep> {
    let nodes = graph.nodes.iter().filter(|node| node.kind == NodeKind::Step);
    nodes
        .zip(rows)
        .map(|(node, (row, waits))| {
            let waits = waits.as_ref();
            let parties = &row.arguments.parties;
            PreviewStep {
                node: node.id.clone(),
                kind: row.kind,
                name: row.name.clone(),
                about: row.arguments.about.clone(),
                asks: StepFor {
                    users: parties.users.iter().map(|id| viewer.person(*id)).collect(),
                    groups: parties.groups.iter().map(|id| viewer.group(*id)).collect(),
                },
                needed: row.arguments.rule.as_ref().map(|rule| rule.needed),
                due_in: waits.and_then(|waits| waits.within).map(|span| span.to_string()),
                on_timeout: waits.and_then(then),
                ladder: waits.map(|waits| view::levels(viewer, &waits.ladder)).unwrap_or_default(),
                when: graph.depends_on(&node.id),
            }
        })
        .collect()
}

/// What happens when a step's time is over; nothing where it has all the time.
fn then(waits: &Waits) -> Option<String> {
    let silence = match waits.on_timeout {
        OnTimeout::Remind => "remind",
        OnTimeout::Escalate => "escalate",
        OnTimeout::Expire => "expire",
        OnTimeout::GoOn => "go_on",
        OnTimeout::Approve => "approve",
        OnTimeout::Reject => "reject",
    };
    waits.within.map(|_| silence.to_owned())
}

/// What the runs of a preview saw.
#[derive(Default)]
struct Seen {
    /// Steps in the order of their nodes.
    rows: Vec<(JournalRow, Option<Waits>)>,
    /// The due time once all had agreed.
    resolve_due: Option<Time>,
}

/// Where the runs of a preview begin.
struct Supposing {
    world: Arc<World>,
    user: Arc<User>,
    wish: Submit,
    now: Time,
    form: Option<Json>,
    seen: Arc<Mutex<Seen>>,
}

impl Supposing {
    fn new(world: &Arc<World>, user: &Arc<User>, wish: Submit, now: Time, form: Option<Json>) -> Self {
        // What it follows changes nothing of its way, and is not at hand here.
        let wish = Submit { follows: None, ..wish };
        Self { world: Arc::clone(world), user: Arc::clone(user), wish, now, form, seen: Arc::default() }
    }

    fn submitted(&self, oracle: Option<Arc<dyn Oracle>>) -> Result<Rehearsal, Refusal> {
        let mut rehearsal = Rehearsal::new(&self.world, self.now);
        if let Some(oracle) = oracle {
            rehearsal = rehearsal.asking(oracle);
        }
        let doer = Doer::Person { user: Arc::clone(&self.user), token: None };
        rehearsal.carry(doer, Target::New, Act::Submit(self.wish.clone()))?;
        Ok(rehearsal)
    }
}

impl Stage for Supposing {
    type Run = Supposed;

    fn begin(&self, oracle: Arc<dyn Oracle>) -> Result<Supposed, String> {
        let rehearsal = self.submitted(Some(oracle)).map_err(|refusal| refusal.detail)?;
        Ok(Supposed { rehearsal, unknown: self.form.is_some(), seen: Arc::clone(&self.seen) })
    }

    fn unknown_form(&self) -> Option<Json> {
        self.form.clone()
    }

    fn whole(&self) -> Option<&Program> {
        let item = self.form.as_ref().and_then(|_| self.world.content.items.get(&self.wish.item))?;
        self.world.content.workflows.get(item.workflow()).map(AsRef::as_ref)
    }
}

/// One ticket of a preview.
struct Supposed {
    rehearsal: Rehearsal,
    /// Whether the form is not known, and so not who asks.
    unknown: bool,
    seen: Arc<Mutex<Seen>>,
}

impl Supposed {
    /// The people who would answer: as many as an approval needs.
    fn answerers(&self, row: &JournalRow) -> Vec<Named> {
        let people = &self.rehearsal.world().people;
        let most = row.arguments.rule.as_ref().map_or(1, |rule| rule.needed);
        let named = self.rehearsal.asked(row).into_iter().filter_map(|name| {
            let user = people.by_username(&name)?;
            Some(Named { id: user.id, username: user.username.clone(), name: user.name.clone() })
        });
        named.take(usize::try_from(most).unwrap_or(1)).collect()
    }

    /// A who as the script says it, where it is not known who asks.
    fn said(&self, who: &Who) -> String {
        let ticket = self.rehearsal.ticket();
        let is = |id: UserId| ticket.is_some_and(|ticket| ticket.requester == id || ticket.requested_for == id);
        match who {
            Who::Person { id, .. } if is(*id) => "requested_for".to_owned(),
            Who::ManagerOf(of) => format!("manager_of({})", self.said(of)),
            Who::LeadOf(of) => format!("lead_of({})", self.said(of)),
            Who::User(name) | Who::Group(name) if Unknown::of_text(name).is_some() => {
                Unknown::of_text(name).unwrap_or(name).to_owned()
            }
            Who::Supplier(name) if Unknown::of_text(name).is_some() => {
                format!("supplier({})", Unknown::of_text(name).unwrap_or(name))
            }
            other => other.to_string(),
        }
    }
}

/// What a report on work holds, beside the fields of its form.
fn work(form: Option<&Json>) -> Json {
    let mut schema = form.cloned().unwrap_or_else(|| json!({"properties": {}}));
    let own = json!({
        "resolution": {"type": "string"}, "workaround": {"type": "boolean"}, "minutes": {"type": "integer"},
        "cost": {"type": "number"},
    });
    if let (Some(fields), Json::Object(own)) = (schema.get_mut("properties").and_then(Json::as_object_mut), own) {
        for (name, of) in own {
            fields.entry(name).or_insert(of);
        }
    }
    schema
}

/// What the end of another ticket holds.
fn ticket() -> Json {
    let text = json!({"type": "string"});
    json!({"properties": {"number": text, "closure_code": text, "resolution": text}, "required": ["number"]})
}

impl Run for Supposed {
    fn rows(&self) -> &[JournalRow] {
        self.rehearsal.journal()
    }

    /// The outcomes of the word, without those that nothing brings about here.
    fn outcomes(&self, row: &JournalRow) -> Vec<Outcome> {
        let silence = self.rehearsal.waits(row.id);
        let ends = silence.is_some_and(|silence| matches!(silence.on_timeout, OnTimeout::Expire | OnTimeout::GoOn));
        let event = row.arguments.values.contains_key("event");
        let waits = row.arguments.options.get("wait") != Some(&json!(false));
        let optional = row.arguments.options.get("optional") == Some(&json!(true));
        let possible = |name: &&str| match *name {
            "arrived" => event,
            "elapsed" => !event,
            "skipped" if row.kind == RowKind::Wait => !event,
            // The end of a ticket that is not waited for is no answer.
            "rejected" | "cancelled" if row.kind == RowKind::Ticket => waits,
            "expired" => ends || row.arguments.options.contains_key("latest"),
            "skipped" => optional,
            _ => true,
        };
        let specs = || words().iter().filter(|spec| spec.kind == Some(row.kind));
        let outcome = |state| move |name: &'static str| Outcome { name: name.to_owned(), state };
        let good = specs().flat_map(|spec| spec.good).copied().filter(possible).map(outcome(RowState::Done));
        let bad = specs().flat_map(|spec| spec.bad).copied().filter(possible).map(outcome(RowState::Failed));
        let mut all: Vec<Outcome> = Vec::new();
        for outcome in good.chain(bad) {
            if !all.iter().any(|known| known.name == outcome.name) {
                all.push(outcome);
            }
        }
        all
    }

    fn answer_holds(&self, row: &JournalRow) -> Holds {
        let content = &self.rehearsal.world().content;
        if row.kind == RowKind::Plugin {
            let (module, function) = row.name.split_once('.').unwrap_or((row.name.as_str(), ""));
            let schema = content.plugins.signature(module, function).and_then(|signature| signature.output);
            return schema.map_or(Holds::Anything, Holds::Schema);
        }
        let form = row.arguments.options.get("form").and_then(Json::as_str);
        match (form.and_then(|name| content.forms.get(name)), row.kind) {
            (form, RowKind::Work) => Holds::Schema(work(form.map(|form| &form.schema))),
            (Some(form), _) => Holds::Schema(form.schema.clone()),
            (None, RowKind::Ticket) => Holds::Schema(ticket()),
            (None, RowKind::Question) => Holds::Schema(json!({"properties": {"answer": {}}, "required": ["answer"]})),
            (None, RowKind::Approval | RowKind::Cost | RowKind::Task) => Holds::Nothing,
            (None, _) => Holds::Anything,
        }
    }

    fn suppose(&mut self, step: StepId, outcome: &Outcome, output: Json) -> Result<(), String> {
        let row = self.rows().iter().find(|row| row.id == step).cloned().ok_or("the step is gone")?;
        let people = self.answerers(&row);
        let bad = outcome.state == RowState::Failed;
        let votes = |people: &[Named]| {
            let vote = |by: &Named| json!({"id": by.id, "by": by.username, "outcome": outcome.name});
            json!({"votes": people.iter().map(vote).collect::<Vec<_>>()})
        };
        let answer = Answer {
            outcome: outcome.name.clone(),
            output: if row.kind == RowKind::Approval { votes(&people) } else { output },
            comment: bad.then(|| "‹comment›".to_owned()),
            code: bad.then(|| "‹code›".to_owned()),
            by: people.into_iter().next(),
            ..Answer::default()
        };
        self.rehearsal.suppose(step, outcome.state, answer).map_err(|refusal| refusal.detail)
    }

    fn ending(&self) -> Option<Ending> {
        let ticket = self.rehearsal.ticket()?;
        let unclear = ticket.fault.as_ref().map(|fault| fault.message.clone());
        let waits = self.rows().iter().any(|row| row.is_open() && row.kind.waits());
        let code = ticket.closure_code.map(|code| code.as_str().to_owned());
        let text = ticket.resolution.clone().or_else(|| self.rehearsal.closing().map(str::to_owned));
        (unclear.is_some() || !waits).then(|| Ending { code, text: text.unwrap_or_default(), unclear })
    }

    fn told(&self, row: &JournalRow) -> Told {
        let waits = self.rehearsal.waits(row.id);
        let due_in = waits.as_ref().and_then(|waits| waits.within).map(|span| span.to_string());
        let on_timeout = waits.as_ref().and_then(then);
        let mut seen = self.seen.lock();
        if let Some(sla) = self.rehearsal.ticket().and_then(|ticket| ticket.sla.as_ref()) {
            seen.resolve_due = seen.resolve_due.or(sla.resolve_due);
        }
        seen.rows.push((row.clone(), waits));
        let people = &self.rehearsal.world().people;
        let parties = &row.arguments.parties;
        let asks = if self.unknown {
            row.arguments.who.iter().map(|who| self.said(who)).collect()
        } else {
            let users = parties.users.iter().filter_map(|id| people.user(*id)).map(|user| user.name.clone());
            let groups = parties.groups.iter().filter_map(|id| people.group(*id)).map(|group| group.name.clone());
            users.chain(groups).collect()
        };
        Told { asks, due_in, on_timeout }
    }
}
