//! What a correction would mean, before anybody makes it: decided on the ticket
//! as it is, by the very decision that would be made, and written nowhere.

use super::clock::Ids;
use super::command::{Act, Command, Doer, Patch, Reclassify, Target};
use super::decide::{self, Decision, holds_under};
use super::load::LoadBoard;
use super::{Caller, Desk, World, workers};
use crate::model::ids::UserId;
use crate::model::journal::{JournalRow, Origin, RowKind, RowState};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::Submission;
use crate::model::time::Time;
use crate::model::view::{self, AnsweredStep, CorrectionView, LostStep, LostWhy};
use crate::script::on_own_stack;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;
use std::sync::Arc;
use utoipa::ToSchema;

/// Body of `correction/preview`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Fields of the form, merged as `PATCH` does; with `item` the whole form of that item.
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// The item that the ticket would be reclassified to.
    pub item: Option<String>,
}

impl Desk {
    /// Says which answers would hold, which would be lost, and what would open.
    ///
    /// # Errors
    /// What the correction itself would be refused for.
    pub async fn preview_correction(
        &self,
        caller: &Caller,
        number: i64,
        expect: Option<i64>,
        wish: Correction,
    ) -> Result<CorrectionView, Refusal> {
        let user = Arc::clone(&caller.user);
        self.aside(move |desk| {
            let seen = on_own_stack("correction", || preview(desk, &user, number, expect, wish));
            let internal = |_| Err(Refusal::new(Code::Internal, "The desk made a mistake; nothing was done."));
            seen.map_err(|_| Refusal::unavailable("The desk is busy."))?.unwrap_or_else(internal)
        })
        .await
    }
}

fn preview(
    desk: &Desk,
    user: &Arc<User>,
    number: i64,
    expect: Option<i64>,
    wish: Correction,
) -> Result<CorrectionView, Refusal> {
    let shared = desk.shared();
    let act = match wish.item {
        Some(item) => Act::Reclassify(Reclassify { item, form: wish.form, reason: "preview".to_owned() }),
        None => Act::Change(Patch { form: Some(wish.form), ..Patch::default() }),
    };
    let command = Command {
        id: "preview".to_owned(),
        fingerprint: [0; 32],
        doer: Doer::Person { user: Arc::clone(user), token: None },
        target: Target::Ticket(number),
        expect,
        act,
    };
    let world = desk.world();
    let mut reader = shared.store.reader().map_err(|error| workers::unavailable(&error))?;
    let case = workers::case(shared, &mut reader, &world, &command).map_err(|error| workers::unavailable(&error))??;
    let before = Before {
        run: case.ticket.as_ref().map_or(0, |ticket| ticket.run),
        rows: case.journal.clone(),
        votes: case.votes.iter().map(|(step, vote)| (*step, vote.voter, vote.ballot)).collect(),
        form: case.submission.as_ref().map(|submission| submission.form.clone()).unwrap_or_default(),
    };
    // Nobody's turn comes by a preview.
    let board = Arc::new(LoadBoard::default());
    let now = shared.clock.now();
    let decided = decide::decide(case, &world, &board, &command, now, &mut Ids::new(shared.clock.as_ref()))?;
    Ok(compared(&world, user, &before, &decided, now))
}

/// The ticket as it is.
struct Before {
    run: i32,
    rows: Vec<JournalRow>,
    votes: Vec<(crate::model::ids::StepId, UserId, crate::model::approval::Ballot)>,
    form: Map<String, Json>,
}

impl Before {
    /// Steps of the present run that people, calls or tickets have answered, as
    /// far as they have.
    fn answered(&self) -> impl Iterator<Item = (&JournalRow, Vec<UserId>)> {
        let own = |row: &&JournalRow| row.run == self.run && row.origin == Origin::Script;
        let kinds = |row: &&JournalRow| row.kind.waits() && row.kind != RowKind::Wait;
        self.rows.iter().filter(own).filter(kinds).filter_map(|row| {
            let by = self.by(row);
            (row.state == RowState::Done || !by.is_empty() && row.is_open()).then_some((row, by))
        })
    }

    /// Who answered: of an approval who said yes.
    fn by(&self, row: &JournalRow) -> Vec<UserId> {
        if row.is_open() {
            let yes = |vote: &&(_, _, crate::model::approval::Ballot)| {
                vote.0 == row.id && vote.2 == crate::model::approval::Ballot::Approved
            };
            return self.votes.iter().filter(yes).map(|(_, voter, _)| *voter).collect();
        }
        let answer = row.answer.as_ref();
        let votes = answer.and_then(|answer| answer.output.get("votes")?.as_array().cloned()).unwrap_or_default();
        let yes = votes.iter().filter(|vote| vote.get("outcome").and_then(Json::as_str) == Some("approved"));
        let voters: Vec<UserId> = yes.filter_map(|vote| vote.get("id")?.as_str()?.parse().ok()).collect();
        if row.kind == RowKind::Approval && !voters.is_empty() {
            return voters;
        }
        answer.and_then(|answer| answer.by.as_ref()).map(|by| by.id).into_iter().collect()
    }
}

fn compared(world: &World, user: &User, before: &Before, decided: &Decision, now: Time) -> CorrectionView {
    let viewer = world.viewer(user, now);
    let changes = &decided.changes;
    let run = changes.ticket.run;
    let new = || changes.journal_new.iter().filter(|row| row.run == run && row.origin == Origin::Script);
    let mut view = CorrectionView {
        run,
        kept: Vec::new(),
        lost: Vec::new(),
        undecided: Vec::new(),
        opens: new().filter(|row| row.is_open()).map(|row| view::opens(&viewer, row)).collect(),
        stuck: changes.ticket.flags.stuck,
    };
    let over = view.opens.is_empty() && !view.stuck;
    for (row, by) in before.answered() {
        let step = view::answered(&viewer, row, &by);
        match fate(before, changes.submission.as_ref(), row, new(), over) {
            Fate::Kept => view.kept.push(step),
            Fate::Undecided => view.undecided.push(step),
            Fate::Lost(why) => view.lost.push(lost(&viewer, before, changes.submission.as_ref(), row, step, why)),
        }
    }
    view
}

enum Fate {
    Kept,
    Undecided,
    Lost(LostWhy),
}

/// What becomes of an answer in the new run.
fn fate<'a>(
    before: &Before,
    submission: Option<&Submission>,
    row: &JournalRow,
    new: impl Iterator<Item = &'a JournalRow>,
    over: bool,
) -> Fate {
    // The form is the same: there is no new run.
    let Some(submission) = submission else { return Fate::Kept };
    let (mut carried, mut asked) = (false, false);
    for other in new {
        let from = other.answer.as_ref().and_then(|answer| answer.carried_from);
        let same = other.kind == row.kind && other.name == row.name;
        carried |= from == Some(row.id);
        asked |= same && other.is_open();
        // A half-decided approval that is asked again keeps the yeses to the same.
        carried |= same && row.is_open() && other.arguments.seen == row.arguments.seen;
    }
    let held = || holds_under(row, &before.form, submission);
    match (carried, asked, row.kind) {
        (true, ..) => Fate::Kept,
        (false, true, RowKind::Plugin | RowKind::Ticket) => Fate::Lost(LostWhy::Asked),
        (false, true, _) if before.form == submission.form => Fate::Lost(LostWhy::Asked),
        (false, true, _) => Fate::Lost(LostWhy::Changed),
        (false, false, _) if over => Fate::Lost(LostWhy::NotAsked),
        (false, false, RowKind::Plugin | RowKind::Ticket) => Fate::Undecided,
        (false, false, _) if held() => Fate::Kept,
        (false, false, _) => Fate::Lost(LostWhy::Changed),
    }
}

fn lost(
    viewer: &view::Viewer<'_>,
    before: &Before,
    submission: Option<&Submission>,
    row: &JournalRow,
    step: AnsweredStep,
    why: LostWhy,
) -> LostStep {
    let names: BTreeSet<&String> =
        before.form.keys().chain(submission.into_iter().flat_map(|submission| submission.form.keys())).collect();
    let changes =
        |name: &&&String| submission.is_some_and(|submission| submission.form.get(**name) != before.form.get(**name));
    let shown = |name: &&&String| match &row.arguments.show {
        None => true,
        Some(shown) => shown.get(name.as_str()).is_some(),
    };
    let fields = names.iter().filter(changes).filter(shown).map(|name| (*name).clone()).collect();
    view::lost(viewer, step, why, if why == LostWhy::Changed { fields } else { Vec::new() })
}
