//! `money`, `now`, `given`: values that need nobody.

use super::amount;
use crate::model::money::Money;
use crate::script::{Call, Hint, Host, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use std::collections::BTreeMap;

/// `money(900, "EUR")`.
pub(in crate::workflow) static MONEY: Spec = Spec {
    doc: "An amount with its currency: a map of `amount` and `currency`.",
    example: r#"confirm_cost(money(900, "EUR"));"#,
    arity: (2, 2),
    params: &[Param::Amount, Param::Text],
    hints: &[Hint::Any, Hint::Text],
    ..Spec::new("money", "money(amount, currency)", money)
};

/// `now()`.
pub(in crate::workflow) static NOW: Spec = Spec {
    doc: "The time at which the last step passed in this branch was settled; at first, when the run began. It is the \
          same at every replay.",
    example: r#"let asked_at = now();"#,
    ..Spec::new("now", "now()", |runner: &Runner, _: &mut Call<'_>| Ok(runner.said_now()))
};

/// `given(form.reason)`.
pub(in crate::workflow) static GIVEN: Spec = Spec {
    doc: "Whether a value is there: false for `()`, as an absent field of the form reads.",
    example: r#"if given(request.location) { assign(); }"#,
    arity: (1, 1),
    params: &[Param::Any],
    ..Spec::new("given", "given(value)", given)
};

fn given(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let given = match call.unknown(0).filter(|unknown| unknown.lacking) {
        Some(unknown) => runner.decide(&format!("{} is given", unknown.label)),
        None => call.value(0)? != Value::Unit,
    };
    Ok(Value::Bool(given))
}

fn money(_: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let value = call.value(0)?;
    let Some((amount, _)) = amount(&value) else {
        let message = format!("money: the amount is a number, not {}", value.type_name());
        return Err(Stop::fault("arguments", message));
    };
    let currency = super::text(&MONEY, call, 1, "the currency")?;
    if !Money::is_currency(&currency) {
        let hint = "write three capital letters: \"EUR\"".to_owned();
        return Err(Stop::fault_with("arguments", format!("money: \"{currency}\" is no currency"), Some(hint)));
    }
    Ok(Value::Map(BTreeMap::from([
        ("amount".to_owned(), Value::Decimal(amount)),
        ("currency".to_owned(), Value::Text(currency)),
    ])))
}
