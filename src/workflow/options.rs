//! Options of words: one table per word, which serves the check while a script
//! runs, the check before it runs, and the reference. Which options a word has
//! is said in its own file under `words/`.

use crate::model::approval::Quorum;
use crate::model::duration::Span;
use crate::model::text::did_you_mean;
use crate::script::{Arg, Shape, Value};
use rust_decimal::Decimal;
use std::str::FromStr;

use super::records::whos;
use super::words::in_freeze::window;

/// One option of a word.
#[derive(Clone, Copy, Debug)]
pub struct Opt {
    /// Its key.
    pub name: &'static str,
    /// What it takes.
    pub ty: Ty,
    /// What it takes when nothing is said, as the reference shows it.
    pub default: &'static str,
    /// What it is for, in one sentence.
    pub doc: &'static str,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    /// `true` or `false`.
    Bool,
    /// Any text.
    Text,
    /// A list of texts.
    Texts,
    /// One of these.
    Choice(&'static [&'static str]),
    /// `30m 4h 2d 1w 30wm 4wh 2wd`.
    Duration,
    /// A list of durations.
    Durations,
    /// A time of day: `"17:00"`.
    Clock,
    /// A time, or RFC 3339 text.
    Time,
    /// A time, or one of these.
    TimeOr(&'static [&'static str]),
    /// A number from 1, `"50%"`, `"all"`.
    Quorum,
    /// `"5%"`.
    Percent,
    /// Somebody, or a list of them.
    Who,
    /// One person, or a username.
    Person,
    /// Names of form fields, or a map of values.
    Show,
    /// A map with `start` and `end`.
    Window,
    /// A text, or a list of them: one line each.
    Prose,
    /// A list of maps.
    Lines,
    /// The name of something published.
    Name(Named),
}

/// Things that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A form that a task asks for.
    Form,
    /// A rejection code of the policy.
    RejectionCode,
    /// A closure reason of the policy.
    ClosureReason,
    /// A row of the priority matrix.
    Impact,
    /// A column of the priority matrix.
    Urgency,
}

impl Named {
    /// As messages say it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Named::Form => "form",
            Named::RejectionCode => "rejection code",
            Named::ClosureReason => "closure reason",
            Named::Impact => "impact",
            Named::Urgency => "urgency",
        }
    }
}

const STEP_TIMEOUTS: Ty = Ty::Choice(&["remind", "escalate", "expire", "go_on"]);

/// `on_timeout` of an approval, which alone may be decided by silence.
pub const APPROVAL_TIMEOUT: Opt = Opt {
    name: "on_timeout",
    ty: Ty::Choice(&["remind", "escalate", "expire", "go_on", "approve", "reject"]),
    default: "policy",
    doc: "What happens when its time is over; `approve` and `reject` are recorded as decided by time-out.",
};

/// A step's varying part.
pub(super) const ABOUT: Opt = Opt {
    name: "about",
    ty: Ty::Text,
    default: "",
    doc: "The step's varying part, shown behind its name, not translated.",
};

/// What explains a step.
pub(super) const TEXT: Opt = Opt { name: "text", ty: Ty::Text, default: "", doc: "Explanation for who answers." };

/// Whether a step stops the clock.
pub(super) const PAUSE: Opt = Opt {
    name: "pause",
    ty: Ty::Bool,
    default: "policy",
    doc: "Whether the service level's clock stands still meanwhile.",
};

/// Options that every step has.
pub const COMMON: &[Opt] = &[
    Opt { name: "within", ty: Ty::Duration, default: "policy", doc: "Time for an answer, from the opening." },
    Opt { name: "due", ty: Ty::Time, default: "", doc: "Time for an answer, as a moment; instead of `within`." },
    Opt { name: "on_timeout", ty: STEP_TIMEOUTS, default: "policy", doc: "What happens when its time is over." },
    Opt { name: "remind", ty: Ty::Durations, default: "policy", doc: "When to remind, after the opening." },
    ABOUT,
    TEXT,
    Opt {
        name: "show",
        ty: Ty::Show,
        default: "",
        doc: "What is shown to who answers: names of form fields, or a map.",
    },
    PAUSE,
];

/// The option of a name among a word's own and the common ones. A word's own
/// comes first: an approval knows more time-outs than other steps.
pub(super) fn find<'a>(own: &'a [Opt], common: bool, name: &str) -> Option<&'a Opt> {
    own.iter().chain(if common { COMMON } else { &[] }).find(|opt| opt.name == name)
}

/// `approval: unknown option "qorum"`, with what was meant.
pub(super) fn unknown(word: &str, own: &[Opt], common: bool, name: &str) -> (String, String) {
    let mut names: Vec<&str> = own.iter().chain(if common { COMMON } else { &[] }).map(|opt| opt.name).collect();
    names.sort_unstable();
    names.dedup();
    let known = if names.is_empty() { "it has none".to_owned() } else { format!("known: {}", names.join(", ")) };
    let hint = match did_you_mean(name, names.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"? ({known})"),
        None => known,
    };
    (format!("{word}: unknown option \"{name}\""), hint)
}

/// What is wrong with an option's value; `None` when nothing is.
pub(super) fn wrong(word: &str, opt: &Opt, value: &Value) -> Option<String> {
    let fits = match (&opt.ty, value) {
        (Ty::Bool, Value::Bool(_)) => true,
        (Ty::Text | Ty::Prose | Ty::Name(_), Value::Text(_)) => true,
        (Ty::Window, Value::Map(_) | Value::Object(_)) => window(value).is_some(),
        (Ty::Texts | Ty::Prose, Value::List(items)) => items.iter().all(|item| item.text().is_some()),
        (Ty::Choice(known), Value::Text(text)) => return choice(word, opt, known, text),
        (Ty::Duration, Value::Text(text)) => Span::parse(text).is_some(),
        (Ty::Durations, Value::List(items)) => {
            items.iter().all(|item| item.text().is_some_and(|text| Span::parse(text).is_some()))
        }
        (Ty::Durations, Value::Text(text)) => Span::parse(text).is_some(),
        (Ty::Clock, Value::Text(text)) => crate::model::calendar::clock(text).is_some(),
        (Ty::TimeOr(known), Value::Text(text)) if known.contains(&text.as_str()) => true,
        (Ty::Time | Ty::TimeOr(_), value) => value.moment().is_some(),
        (Ty::Quorum, Value::Int(n)) => *n >= 1,
        (Ty::Quorum, Value::Text(text)) => Quorum::parse(text).is_some(),
        (Ty::Percent, Value::Text(text)) => percent(text).is_some(),
        (Ty::Person, Value::Text(_)) => true,
        (Ty::Person, Value::Object(_)) => whos(value).is_some(),
        (Ty::Who, value) => whos(value).is_some(),
        (Ty::Show, Value::Map(_) | Value::Object(_)) => true,
        (Ty::Show, Value::List(items)) => items.iter().all(|item| item.text().is_some()),
        (Ty::Lines, Value::List(items)) => items.iter().all(|item| matches!(item, Value::Map(_))),
        _ => false,
    };
    (!fits).then(|| format!("{word}: \"{}\" takes {}, not {}", opt.name, takes(&opt.ty), shown(value)))
}

/// Whether a literal's shape can fit at all, where its value is only known while running.
pub(super) fn wrong_shape(word: &str, opt: &Opt, arg: &Arg) -> Option<String> {
    let is = match &arg.shape {
        Shape::Literal(Value::Unit) => return None,
        Shape::Literal(value) => return wrong(word, opt, value),
        Shape::Map(_) if !matches!(opt.ty, Ty::Show | Ty::Window) => "a map",
        Shape::Closure => "a closure",
        Shape::List(items) => return list_shape(word, opt, items),
        Shape::Text if opt.ty == Ty::Bool => "a text",
        _ => return None,
    };
    Some(format!("{word}: \"{}\" takes {}, not {is}", opt.name, takes(&opt.ty)))
}

fn list_shape(word: &str, opt: &Opt, items: &[Arg]) -> Option<String> {
    if !matches!(opt.ty, Ty::Texts | Ty::Prose | Ty::Durations | Ty::Who | Ty::Show | Ty::Lines) {
        return Some(format!("{word}: \"{}\" takes {}, not a list", opt.name, takes(&opt.ty)));
    }
    let literals: Option<Vec<Value>> = items.iter().map(|item| item.literal().cloned()).collect();
    literals.and_then(|values| wrong(word, opt, &Value::List(values)))
}

fn choice(word: &str, opt: &Opt, known: &[&str], text: &str) -> Option<String> {
    if known.contains(&text) {
        return None;
    }
    let guess =
        did_you_mean(text, known.iter().copied()).map_or(String::new(), |near| format!(" — did you mean \"{near}\"?"));
    Some(format!("{word}: \"{}\" takes {}, not \"{text}\"{guess}", opt.name, takes(&opt.ty)))
}

/// `"5%"` as a number from 0 to 100.
pub(super) fn percent(text: &str) -> Option<Decimal> {
    let number = Decimal::from_str(text.strip_suffix('%')?).ok()?;
    (number >= Decimal::ZERO && number <= Decimal::ONE_HUNDRED).then_some(number)
}

/// What a type takes, in words: for messages and the reference.
pub fn takes(ty: &Ty) -> String {
    let quoted = |known: &[&str]| known.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>().join(" · ");
    match ty {
        Ty::Bool => "true or false".to_owned(),
        Ty::Text => "a text".to_owned(),
        Ty::Texts => "a list of texts".to_owned(),
        Ty::Choice(known) => quoted(known),
        Ty::Duration => "a duration (30m, 4h, 2d, 1w; working time 30wm, 4wh, 2wd)".to_owned(),
        Ty::Durations => "a list of durations ([\"1wd\", \"2wd\"])".to_owned(),
        Ty::Clock => "a time of day (\"17:00\")".to_owned(),
        Ty::Time => "a time".to_owned(),
        Ty::TimeOr(known) => format!("a time, {}", quoted(known)),
        Ty::Quorum => "a number from 1, \"50%\" or \"all\"".to_owned(),
        Ty::Percent => "a percentage (\"5%\")".to_owned(),
        Ty::Who => "somebody (user(…), group(…), role(…), manager_of(…), lead_of(…)) or a list of them".to_owned(),
        Ty::Person => "a person (requester, user(…), manager_of(…)) or a username".to_owned(),
        Ty::Show => "a list of names of form fields, or a map".to_owned(),
        Ty::Window => "a map with `start` and `end`".to_owned(),
        Ty::Prose => "a text or a list of texts".to_owned(),
        Ty::Lines => "a list of maps".to_owned(),
        Ty::Name(named @ (Named::Impact | Named::Urgency)) => format!("the name of an {}", named.label()),
        Ty::Name(named) => format!("the name of a {}", named.label()),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Int(n) => n.to_string(),
        Value::Decimal(d) => d.to_string(),
        Value::Bool(b) => b.to_string(),
        other => other.type_name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opt(ty: Ty) -> Opt {
        Opt { name: "x", ty, default: "", doc: "" }
    }

    #[test]
    fn values_are_checked_by_type() {
        let good: &[(Ty, Value)] = &[
            (Ty::Duration, "2wd".into()),
            (Ty::Durations, Value::List(vec!["1wd".into(), "2h".into()])),
            (Ty::Quorum, "50%".into()),
            (Ty::Quorum, Value::Int(2)),
            (Ty::Percent, "5%".into()),
            (Ty::Time, "2026-01-05T09:00:00Z".into()),
            (Ty::Choice(&["a", "b"]), "b".into()),
        ];
        for (ty, value) in good {
            assert_eq!(wrong("w", &opt(*ty), value), None, "{ty:?} {value:?}");
        }
        let bad: &[(Ty, Value)] = &[
            (Ty::Duration, "2 days".into()),
            (Ty::Duration, Value::Int(2)),
            (Ty::Quorum, Value::Int(0)),
            (Ty::Quorum, "101%".into()),
            (Ty::Percent, "5".into()),
            (Ty::Who, "ann".into()),
            (Ty::Bool, "true".into()),
            (Ty::Time, "tomorrow".into()),
        ];
        for (ty, value) in bad {
            assert!(wrong("w", &opt(*ty), value).is_some(), "{ty:?} {value:?}");
        }
    }

    #[test]
    fn messages_say_what_would_have_been_right() {
        let on_error = Opt { name: "on_error", ty: Ty::Choice(&["cancel", "finish"]), default: "cancel", doc: "" };
        assert_eq!(
            wrong("parallel", &on_error, &"finsh".into()).unwrap(),
            "parallel: \"on_error\" takes \"cancel\" · \"finish\", not \"finsh\" — did you mean \"finish\"?"
        );
        let (message, hint) =
            unknown("approval", &[opt(Ty::Bool), Opt { name: "quorum", ..opt(Ty::Quorum) }], false, "qorum");
        assert_eq!(message, "approval: unknown option \"qorum\"");
        assert_eq!(hint, "did you mean \"quorum\"? (known: quorum, x)");
    }
}
