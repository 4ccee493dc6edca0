//! What becomes of calls that want to leave: the policy's `[outgoing]`, asked
//! anew for each. What stays or goes elsewhere is on disk before its call is
//! answered, under the call's own name: made again after a crash, it is there once.

use crate::desk::Desk;
use crate::model::ids::{OutgoingId, TicketId};
use crate::model::outgoing::{Fate, KeptBack, KeptCall, Mode, What};
use crate::plugins::{Leaving, Outbound, OutboundError, Passage};
use url::Url;

/// The way out of one delivery.
pub(super) struct Way {
    desk: Desk,
    ticket: TicketId,
}

impl Way {
    /// The way out of a call of a ticket.
    pub(super) fn new(desk: &Desk, ticket: TicketId) -> Self {
        Self { desk: desk.clone(), ticket }
    }
}

impl Outbound for Way {
    fn pass(&self, leaving: &Leaving<'_>) -> Result<Passage, OutboundError> {
        let world = self.desk.world();
        let rule = &world.policy().outgoing;
        let there = rule.calls_to.as_deref().and_then(|url| Url::parse(url).ok());
        let passage = match (rule.mode, there) {
            (Mode::Send, _) => return Ok(Passage::Open),
            (Mode::Redirect, Some(there)) => Passage::To(there),
            (Mode::Redirect, None) | (Mode::Capture, _) => Passage::Kept,
        };
        let redirected_to = match &passage {
            Passage::To(there) => Some(there.to_string()),
            _ => None,
        };
        let call = KeptCall {
            plugin: leaving.plugin.to_owned(),
            function: leaving.request.function.clone(),
            key: leaving.request.key.clone(),
            attempt: leaving.request.attempt,
            arguments: leaving.request.arguments.clone(),
            method: leaving.method.clone(),
            url: leaving.url.clone(),
            headers: leaving.headers.clone(),
            body: leaving.body.clone(),
            cut: leaving.cut,
            redirected_to,
        };
        let kept = KeptBack {
            id: OutgoingId(self.desk.fresh_id()),
            at: self.desk.clock().now(),
            fate: if call.redirected_to.is_some() { Fate::Redirected } else { Fate::Captured },
            ticket: Some(self.ticket),
            what: What::Call(call),
        };
        self.desk.store().keep_back(kept).map_err(|error| {
            tracing::warn!(%error, "a call that wanted to leave could not be noted");
            OutboundError("the database does not answer".to_owned())
        })?;
        Ok(passage)
    }
}
