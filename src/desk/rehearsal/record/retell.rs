//! The log of a ticket, retold: each entry that somebody or something caused is
//! done on a rehearsal and written as a word of scenarios. What follows from it
//! by itself is not written, but for the steps that wait then.

use super::people::Players;
use super::{Rehearsal, Story};
use crate::desk::command::{Act, Cancel, Doer, Reply, StepAnswer, Submit, Target};
use crate::desk::decide::usual_channel;
use crate::desk::rehearsal::NUMBER;
use crate::desk::rehearsal::scenes::ASKS;
use crate::desk::world::World;
use crate::model::event::{ActorType, Event, EventType};
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{JournalRow, RowKind};
use crate::model::problem::Refusal;
use crate::model::status::Status;
use crate::model::time::Time;
use crate::workflow::scenario::write::{call, literal};
use chrono::{Duration, SecondsFormat, SubsecRound};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// So close together, time is not worth a line.
const AT_ONCE: i64 = 60;

/// A story as lines of a scenario.
pub(super) struct Retold {
    pub(super) lines: Vec<String>,
    pub(super) untold: Vec<String>,
}

struct Teller<'a> {
    story: &'a Story,
    players: Players<'a>,
    stage: Rehearsal,
    open: Vec<String>,
    lines: Vec<String>,
    untold: Vec<String>,
}

/// How a step is answered in the scenario.
struct Said<'a> {
    word: &'a str,
    /// Arguments between the step and who answers.
    given: Vec<Option<Json>>,
    answer: StepAnswer,
}

/// Tells the story on the demo desk.
pub(super) fn retell(story: &Story, world: &Arc<World>) -> Result<Retold, Refusal> {
    let (players, opener, receiver) = Players::of(story, &world.people);
    let at = whole_seconds(story.ticket.created_at);
    let stage = Rehearsal::new(world, at);
    let mut teller = Teller { story, players, stage, open: Vec::new(), lines: Vec::new(), untold: Vec::new() };
    teller.begin(&opener, &receiver, at)?;
    for event in &story.events {
        teller.event(event);
    }
    teller.end();
    Ok(Retold { lines: teller.lines, untold: teller.untold })
}

fn whole_seconds(at: Time) -> Time {
    Time::new(at.utc().trunc_subsecs(0))
}

/// A moment as scenarios say it.
fn clock(at: Time) -> String {
    at.utc().to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl<'a> Teller<'a> {
    /// The request itself.
    fn begin(&mut self, opener: &str, receiver: &str, at: Time) -> Result<(), Refusal> {
        let Story { ticket, submission, .. } = self.story;
        let form = match self.players.told(&Json::Object(submission.form.clone())) {
            Json::Object(form) => form,
            _ => Map::new(),
        };
        let wish = Submit {
            item: ticket.item.clone(),
            form: form.clone(),
            requested_for: (opener != receiver).then(|| receiver.to_owned()),
            ..Submit::default()
        };
        let user = self.stage.person(opener)?;
        let lives = self.stage.person(receiver)?.location.clone();
        let usual = usual_channel(&user, opener != receiver);
        let wish = Submit {
            channel: (submission.channel != usual).then(|| submission.channel.clone()),
            location: submission.location.clone().filter(|_| submission.location != lives),
            ..wish
        };
        self.stage.carry(Doer::Person { user, token: None }, Target::New, Act::Submit(wish.clone()))?;
        let mut options = Map::new();
        let mut option = |name: &str, value: Option<String>| {
            options.extend(value.map(|value| (name.to_owned(), Json::String(value))));
        };
        option("item", Some(wish.item));
        option("at", Some(clock(at)));
        option("by", (opener != ASKS).then(|| opener.to_owned()));
        option("requested_for", wish.requested_for);
        option("channel", wish.channel);
        option("location", wish.location);
        let start = format!("let t = start({}, {});", literal(&Json::Object(form)), literal(&Json::Object(options)));
        self.lines.push(start);
        self.look();
        Ok(())
    }

    /// What waits now, where that has changed.
    fn look(&mut self) {
        let mut open: Vec<String> = self.waiting().into_iter().map(|row| self.name_of(row)).collect();
        open.sort();
        if open != self.open && self.stage.ticket().is_some_and(|ticket| ticket.status.is_open()) {
            self.lines.push(format!("{};", call("t.open", &[Some(json!(open))])));
        }
        self.open = open;
    }

    fn waiting(&self) -> Vec<&JournalRow> {
        self.stage.journal().iter().filter(|row| row.is_open() && row.kind.waits()).collect()
    }

    /// What a scenario calls a step: with its varying part where several have its name.
    fn name_of(&self, row: &JournalRow) -> String {
        let own = |row: &JournalRow| {
            if row.name.is_empty() { row.kind.as_str().to_owned() } else { row.name.clone() }
        };
        let name = own(row);
        let alike = self.waiting().into_iter().filter(|other| own(other) == name).count() > 1;
        match &row.arguments.about {
            Some(about) if alike => format!("{name} {about}"),
            _ => name,
        }
    }

    fn event(&mut self, event: &Event) {
        match (event.kind, event.actor.kind) {
            (EventType::TicketAccepted, ActorType::Person) => self.accepted(event),
            (EventType::TicketCancelling, ActorType::Person) => self.cancelled(event),
            (EventType::StepVoted, _) => self.answered(event, None),
            (EventType::StepSettled, _) => self.settled(event),
            (EventType::StepEscalated, _) => self.escalated(event),
            (EventType::TicketClosed, ActorType::System) => self.pass(event.at),
            // What the rehearsal does by itself, or a scenario need not say.
            (
                EventType::TicketSubmitted
                | EventType::TicketClosed
                | EventType::CommentAdded
                | EventType::StepCancelled
                | EventType::StepReminded
                | EventType::SlaSet,
                _,
            ) => {}
            (EventType::TicketStuck | EventType::TicketMigrated | EventType::TicketResumed, _)
            | (_, ActorType::Person | ActorType::Job) => {
                self.pass(event.at);
                self.cannot(event, "scenarios have no word for it");
            }
            _ => {}
        }
    }

    /// Notes down what the scenario leaves out.
    fn cannot(&mut self, event: &Event, why: &str) {
        let by = match event.actor.kind {
            ActorType::Person => "a person".to_owned(),
            ActorType::Job => format!("the job {}", event.actor.name),
            _ => "the desk".to_owned(),
        };
        let what = format!("{} at {} by {by}: {why}", event.kind.as_str(), clock(event.at));
        self.lines.push(format!("// Left out: {what}"));
        self.untold.push(what);
    }

    /// Lets time go by until something happened; what is due by then happens.
    fn pass(&mut self, at: Time) {
        let at = whole_seconds(at);
        if at.utc() - self.stage.now.utc() < Duration::seconds(AT_ONCE) {
            return;
        }
        if self.stage.pass(at).is_ok() {
            self.lines.push(format!("{};", call("t.pass", &[Some(json!(clock(at)))])));
            self.look();
        }
    }

    fn accepted(&mut self, event: &Event) {
        self.pass(event.at);
        let is_new = self.stage.ticket().is_some_and(|ticket| ticket.status == Status::New);
        let agents = self.players.agents();
        let player = actor(event).and_then(|id| self.players.play(id, &agents));
        let Some(by) = player.filter(|_| is_new) else { return };
        let target = Target::Ticket(NUMBER);
        let done = self
            .stage
            .person(&by)
            .and_then(|user| self.stage.carry(Doer::Person { user, token: None }, target, Act::Accept));
        match done {
            Ok(()) => self.lines.push(format!("{};", call("t.accept", &[Some(json!(by))]))),
            Err(refusal) => self.cannot(event, &refusal.detail),
        }
    }

    fn cancelled(&mut self, event: &Event) {
        self.pass(event.at);
        let target = Target::Ticket(NUMBER);
        let done = self.stage.requester().and_then(|user| {
            self.stage.carry(Doer::Person { user, token: None }, target, Act::Cancel(Cancel::default()))
        });
        match done {
            Ok(()) => {
                self.lines.push("t.cancel();".to_owned());
                self.look();
            }
            Err(refusal) => self.cannot(event, &refusal.detail),
        }
    }

    /// A step got its answer: by somebody, a neighbour, the clock, or the script.
    fn settled(&mut self, event: &Event) {
        let Some(row) = self.real_row(event) else { return };
        let by_vote = row.kind == RowKind::Approval && self.story.votes.iter().any(|(step, _)| *step == row.id);
        match event.actor.kind {
            _ if by_vote => {}
            ActorType::System => self.timed_out(event, row),
            ActorType::Person | ActorType::Plugin => self.answered(event, Some(row)),
            ActorType::Workflow | ActorType::Job => {}
        }
    }

    /// Somebody else is asked: a failure that the owner decides on, or silence.
    fn escalated(&mut self, event: &Event) {
        let Some(row) = self.real_row(event) else { return };
        match event.actor.kind {
            ActorType::System => self.timed_out(event, row),
            _ => self.answered(event, Some(row)),
        }
    }

    /// The clock moved on: named as the silence that it was, where it was one.
    fn timed_out(&mut self, event: &Event, row: &JournalRow) {
        let at = whole_seconds(event.at);
        let due = self.played(row).filter(|row| row.is_open()).and_then(|row| row.due_at);
        match due.filter(|due| *due > self.stage.now && *due <= at) {
            Some(due) => {
                let name = self.played(row).map(|row| self.name_of(row)).unwrap_or_default();
                if self.stage.pass(due).is_ok() {
                    self.lines.push(format!("{};", call("t.silence", &[Some(json!(name))])));
                    self.look();
                }
            }
            None => self.pass(event.at),
        }
    }

    fn real_row(&self, event: &Event) -> Option<&'a JournalRow> {
        let step: StepId = event.data.get("step")?.as_str()?.parse().ok()?;
        let story = self.story;
        story.journal.iter().find(|row| row.id == step && row.run == story.ticket.run)
    }

    /// The step of the rehearsal that stands for a real one.
    fn played(&self, row: &JournalRow) -> Option<&JournalRow> {
        let same = |other: &&JournalRow| other.path == row.path && other.kind == row.kind && other.name == row.name;
        self.stage.journal().iter().find(same)
    }

    /// An answer, a vote, a plugin's reply.
    fn answered(&mut self, event: &Event, row: Option<&JournalRow>) {
        let Some(row) = row.or_else(|| self.real_row(event)).cloned() else { return };
        self.pass(event.at);
        match self.played(&row).cloned() {
            Some(played) if played.is_open() => {
                let done = if event.actor.kind == ActorType::Plugin {
                    self.replied(event, &row, &played)
                } else {
                    self.spoke(event, &row, &played)
                };
                match done {
                    Ok(()) => self.look(),
                    Err(refusal) => self.cannot(event, &in_words(&refusal)),
                }
            }
            // Settled by what the rehearsal did itself: the same rule, the same end.
            Some(_) => {}
            None => {
                self.cannot(event, &format!("this workflow has no such step here: {} {}", row.kind.as_str(), row.name))
            }
        }
    }

    fn replied(&mut self, event: &Event, row: &JournalRow, played: &JournalRow) -> Result<(), Refusal> {
        let said = |name: &str| event.data.get(name).and_then(Json::as_str).map(str::to_owned);
        let name = self.name_of(played);
        let done =
            row.answer.as_ref().filter(|answer| answer.outcome == "done" && event.kind == EventType::StepSettled);
        if let Some(answer) = done {
            let output = self.players.told(&answer.output);
            self.stage.deliver(played.id, Reply::Done(output.clone()))?;
            self.lines.push(format!("{};", call("t.reply", &[Some(json!(name)), Some(output)])));
            return Ok(());
        }
        // A refusal that the owner was asked about is on record without its code.
        let code = said("code").unwrap_or_else(|| "refused".to_owned());
        let message = self.players.text(&said("comment").or_else(|| said("reason")).unwrap_or_default());
        self.stage.deliver(played.id, Reply::Refused { code: code.clone(), message: message.clone() })?;
        self.lines
            .push(format!("{};", call("t.refuse", &[Some(json!(name)), Some(json!(code)), Some(json!(message))])));
        Ok(())
    }

    fn spoke(&mut self, event: &Event, row: &JournalRow, played: &JournalRow) -> Result<(), Refusal> {
        let Said { word, mut given, answer } = self.said(event, row);
        let asked: Vec<String> = self.stage.asked(played).into_iter().collect();
        let candidates = match (asked.is_empty(), played.kind) {
            (false, _) => asked.clone(),
            (true, RowKind::Plugin) => vec!["ada".to_owned()],
            (true, _) => vec!["sam".to_owned()],
        };
        let carried = row.answer.as_ref().is_some_and(|answer| answer.carried_from.is_some());
        let player = actor(event).filter(|_| !carried).and_then(|id| self.players.play(id, &candidates));
        let name = self.name_of(played);
        self.stage.answer(played.id, player.as_deref(), &answer)?;
        let settled = self.played(row).is_none_or(|row| !row.is_open());
        let first =
            player.is_none() || (settled || played.kind != RowKind::Approval) && player.as_ref() == asked.first();
        let mut options = Map::new();
        if !first {
            options.extend(player.map(|player| ("by".to_owned(), json!(player))));
        }
        options.extend(answer.comment.filter(|_| word != "fail").map(|comment| ("comment".to_owned(), json!(comment))));
        options.extend(answer.code.filter(|_| word != "reject").map(|code| ("code".to_owned(), json!(code))));
        options.extend(answer.output.filter(|_| word != "done").map(|output| ("output".to_owned(), output)));
        let how = match (options.len(), options.get("by")) {
            (0, _) => None,
            (1, Some(by)) => Some(by.clone()),
            _ => Some(Json::Object(options)),
        };
        let step = (!matches!(word, "confirm" | "decline")).then(|| Some(json!(name)));
        let arguments: Vec<Option<Json>> = step.into_iter().chain(given.drain(..)).chain([how]).collect();
        self.lines.push(format!("{};", call(&format!("t.{word}"), &arguments)));
        Ok(())
    }

    /// What was answered, and the word that says it.
    fn said(&self, event: &Event, row: &JournalRow) -> Said<'static> {
        let text = |name: &str| event.data.get(name).and_then(Json::as_str).map(|text| self.players.text(text));
        let to_owner = event.kind == EventType::StepEscalated;
        let outcome = if to_owner { Some("failed".to_owned()) } else { text("outcome") }.unwrap_or_default();
        let comment = if to_owner { text("reason") } else { text("comment") };
        let settled = row.answer.as_ref().filter(|_| event.kind == EventType::StepSettled);
        let output = settled.filter(|_| row.kind != RowKind::Cost).and_then(|answer| filled(&answer.output));
        let output = output.map(|output| self.players.told(&output));
        let (word, given) = match (row.kind, outcome.as_str()) {
            (RowKind::Approval, "approved") => ("approve", vec![]),
            (RowKind::Approval, "rejected") => ("reject", vec![text("code").map(Json::String)]),
            (RowKind::Cost, "confirmed") => ("confirm", vec![]),
            (RowKind::Cost, "declined") => ("decline", vec![]),
            (RowKind::Task | RowKind::Work, "done") => ("done", vec![output.clone()]),
            (RowKind::Task | RowKind::Work, "failed") => ("fail", vec![comment.clone().map(Json::String)]),
            (_, "skipped") => ("skip", vec![]),
            _ => ("answer", vec![Some(json!(outcome))]),
        };
        let code = text("code");
        Said { word, given, answer: StepAnswer { outcome, comment, code, output, seen: None } }
    }

    /// How it stands at the end, and whether that is how it really stands.
    fn end(&mut self) {
        let Some(played) = self.stage.ticket() else { return };
        let real = &self.story.ticket;
        if let Some(code) = played.closure_code {
            let ending = played.resolution.clone().or_else(|| self.stage.closing.clone());
            let ending = ending.filter(|text| !text.is_empty()).map(Json::String);
            self.lines.push(format!("{};", call("t.ends", &[Some(json!(code.as_str())), ending])));
        }
        if played.closure_code != real.closure_code {
            let code = |code: Option<crate::model::ticket::ClosureCode>| code.map_or("open", |code| code.as_str());
            let what = format!("it is {} and was {} on the desk", code(played.closure_code), code(real.closure_code));
            self.lines.push(format!("// Otherwise than on the desk: {what}"));
            self.untold.push(what);
        }
    }
}

/// The person behind an entry of the log.
fn actor(event: &Event) -> Option<UserId> {
    (event.actor.kind == ActorType::Person).then(|| event.actor.id.parse().ok()).flatten()
}

/// What was filled in: without what was left empty, and what the desk added.
fn filled(output: &Json) -> Option<Json> {
    let fields = output.as_object()?.iter().filter(|(name, value)| !value.is_null() && name.as_str() != "group");
    let fields: Map<String, Json> = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
    (!fields.is_empty()).then_some(Json::Object(fields))
}

fn in_words(refusal: &Refusal) -> String {
    let errors: Vec<&str> = refusal.errors.iter().map(|error| error.message.as_str()).collect();
    if errors.is_empty() { refusal.detail.clone() } else { errors.join("; ") }
}
