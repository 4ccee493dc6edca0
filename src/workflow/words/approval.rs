//! `approval`: a vote of people.

use super::{keep, name, options, who};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{APPROVAL_TIMEOUT, Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "quorum", ty: Ty::Quorum, default: "1", doc: "How many yeses it takes: a number, a share, or all." },
    Opt { name: "veto", ty: Ty::Bool, default: "true", doc: "Whether the first rejection rejects." },
    Opt {
        name: "same_person",
        ty: Ty::Choice(&["carry", "again"]),
        default: "policy",
        doc: "Whether a yes that the same person gave to the same facts counts, or is asked for again.",
    },
    Opt {
        name: "own_request",
        ty: Ty::Choice(&["up", "skip", "allow"]),
        default: "policy",
        doc: "Who decides when the approver asks for themselves: their manager, nobody, or they.",
    },
    Opt { name: "rework", ty: Ty::Bool, default: "true", doc: "Whether it may be returned for correction." },
    Opt {
        name: "on_reject",
        ty: Ty::Choice(&["end", "go_on"]),
        default: "end",
        doc: "Whether a rejection is raised, or is a result with `ok == false`.",
    },
    APPROVAL_TIMEOUT,
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Asks people for a decision and waits for it. A group's members may all vote; the requester, the person it is \
          for and who typed it in never decide.",
    example: r#"approval("Finance", group("finance"), #{ quorum: 2, within: "2wd", on_timeout: "escalate" });"#,
    kind: Some(RowKind::Approval),
    arity: (2, 3),
    params: &[Param::Name, Param::Who],
    options_at: &[2],
    options: OPTIONS,
    common: true,
    good: &["approved"],
    bad: &["rejected", "expired"],
    result: &[("votes", "Who said what.")],
    hints: &[Hint::Text, Hint::Object, Hint::Map],
    ..Spec::new("approval", "approval(name, who, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let name = name(&SPEC, call)?;
    runner.step(call, RowKind::Approval, name, |call| {
        let mut arguments = Arguments { who: who(&SPEC, call, 1)?, ..Arguments::default() };
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
