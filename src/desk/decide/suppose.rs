//! What previews suppose: a step settled with an answer that nobody gave, and
//! the terms on which a step waits. Nothing of it is ever written.

use super::draft::Draft;
use super::ladder::Terms;
use super::{Case, Decision, steps};
use crate::desk::command::{Act, Command, Doer, Target};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::duration::Span;
use crate::model::ids::{IdSource, StepId};
use crate::model::journal::{Answer, RowState};
use crate::model::ladder::Rung;
use crate::model::policy::OnTimeout;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use std::sync::Arc;

/// On what terms a step waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// How long there is for an answer, from the opening.
    pub within: Option<Span>,
    /// What happens when that is over.
    pub on_timeout: OnTimeout,
    /// Who is asked in addition, level by level, if nobody answers.
    pub ladder: Vec<Rung>,
}

fn command(step: StepId) -> Command {
    Command {
        id: "preview".to_owned(),
        fingerprint: [0; 32],
        doer: Doer::System("preview"),
        target: Target::Step(step),
        expect: None,
        act: Act::Migrate,
    }
}

/// Settles a step as if it had been answered, and runs the script on.
///
/// # Errors
/// 404 where there is no ticket.
pub fn suppose(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    (step, state, answer): (StepId, RowState, Answer),
    now: Time,
    ids: &mut dyn IdSource,
) -> Result<Decision, Refusal> {
    let command = command(step);
    let mut draft = Draft::of(case, world, board, &command, now, ids)?;
    steps::settle(&mut draft, step, state, answer);
    draft.finish()
}

/// On what terms an open step waits; `None` where there is no such step.
pub fn waits(
    case: Case,
    world: &Arc<World>,
    board: &Arc<LoadBoard>,
    step: StepId,
    now: Time,
    ids: &mut dyn IdSource,
) -> Option<Waits> {
    let command = command(step);
    let draft = Draft::of(case, world, board, &command, now, ids).ok()?;
    let row = draft.row(step)?;
    let terms = Terms::of(&draft);
    let ladder = terms.remaining(row, now);
    Some(Waits { within: terms.within(row), on_timeout: terms.on_timeout(row), ladder })
}
