//! `wait`: until some time has passed, or until a moment.

use super::{keep, options};
use crate::model::duration::Span;
use crate::model::journal::{Arguments, RowKind};
use crate::model::time::Time;
use crate::script::{Call, Hint, Stop, Unknown, Value};
use crate::workflow::options::{ABOUT, Opt, PAUSE, TEXT, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::json;

const OPTIONS: &[Opt] = &[
    Opt { name: "at", ty: Ty::Clock, default: "", doc: "At what time of day: the first one from then on." },
    Opt {
        name: "latest",
        ty: Ty::Time,
        default: "",
        doc: "The moment after which going on makes no sense any more: then it is expired.",
    },
    ABOUT,
    TEXT,
    PAUSE,
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Waits for a duration, or until a moment. A moment in the past is no wait at all, unless `latest` has passed \
          too. The ticket's owner may skip it.",
    example: r#"wait("2wd", #{ at: "09:00" });"#,
    kind: Some(RowKind::Wait),
    arity: (1, 2),
    params: &[Param::Moment],
    options_at: &[1],
    options: OPTIONS,
    good: &["elapsed", "skipped"],
    bad: &["expired"],
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("wait", "wait(duration or time, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.step(call, RowKind::Wait, String::new(), |call| {
        let mut arguments = Arguments::default();
        let given = options(&SPEC, call)?;
        let value = call.value(0)?;
        let supposed = call.unknown(0).is_some() && value.text().and_then(Unknown::of_text).is_some();
        let value = if supposed { runner.now() } else { value };
        match moment(&value)? {
            Moment::After(span) => drop(arguments.values.insert("for".to_owned(), json!(span))),
            Moment::At(until) => {
                too_late(until, given.get("latest"))?;
                arguments.values.insert("until".to_owned(), json!(until));
            }
        }
        keep(runner, &mut arguments, given)?;
        Ok(arguments)
    })
}

/// Until when, as scripts say it.
pub(in crate::workflow) enum Moment {
    /// After so much time.
    After(Span),
    /// At this time.
    At(Time),
}

/// A duration or a time, as a value or as a text.
pub(in crate::workflow) fn moment(value: &Value) -> Result<Moment, Stop> {
    let read = match value {
        Value::Text(text) if Span::parse(text).is_some() => Span::parse(text).map(Moment::After),
        value => value.moment().map(Moment::At),
    };
    read.ok_or_else(|| {
        let what = value.text().map_or_else(|| value.type_name().to_owned(), |text| format!("\"{text}\""));
        let hint = "write \"30m\", \"4h\", \"2d\", \"1w\", working time \"30wm\", \"4wh\", \"2wd\", or pass a time";
        let message = format!("wait: a duration or a time is wanted, not {what}");
        Stop::fault_with("arguments", message, Some(hint.to_owned()))
    })
}

fn too_late(until: Time, latest: Option<&Value>) -> Result<(), Stop> {
    match latest.and_then(Value::moment) {
        Some(latest) if latest < until => {
            Err(Stop::fault("option", format!("wait: \"latest\" ({latest}) is before the time waited for ({until})")))
        }
        _ => Ok(()),
    }
}
