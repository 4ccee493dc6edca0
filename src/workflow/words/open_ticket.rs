//! `open_ticket`: work that is a ticket of its own.

use super::task::ON_FAIL;
use super::{keep, map_values, name, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::Value as Json;

const OPTIONS: &[Opt] = &[
    Opt { name: "requested_for", ty: Ty::Person, default: "as this ticket", doc: "For whom: a person, or a username." },
    Opt { name: "wait", ty: Ty::Bool, default: "true", doc: "Whether its end is waited for." },
    Opt { name: "start", ty: Ty::Time, default: "at once", doc: "When it is opened." },
    Opt {
        name: "approved",
        ty: Ty::Bool,
        default: "false",
        doc: "Whether what it asks approval for was approved here.",
    },
    Opt { name: "link", ty: Ty::Text, default: "child", doc: "How the two are linked." },
    Opt {
        name: "once",
        ty: Ty::Text,
        default: "",
        doc: "A key: while a ticket of that item and key is open, it is that one.",
    },
    Opt { name: "title", ty: Ty::Text, default: "the item's", doc: "Its title." },
    ON_FAIL,
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Opens a ticket of an item of the catalog and waits for its end, unless `wait` is false. One that does not \
          succeed is a failure.",
    example: r#"let bought = open_ticket("purchase", #{ what: "screen", quantity: 1 }, #{ approved: true });
resolve("Bought with " + bought.number);"#,
    kind: Some(RowKind::Ticket),
    arity: (2, 3),
    params: &[Param::Item, Param::Any],
    options_at: &[2],
    options: OPTIONS,
    common: true,
    good: &["succeeded"],
    bad: &["failed", "rejected", "cancelled", "expired"],
    result: &[("number", "Its number."), ("closure_code", "How it closed."), ("resolution", "What was done.")],
    hints: &[Hint::Text, Hint::Map, Hint::Map],
    ..Spec::new("open_ticket", "open_ticket(item, form, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let item = name(&SPEC, call)?;
    runner.step(call, RowKind::Ticket, item, |call| {
        let mut arguments = Arguments::default();
        let form = map_values(&SPEC, call.value(1)?, "the form")?;
        arguments.values.insert("form".to_owned(), Json::Object(form));
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
