//! `confirm_cost`: money is confirmed before it is spent.

use super::{amount, keep, options, who_value};
use crate::model::journal::{Arguments, RowKind};
use crate::model::money::Money;
use crate::script::{Call, Hint, Host, Stop, Unknown, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::records::who_of;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use rust_decimal::Decimal;

const OPTIONS: &[Opt] = &[
    Opt { name: "who", ty: Ty::Who, default: "requester", doc: "Who confirms." },
    Opt {
        name: "tolerance",
        ty: Ty::Percent,
        default: "policy",
        doc: "By how much the cost may rise later without being asked again.",
    },
    Opt { name: "lines", ty: Ty::Lines, default: "", doc: "What it is made of: maps with `text` and `amount`." },
    Opt {
        name: "on_decline",
        ty: Ty::Choice(&["end", "go_on"]),
        default: "end",
        doc: "Whether a refusal is raised, or is a result with `ok == false`.",
    },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Asks the requester (or somebody else) to confirm an amount of money and waits for it. Without a currency it \
          is that of the request.",
    example: r#"confirm_cost(request.price, #{ within: "3wd" });"#,
    kind: Some(RowKind::Cost),
    arity: (1, 3),
    params: &[Param::Amount],
    options_at: &[1, 2],
    options: OPTIONS,
    common: true,
    good: &["confirmed"],
    bad: &["declined", "expired"],
    result: &[("amount", "What was confirmed.")],
    hints: &[Hint::Decimal],
    ..Spec::new("confirm_cost", "confirm_cost(amount, currency?, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.step(call, RowKind::Cost, String::new(), |call| {
        let said = call.with_text(1, str::to_owned);
        let amount = sum(&SPEC, runner, &call.value(0)?, said)?;
        let mut arguments = Arguments { amount: Some(amount), ..Arguments::default() };
        let mut given = options(&SPEC, call)?;
        arguments.who = match given.remove("who") {
            Some(value) => who_value(&SPEC, &value)?,
            None => runner.requester().as_ref().and_then(who_of).into_iter().collect(),
        };
        keep(runner, &mut arguments, given)?;
        Ok(arguments)
    })
}

/// A sum of money that is not below zero; without a currency it is the request's.
pub(super) fn sum(spec: &Spec, runner: &Runner, value: &Value, said: Option<String>) -> Result<Money, Stop> {
    let word = spec.name;
    // Of an amount that nobody knows yet there may be no sample.
    let supposed = || runner.is_preview() && value.text().and_then(Unknown::of_text).is_some();
    let Some((amount, own)) = amount(value).or_else(|| supposed().then_some((Decimal::ONE, None))) else {
        let message = format!("{word}: the amount is a number, not {}", value.type_name());
        let hint = "an item without a price has no request.price; ask `given(request.price)` first".to_owned();
        return Err(Stop::fault_with("arguments", message, Some(hint)));
    };
    if amount < Decimal::ZERO {
        return Err(Stop::fault("arguments", format!("{word}: the amount {amount} is below zero")));
    }
    let currency = said.or(own).unwrap_or_else(|| runner.default_currency());
    if !Money::is_currency(&currency) {
        let message = format!("{word}: \"{currency}\" is no currency");
        return Err(Stop::fault_with("arguments", message, Some("write three capital letters: \"EUR\"".to_owned())));
    }
    Ok(Money::new(amount, currency))
}
