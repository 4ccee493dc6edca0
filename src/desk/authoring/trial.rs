//! Scenarios tried from a page: those of one workflow, against what is in force
//! or a draft of it, as `maitred test` runs them.

use super::draft::{Draft, draft};
use super::publish::{Wish, check_shape};
use super::{Kind, may_read, scope};
use crate::desk::rehearsal::{self, Report, Selection, Told};
use crate::desk::{Caller, Desk, unavailable};
use crate::model::problem::{Code, Fault, Refusal};
use crate::workflow::scenario::Coverage;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use utoipa::ToSchema;

/// Scenarios of one call.
const MOST: usize = 200;
/// How long those of one call may take.
const LONGEST: Duration = Duration::from_secs(20);

/// Body of `POST /workflows/{name}/test`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrialWish {
    /// Texts by path that are not published yet, `null` for a file that goes: the
    /// scenarios, the workflow, whatever else they concern. What is in force when absent.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub files: Option<BTreeMap<String, Option<String>>>,
}

/// What came of one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TrialResult {
    /// Its file in the content folder.
    pub file: String,
    /// What it proves.
    pub name: String,
    /// Whether it passed.
    pub passed: bool,
    /// How long it took.
    pub seconds: f64,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// At which line of which file it failed, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<Fault>,
}

/// A way of the workflow that no scenario went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NeverTaken {
    /// File of the content folder.
    pub file: String,
    /// Line from 1.
    pub line: u32,
    /// Column from 1.
    pub column: u32,
    /// The step: `approval "Finance"`.
    pub what: String,
    /// What has never happened there: `reached`, `rejected or expired`.
    pub never: String,
}

/// What of a workflow its scenarios went through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialCoverage {
    /// Branches that were taken.
    pub taken: usize,
    /// Branches there are.
    pub all: usize,
    /// What never happened.
    pub missing: Vec<NeverTaken>,
}

/// What came of the scenarios of a workflow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Trial {
    /// Each scenario that was run, by file and name.
    pub results: Vec<TrialResult>,
    /// How many passed.
    pub passed: usize,
    /// How many failed.
    pub failed: usize,
    /// Names of scenarios that were not run any more: too many, or the time was over.
    pub not_run: Vec<String>,
    /// What they went through; absent where no ticket came to this workflow.
    pub coverage: Option<TrialCoverage>,
}

impl Desk {
    /// Runs the scenarios of a workflow, `workflows/tests/NAME.rhai`, and those of
    /// the items that it carries. Writes nothing.
    ///
    /// # Errors
    /// 403 for whom scripts are not for and for files that the caller may not
    /// publish, 404 where there is no such workflow, 422 with the faults of a draft.
    pub async fn try_workflow(&self, caller: &Caller, name: String, wish: TrialWish) -> Result<Trial, Refusal> {
        may_read(&caller.user)?;
        let path = Kind::Workflow.path(&name)?;
        let is_drafted = wish.files.as_ref().is_some_and(|files| matches!(files.get(&path), Some(Some(_))));
        if !is_drafted && !self.world().content.workflows.contains_key(&name) {
            return Err(Refusal::not_found());
        }
        let user = Arc::clone(&caller.user);
        self.drafting(move |desk| {
            let Draft { files, world } = match wish.files {
                Some(files) => {
                    let shape = Wish { files, ..Wish::default() };
                    check_shape(&shape)?;
                    scope::ask_workflow(&user, &desk.world(), &shape.files, &name)?;
                    draft(desk, &user, shape.files)?
                }
                None => {
                    let texts = desk.store().reader().and_then(|mut reader| reader.published_texts());
                    Draft { files: texts.map_err(|error| unavailable(&error))?, world: desk.world() }
                }
            };
            let items = world.content.items.values().filter(|item| item.workflow() == name);
            let of: BTreeSet<String> = items.map(|item| item.name.clone()).chain([name.clone()]).collect();
            let wanted = Selection { of: Some(&of), most: Some(MOST), within: Some(LONGEST), ..Selection::default() };
            let report = rehearsal::rehearse(&files, Arc::clone(&world.content), &wanted);
            let refused = |faults| Refusal::with_faults(Code::Invalid, "The scenarios have faults.", faults);
            Ok(trial(report.map_err(refused)?, &name))
        })
        .await
    }
}

fn trial(mut report: Report, workflow: &str) -> Trial {
    let results: Vec<TrialResult> = report.told.into_iter().map(result).collect();
    let passed = results.iter().filter(|result| result.passed).count();
    Trial {
        failed: results.len() - passed,
        passed,
        results,
        not_run: report.not_run,
        coverage: report.coverage.remove(workflow).map(covered),
    }
}

fn result(told: Told) -> TrialResult {
    TrialResult {
        file: told.path(),
        passed: told.fault.is_none(),
        seconds: told.took.as_secs_f64(),
        message: told.fault.as_ref().map(|fault| fault.message.clone()),
        fault: told.fault,
        name: told.title,
    }
}

fn covered(coverage: Coverage) -> TrialCoverage {
    let missing = coverage.missing.into_iter().map(|branch| NeverTaken {
        file: branch.place.source,
        line: branch.place.line,
        column: branch.place.column,
        what: branch.what,
        never: branch.never,
    });
    TrialCoverage { taken: coverage.taken, all: coverage.all, missing: missing.collect() }
}
