//! Words that let something happen: people answer, plugins reply, time goes by.

use super::asked::{Asked, How};
use super::play::{Cast, Play, not_open};
use super::{Deed, Row, Scene, Until};
use crate::model::duration::Span;
use crate::model::journal::RowKind;
use crate::model::ticket::ClosureCode;
use crate::model::time::Time;
use crate::script::{Stop, Value};
use crate::workflow::spec;
use serde_json::Value as Json;

type Acted = Result<Option<Value>, Stop>;

fn answered(cast: &Cast, row: &Row, outcome: &str, how: How) -> Acted {
    let How { by, comment, code, output } = how;
    let deed = Deed::Answer { step: row.id, by, outcome: outcome.to_owned(), comment, code, output };
    cast.act(deed).map(|()| None)
}

/// The step of the first argument, answered with the how of another.
fn plainly(cast: &Cast, asked: &Asked<'_>, outcome: &str, how: usize) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the step")?)?;
    answered(cast, &row, outcome, asked.how(how)?)
}

pub(super) fn approve(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    plainly(cast, asked, "approved", 1)
}

pub(super) fn reject(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the step")?)?;
    let how = asked.how(2)?;
    let code = Some(asked.text(1, "the rejection code")?.to_owned());
    // Policies ask for a reason in words; a scenario need not make one up.
    let comment = how.comment.or_else(|| Some("Rejected by the scenario".to_owned()));
    answered(cast, &row, "rejected", How { code, comment, ..how })
}

/// The cost that waits: it has no name.
fn cost(scene: &Scene) -> Result<Row, Stop> {
    let row = scene.open().find(|row| row.kind == RowKind::Cost);
    row.cloned().ok_or_else(|| not_open(scene, RowKind::Cost.as_str()))
}

pub(super) fn confirm(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    answered(cast, &cost(&cast.ticket.look())?, "confirmed", asked.how(0)?)
}

pub(super) fn decline(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    answered(cast, &cost(&cast.ticket.look())?, "declined", asked.how(0)?)
}

pub(super) fn done(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the step")?)?;
    let how = asked.how(2)?;
    let fields = match asked.value(1) {
        Value::Unit => how.output.clone(),
        _ => Some(Value::Map(asked.map(1, "what is filled in")?).to_json()),
    };
    answered(cast, &row, "done", How { output: fields, ..how })
}

pub(super) fn fail(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the step")?)?;
    let how = asked.how(2)?;
    let comment = asked.maybe_text(1, "the comment")?.map(str::to_owned).or_else(|| how.comment.clone());
    answered(cast, &row, "failed", How { comment, ..how })
}

pub(super) fn skip(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    plainly(cast, asked, "skipped", 1)
}

pub(super) fn answer(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the step")?)?;
    let outcome = asked.text(1, "the outcome")?;
    let words = spec::words().iter().filter(|spec| spec.kind == Some(row.kind));
    let known: Vec<&str> = words.flat_map(|spec| spec.good.iter().chain(spec.bad)).copied().collect();
    if !known.contains(&outcome) {
        let message = format!("\"{outcome}\" is no outcome of {}; there are {}", row.kind.as_str(), known.join(", "));
        return Err(asked.wrong(message));
    }
    answered(cast, &row, outcome, asked.how(2)?)
}

/// The call of a plugin that the first argument means.
fn call(cast: &Cast, asked: &Asked<'_>) -> Result<Row, Stop> {
    let name = asked.text(0, "the call")?;
    let row = cast.find(&cast.ticket.look(), &name.replace("::", "."))?;
    if row.kind == RowKind::Plugin {
        Ok(row)
    } else {
        Err(asked.wrong(format!("\"{name}\" is no call of a plugin but {}", row.kind.as_str())))
    }
}

pub(super) fn reply(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let step = call(cast, asked)?.id;
    let output = match asked.value(1) {
        Value::Unit => Json::Object(Default::default()),
        value => value.to_json(),
    };
    cast.act(Deed::Reply { step, output }).map(|()| None)
}

pub(super) fn refuse(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let step = call(cast, asked)?.id;
    let code = asked.text(1, "the code")?.to_owned();
    let message = asked.maybe_text(2, "the message")?.map_or_else(|| format!("refused: {code}"), str::to_owned);
    cast.act(Deed::Refuse { step, code, message }).map(|()| None)
}

pub(super) fn closes(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let name = asked.text(0, "the item")?;
    let row = cast.find(&cast.ticket.look(), name)?;
    if row.kind != RowKind::Ticket {
        return Err(asked.wrong(format!("\"{name}\" is no ticket that was opened but {}", row.kind.as_str())));
    }
    let said = asked.text(1, "the closure code")?;
    let code = ClosureCode::ALL.into_iter().find(|known| known.as_str() == said);
    let code = code.ok_or_else(|| {
        let known: Vec<&str> = ClosureCode::ALL.iter().map(|known| known.as_str()).collect();
        asked.wrong(format!("\"{said}\" is no closure code; there are {}", known.join(", ")))
    })?;
    let said = asked.maybe_text(2, "the text")?.map(str::to_owned);
    cast.act(Deed::Ends { step: row.id, code, said }).map(|()| None)
}

pub(super) fn arrives(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let row = cast.find(&cast.ticket.look(), asked.text(0, "the event")?)?;
    let data = match asked.value(1) {
        Value::Unit => None,
        _ => Some(Value::Map(asked.map(1, "what the event says")?).to_json()),
    };
    answered(cast, &row, "arrived", How { output: data, ..How::default() })
}

pub(super) fn silence(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let name = asked.text(0, "the step")?;
    let row = cast.find(&cast.ticket.look(), name)?;
    match row.due_at {
        Some(due) => cast.act(Deed::Pass(Until::Time(due))).map(|()| None),
        None => Err(Stop::fault("expectation", format!("\"{name}\" is never due: it waits however long it takes"))),
    }
}

pub(super) fn pass(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    let text = asked.text(0, "how long")?;
    let until = Span::parse(text).map(Until::Span).or_else(|| Time::parse(text).map(Until::Time));
    let until = until.ok_or_else(|| {
        asked.wrong(format!("\"{text}\" is no duration (30m, 4h, 2d, 1w; working time 30wm, 4wh, 2wd) and no time"))
    })?;
    cast.act(Deed::Pass(until)).map(|()| None)
}

pub(super) fn accept(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    cast.act(Deed::Accept { by: asked.text(0, "who")?.to_owned() }).map(|()| None)
}

pub(super) fn cancel(_: &Play, cast: &Cast, asked: &Asked<'_>) -> Acted {
    cast.act(Deed::Cancel { by: asked.maybe_text(0, "who")?.map(str::to_owned) }).map(|()| None)
}
