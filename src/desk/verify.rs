//! `maitred verify`: replays the journals of all open tickets under this
//! binary, before it serves. Writes nothing.

use super::clock::{Clock, Ids};
use super::decide::{self, Rehearsed, Replay};
use super::load::LoadBoard;
use super::programs::Programs;
use super::world::World;
use super::{StartError, load_world};
use crate::plugins::Installation;
use crate::store::{Depth, Store};
use std::sync::Arc;

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Open tickets whose journal replays to the very steps that are open.
    pub sound: usize,
    /// Tickets that do not, with the reason in words.
    pub broken: Vec<(i64, String)>,
}

/// Replays every open ticket's journal. Wants a thread with the stack of scripts.
///
/// # Errors
/// When the database does not answer or the published content has faults.
pub fn verify(store: &Store, clock: &dyn Clock, installation: &Installation) -> Result<Verdict, StartError> {
    let mut reader = store.reader()?;
    if reader.head_release()?.is_none() {
        // Nothing was ever published: there is no ticket either.
        return Ok(Verdict::default());
    }
    let world: Arc<World> = Arc::new(load_world(&mut reader, installation, clock.now())?);
    let programs = Programs::default();
    let board = Arc::new(LoadBoard::default());
    let mut verdict = Verdict::default();
    let mut after = 0;
    loop {
        let numbers = reader.open_numbers(None, after, 500)?;
        let Some(last) = numbers.last().copied() else { return Ok(verdict) };
        after = last;
        for number in numbers {
            let Some(state) = reader.state(number, Depth::Run)? else { continue };
            if state.ticket.flags.stuck {
                continue;
            }
            let program = programs.pinned(&mut reader, &world, &state.ticket.pins.workflow)?;
            let item = programs.item(&mut reader, &world, &state.ticket.item, &state.ticket.pins.schema)?;
            match decide::replay(Replay::of(state, program, item), &world, &board, clock.now(), &mut Ids::new(clock)) {
                Ok(Rehearsed::Same) => verdict.sound += 1,
                Ok(Rehearsed::Further(steps)) => {
                    let reason = format!("the script goes further than the journal: {}", steps.join(", "));
                    verdict.broken.push((number, reason));
                }
                Err(fault) => verdict.broken.push((number, fault.to_string())),
            }
        }
    }
}
