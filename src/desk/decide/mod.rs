//! `decide`: from a ticket's state, the World and a command to the changes it
//! comes to, or a refusal. Pure: time, ids and chosen people come in; nothing is
//! written, nothing is asked of the database, the network or the clock.
//!
//! One file per wish; `draft` collects what it comes to, `script` runs the
//! workflow, `steps` opens its steps, `ending` ends the ticket.

mod answer;
mod appointments;
mod assign;
mod attach;
mod attend;
mod better_way;
mod cancel;
mod cancel_wish;
mod change;
mod child;
mod choose;
mod clocks;
mod close;
mod confidential;
mod delivered;
mod desks;
mod draft;
mod effects;
mod ending;
mod escalate;
mod follow_up;
mod hold;
mod intake;
mod kind_facts;
mod knowledge;
mod ladder;
mod migrate;
mod overdue;
mod own_rows;
mod ownership;
mod people;
mod picks;
mod prioritise;
mod rate;
mod reclassify;
mod recur;
mod relate;
mod reopen;
mod repair;
mod rerun;
mod resolve;
mod resume;
mod returning;
mod rework;
mod satisfaction;
mod script;
mod silence;
mod stand_in;
mod steps;
mod submit;
mod suppose;
mod talk;
mod timeout;
mod undo;
mod withdraw;
mod worklog;

#[cfg(test)]
mod tests;

use super::command::{Act, Command, Doer, Target};
use super::load::LoadBoard;
use super::world::World;
use crate::model::attachment::Attachment;
use crate::model::catalog::Item;
use crate::model::changes::Changes;
use crate::model::ids::{IdSource, StepId, UserId};
use crate::model::journal::JournalRow;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::status::{self, Operation, allowed_by_status, allowed_to, stands_beside};
use crate::model::ticket::{Comment, Submission, Ticket, Why};
use crate::model::time::Time;
use crate::model::touched::Clash;
use crate::model::worklog::WorkEntry;
use crate::store::{Glance, State};
use crate::workflow::Program;
use draft::Draft;

pub use attach::named as files_named;
pub use effects::TICKET_FIELDS;
pub use ladder::Terms;
pub use relate::Kin;
pub use script::Rehearsed;
use std::sync::Arc;
pub use steps::holds_under;
pub use submit::{channels_of, faults as submission_faults, usual_channel, wrong_form, wrong_sent};
pub use suppose::{Waits, suppose, waits};

/// The ticket as the decision finds it.
pub struct Case {
    /// The ticket; none for a submission.
    pub ticket: Option<Ticket>,
    /// The current run's submission.
    pub submission: Option<Submission>,
    /// Rows of the current run and of people's steps; at least the open ones.
    pub journal: Vec<JournalRow>,
    /// Answered rows of earlier runs, for carrying.
    pub earlier: Vec<JournalRow>,
    /// Votes on open approvals.
    pub votes: Vec<(StepId, crate::model::approval::Vote)>,
    /// The pinned workflow; none where the act never runs it or it is gone.
    pub program: Option<Arc<Program>>,
    /// The item with the pinned form; none where the act never looks at it or it is gone.
    pub item: Option<Arc<Item>>,
    /// The files that the act may speak of.
    pub files: Vec<Attachment>,
    /// Whether a viewer row or the staff rule lets the doer see the ticket.
    pub visible: bool,
    /// A fresh number for a submission.
    pub number: i64,
    /// When the requester was last asked how satisfied they are.
    pub last_asked: Option<Time>,
    /// What the wish needs beside the ticket's own state.
    pub beside: Beside,
    /// What it has to do with others.
    pub kin: Kin,
}

/// What some wishes need beside the ticket's own state.
#[derive(Debug, Default)]
pub struct Beside {
    /// Who has a row that lets them see the ticket, and why.
    pub viewers: Vec<(UserId, Why)>,
    /// The comment that the wish is about.
    pub comment: Option<Comment>,
    /// The step that the wish names.
    pub step: Option<JournalRow>,
    /// The entry of the work log that the wish is about.
    pub work: Option<WorkEntry>,
}

/// What a decision came to.
#[derive(Debug)]
pub struct Decision {
    /// The rows to write.
    pub changes: Changes,
    /// The ticket as the decision leaves it, where the doer may see it.
    pub after: Option<Box<Glance>>,
    /// Who was chosen on the load board; given back when it does not commit.
    pub chosen: Vec<UserId>,
}

/// Decides a command.
///
/// # Errors
/// The refusal that the caller gets; nothing is done then.
pub fn decide(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    command: &Command,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    if let Act::Submit(submit) = &command.act {
        return submit::submit(case, world, board, command, submit, now, ids);
    }
    if let (Act::OpenChild(wish), Target::New) = (&command.act, command.target) {
        return child::open(case, world, board, command, wish, now, ids);
    }
    if let Act::Recur(wish) = &command.act {
        return recur::open(case, world, board, command, wish, now, ids);
    }
    if let Act::Split(off) = &command.act {
        return relate::split(case, world, board, command, off, now, ids);
    }
    let mut draft = Draft::of(case, world, board, command, now, ids)?;
    match &command.act {
        Act::Submit(_) | Act::Recur(_) | Act::Split(_) => {}
        Act::Accept => assign::accept(&mut draft)?,
        Act::Assign(wish) => assign::assign(&mut draft, wish)?,
        Act::Return(wish) => returning::hand_back(&mut draft, wish)?,
        Act::HandOver(wish) => ownership::hand_over(&mut draft, wish)?,
        Act::Reopen(wish) => reopen::reopen(&mut draft, wish)?,
        Act::Resolve(wish) => resolve::resolve(&mut draft, wish)?,
        Act::Close(wish) => close::close(&mut draft, wish)?,
        Act::Cancel(wish) => cancel::cancel(&mut draft, wish)?,
        Act::Change(wish) => change::change(&mut draft, wish)?,
        Act::Attach(wish) => attach::attach(&mut draft, wish)?,
        Act::FollowUp(wish) => follow_up::follow_up(&mut draft, wish)?,
        Act::Rate { wish, by_link } => rate::rate(&mut draft, wish, *by_link)?,
        Act::Comment(wish) => talk::comment(&mut draft, wish)?,
        Act::Talk(wish) => talk::talk(&mut draft, wish)?,
        Act::Work(wish) => worklog::work(&mut draft, wish)?,
        Act::Appoint(wish) => appointments::appoint(&mut draft, wish)?,
        Act::Answer(wish) => answer::answer(&mut draft, command.target, wish)?,
        Act::Withdraw(wish) => withdraw::withdraw(&mut draft, command.target, wish)?,
        Act::Attend => attend::attend(&mut draft)?,
        Act::Escalate(wish) => escalate::escalate(&mut draft, wish)?,
        Act::Fire { key } => timeout::fire(&mut draft, key)?,
        Act::Delivered(wish) => delivered::delivered(&mut draft, wish)?,
        Act::OpenChild(wish) => child::adopt(&mut draft, wish),
        Act::Child(news) => child::news(&mut draft, news)?,
        Act::Relate(wish) => relate::relate(&mut draft, wish)?,
        Act::Related(news) => relate::news(&mut draft, news)?,
        Act::Reclassify(wish) => reclassify::reclassify(&mut draft, wish)?,
        Act::Resume(wish) => resume::resume(&mut draft, wish)?,
        Act::Retry => repair::retry(&mut draft, command.target)?,
        Act::Skip(wish) => repair::skip(&mut draft, command.target, wish)?,
        Act::Migrate => migrate::migrate(&mut draft)?,
        Act::Hold(wish) => hold::hold(&mut draft, wish)?,
        Act::Unhold => hold::unhold(&mut draft)?,
        Act::Restrict(wish) => confidential::restrict(&mut draft, wish)?,
        Act::Unrestrict(wish) => confidential::lift(&mut draft, wish)?,
        Act::Opened => confidential::opened(&mut draft)?,
        Act::OnStep(act) => people::on_step(&mut draft, command.target, act)?,
        Act::CouldOnStep(operation) => people::could(&draft, command.target, *operation)?,
        Act::OpenStep(wish) => people::open(&mut draft, wish)?,
    }
    draft.finish()
}

/// Refuses what the person's standing or the status does not allow: 403 first,
/// then 412, then 409 with what is allowed.
fn permit(draft: &Draft<'_>, operation: Operation) -> Result<(), Refusal> {
    permit_beside(draft, operation, &if stands_beside(operation) { Clash::Never } else { Clash::Any })
}

/// The same, where only some of what others did since stands in the way.
fn permit_beside(draft: &Draft<'_>, operation: Operation, clash: &Clash) -> Result<(), Refusal> {
    if let Some(user) = draft.doer.person()
        && !allowed_to(operation, user, &draft.ticket)
    {
        return Err(Refusal::new(Code::Forbidden, status::why_not(operation, user, &draft.ticket)));
    }
    draft.check_clash(clash)?;
    if !allowed_by_status(operation, &draft.ticket) {
        let why = status::impossible(operation, draft.ticket.status, &draft.ticket.flags);
        return Err(illegal(draft, why));
    }
    Ok(())
}

/// 409, with what the caller may do instead.
fn illegal(draft: &Draft<'_>, why: String) -> Refusal {
    let mut refusal = Refusal::new(Code::IllegalOperation, why);
    let allowed = draft.doer.person().map(|user| status::actions_at(user, &draft.ticket, draft.policy(), draft.now));
    refusal.allowed = allowed.unwrap_or_default().into_iter().map(str::to_owned).collect();
    refusal
}

/// An open ticket whose journal is to be replayed, for `maitred verify`.
pub struct Replay {
    /// The ticket.
    pub ticket: Ticket,
    /// The current run's submission.
    pub submission: Submission,
    /// Rows of the current run.
    pub journal: Vec<JournalRow>,
    /// The pinned workflow.
    pub program: Option<Arc<Program>>,
    /// The item with the pinned form.
    pub item: Option<Arc<Item>>,
}

impl Replay {
    /// The replay of a ticket as it was read.
    pub fn of(state: State, program: Option<Arc<Program>>, item: Option<Arc<Item>>) -> Self {
        let State { ticket, submission, journal, .. } = state;
        Self { ticket, submission, journal: journal.unwrap_or_default(), program, item }
    }
}

/// Replays a journal and writes nothing.
///
/// # Errors
/// Why the program cannot go on with this journal.
pub fn replay(
    replay: Replay,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Rehearsed, Fault> {
    let command = Command {
        id: "verify".to_owned(),
        fingerprint: [0; 32],
        doer: Doer::System("verify"),
        target: Target::Ticket(replay.ticket.number),
        expect: None,
        act: Act::Migrate,
    };
    let case = Case {
        ticket: Some(replay.ticket),
        submission: Some(replay.submission),
        journal: replay.journal,
        earlier: Vec::new(),
        votes: Vec::new(),
        program: replay.program,
        item: replay.item,
        files: Vec::new(),
        visible: true,
        number: 0,
        last_asked: None,
        beside: Beside::default(),
        kin: Kin::default(),
    };
    let hidden = |refusal: Refusal| Fault::of_file("", "internal", refusal.detail);
    let mut draft = Draft::of(case, world, board, &command, now, ids).map_err(hidden)?;
    script::rehearse(&mut draft)
}
