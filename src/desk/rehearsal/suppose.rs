//! Suppositions within a rehearsal: what a preview says of people and
//! neighbours who were never asked.

use super::Rehearsal;
use crate::desk::clock::{Ids, VirtualClock};
use crate::desk::command::{Act, Doer};
use crate::desk::decide::{self, Waits};
use crate::model::ids::StepId;
use crate::model::journal::{Answer, RowState};
use crate::model::problem::Refusal;
use crate::workflow::Oracle;
use std::sync::Arc;

impl Rehearsal {
    /// The same under an oracle, which answers what is not known yet.
    #[must_use]
    pub fn asking(mut self, oracle: Arc<dyn Oracle>) -> Self {
        self.oracle = Some(oracle);
        self
    }

    /// Settles a step as if it had been answered.
    ///
    /// # Errors
    /// Where there is no ticket.
    pub fn suppose(&mut self, step: StepId, state: RowState, answer: Answer) -> Result<(), Refusal> {
        let clock = VirtualClock::new(self.now);
        let case = self.case(&Doer::System("preview"), &Act::Migrate);
        let supposed = (step, state, answer);
        let decided = decide::suppose(case, &self.world, &self.board, supposed, self.now, &mut Ids::new(&clock));
        self.take(decided?);
        Ok(())
    }

    /// On what terms an open step waits.
    pub fn waits(&self, step: StepId) -> Option<Waits> {
        let clock = VirtualClock::new(self.now);
        let case = self.case(&Doer::System("preview"), &Act::Migrate);
        decide::waits(case, &self.world, &self.board, step, self.now, &mut Ids::new(&clock))
    }
}
