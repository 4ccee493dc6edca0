//! `POST /tickets/{number}/steps`: who handles the ticket asks for an approval,
//! a confirmation of cost, a piece of work or an answer.

use super::add;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::decide::submit::too_long;
use crate::desk::decide::{assign, permit};
use crate::desk::handling::{Asked, OpenStep};
use crate::model::catalog::check_amount;
use crate::model::changes::Made;
use crate::model::duration::Span;
use crate::model::handling::Handling;
use crate::model::ids::{StepId, UserId};
use crate::model::journal::{Arguments, RowKind};
use crate::model::money::Money;
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::who::Who;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::str::FromStr;

/// Characters of a step's name.
pub const LONGEST_NAME: usize = 200;
/// What is shown is at most 64 KiB, as an answer is.
const LARGEST_SHOW: usize = 64 * 1024;
/// So many people and groups are asked by name.
const MOST_ASKED: usize = 50;

/// Opens a step of a person.
pub fn open(draft: &mut Draft<'_>, wish: &OpenStep) -> Result<(), Refusal> {
    permit(draft, Operation::OpenStep)?;
    let Some(opener) = draft.doer.person().cloned() else { return Err(Refusal::not_found()) };
    let mut errors = Vec::new();
    let kind = kind(wish, &mut errors);
    let mut arguments = Arguments {
        who: asked(draft, &opener, kind == Some(RowKind::Approval), &wish.asked, &mut errors),
        options: options(draft, wish, kind, &mut errors),
        amount: amount(draft, wish, kind, &mut errors),
        show: wish.show.clone(),
        ..Arguments::default()
    };
    arguments.handling =
        Handling { by: Some(opener.id), mandatory: wish.mandatory.unwrap_or(true), ..Handling::default() };
    shown(draft, wish, &mut errors);
    match kind {
        Some(kind) if errors.is_empty() => {
            assign::first_act(draft);
            let step = add(draft, kind, wish.name.trim(), arguments)?;
            draft.made(Made::Step(step));
            tell_asked(draft, &opener, step);
            Ok(())
        }
        _ => Err(Refusal::invalid_fields(errors)),
    }
}

/// Who is asked by name is told by whom; a group finds it in its inbox.
fn tell_asked(draft: &mut Draft<'_>, opener: &User, step: StepId) {
    let Some(row) = draft.row(step).cloned() else { return };
    let people: Vec<UserId> = row.arguments.parties.users.into_iter().collect();
    let values = json!({"by": opener.name, "step": row.name});
    tell(draft, &people, "{number} “{title}”: {by} asks you for “{step}”.", values);
}

fn kind(wish: &OpenStep, errors: &mut Vec<FieldError>) -> Option<RowKind> {
    let kinds = [RowKind::Approval, RowKind::Cost, RowKind::Task, RowKind::Question];
    let kind = kinds.into_iter().find(|kind| kind.as_str() == wish.kind);
    if kind.is_none() {
        let known = kinds.map(RowKind::as_str).join(", ");
        errors.push(FieldError::new("/kind", "enum", format!("`{}` is none of {known}", wish.kind)));
    }
    if wish.name.trim().is_empty() {
        errors.push(FieldError::new("/name", "required", "Say what it is about."));
    }
    errors.extend(too_long("/name", &wish.name, LONGEST_NAME));
    kind
}

/// Who is asked, as a script would have said it. Of an approval nobody decides
/// on what they asked for themselves.
fn asked(draft: &Draft<'_>, opener: &User, votes: bool, asked: &Asked, errors: &mut Vec<FieldError>) -> Vec<Who> {
    if asked.users.is_empty() && asked.groups.is_empty() {
        errors.push(FieldError::new("/for", "required", "Name people, groups, or both."));
    }
    if asked.users.len() + asked.groups.len() > MOST_ASKED {
        errors.push(FieldError::new("/for", "maxItems", format!("at most {MOST_ASKED} are asked")));
    }
    let ticket = &draft.ticket;
    let barred = [ticket.requester, ticket.requested_for, ticket.opened_by, opener.id];
    let people = &draft.world.people;
    let mut whos = Vec::new();
    for (n, name) in asked.users.iter().enumerate() {
        let pointer = format!("/for/users/{n}");
        match people.by_username(name).filter(|user| user.active) {
            None => errors.push(FieldError::new(pointer, "unknown", format!("There is no active user `{name}`."))),
            Some(user) if votes && barred.contains(&user.id) => {
                let message = format!("{} asked for it: nobody decides on what they asked for.", user.name);
                errors.push(FieldError::new(pointer, "own_request", message));
            }
            Some(user) => whos.push(Who::Person { id: user.id, username: user.username.clone() }),
        }
    }
    for (n, name) in asked.groups.iter().enumerate() {
        let pointer = format!("/for/groups/{n}");
        let Some(group) = people.by_group_name(name) else {
            errors.push(FieldError::new(pointer, "unknown", format!("There is no group `{name}`.")));
            continue;
        };
        let may = |user: &User| !votes || !barred.contains(&user.id);
        if people.active_members(group.id).any(|member| may(member)) {
            whos.push(Who::Group(name.clone()));
        } else {
            errors.push(FieldError::new(pointer, "nobody", format!("Nobody of `{name}` could answer.")));
        }
    }
    whos
}

/// The options that a script would have given, with what is the same for all
/// steps of people: a failure is told, nobody else is asked for it, and a yes
/// given before is not taken for this one.
fn options(
    draft: &Draft<'_>,
    wish: &OpenStep,
    kind: Option<RowKind>,
    errors: &mut Vec<FieldError>,
) -> Map<String, Json> {
    let mut options = Map::new();
    if let Some(within) = &wish.within {
        match Span::parse(within) {
            Some(Span::Elapsed(0) | Span::Working(0) | Span::WorkingDays(0)) | None => {
                errors.push(FieldError::new("/within", "format", format!("`{within}` is no time: write 4h or 2wd")));
            }
            Some(_) => drop(options.insert("within".to_owned(), json!(within))),
        }
    }
    if let Some(form) = &wish.form {
        if !matches!(kind, Some(RowKind::Task | RowKind::Question) | None) {
            errors.push(FieldError::new("/form", "unknown", "only tasks and questions have a form"));
        } else if !draft.world.content.forms.contains_key(form) {
            errors.push(FieldError::new("/form", "unknown", format!("There is no form `{form}`.")));
        } else {
            options.insert("form".to_owned(), json!(form));
        }
    }
    options.insert("on_fail".to_owned(), json!("end"));
    options
}

/// What is shown: fields that the ticket's form has, or values.
fn shown(draft: &Draft<'_>, wish: &OpenStep, errors: &mut Vec<FieldError>) {
    match &wish.show {
        None | Some(Json::Object(_)) => {}
        Some(Json::Array(names)) => {
            let known = draft.item.as_ref().map(|item| std::sync::Arc::clone(&item.field_names)).unwrap_or_default();
            for (n, name) in names.iter().enumerate() {
                if !name.as_str().is_some_and(|name| known.contains(name)) {
                    let message = format!("{name} is no field of the ticket's form");
                    errors.push(FieldError::new(format!("/show/{n}"), "unknown", message));
                }
            }
        }
        Some(_) => errors.push(FieldError::new("/show", "type", "names of form fields, or an object, are wanted")),
    }
    if wish.show.as_ref().is_some_and(|show| show.to_string().len() > LARGEST_SHOW) {
        errors.push(FieldError::new("/show", "maxLength", "at most 64 KiB are shown"));
    }
}

/// The amount of a cost confirmation; an approval may show one.
fn amount(draft: &Draft<'_>, wish: &OpenStep, kind: Option<RowKind>, errors: &mut Vec<FieldError>) -> Option<Money> {
    let Some(said) = &wish.amount else {
        if kind == Some(RowKind::Cost) {
            errors.push(FieldError::new("/amount", "required", "Say what is to be confirmed: \"120.00\"."));
        }
        return None;
    };
    if matches!(kind, Some(RowKind::Task | RowKind::Question)) {
        errors.push(FieldError::new("/amount", "unknown", "only approvals and cost confirmations have an amount"));
        return None;
    }
    let found = money(said, &draft.policy().currency);
    match found {
        Ok(money) if money.amount.is_zero() && kind == Some(RowKind::Cost) => {
            errors.push(FieldError::new("/amount", "minimum", "nothing is to be paid"));
            None
        }
        Ok(money) if kind == Some(RowKind::Cost) && kept_in(draft).is_some_and(|kept| kept != money.currency) => {
            let kept = kept_in(draft).unwrap_or_default();
            errors.push(FieldError::new("/amount", "enum", format!("the costs of this ticket are in {kept}")));
            None
        }
        Ok(money) => Some(money),
        Err(message) => {
            errors.push(FieldError::new("/amount", "type", message));
            None
        }
    }
}

/// The currency of what has been estimated, confirmed or paid so far: amounts of
/// two currencies have no sum.
fn kept_in<'a>(draft: &'a Draft<'_>) -> Option<&'a str> {
    draft.ticket.cost.as_ref().map(|cost| cost.currency.as_str())
}

/// `"120.00"`, `120`, or an amount with its currency.
fn money(said: &Json, currency: &str) -> Result<Money, String> {
    let digits = |value: &Json| match value {
        Json::String(text) => Decimal::from_str(text).ok(),
        Json::Number(number) => Decimal::from_str(&number.to_string()).ok(),
        _ => None,
    };
    let (amount, currency) = match said {
        Json::Object(fields) if fields.keys().all(|key| key == "amount" || key == "currency") => {
            let named = fields.get("currency").map_or(Some(currency), Json::as_str);
            (fields.get("amount").and_then(digits), named.filter(|code| Money::is_currency(code)))
        }
        other => (digits(other), Some(currency)),
    };
    let (Some(amount), Some(currency)) = (amount, currency) else {
        return Err("an amount is wanted: \"120.00\", or {\"amount\": \"120.00\", \"currency\": \"USD\"}".to_owned());
    };
    check_amount(amount)?;
    Ok(Money::new(amount, currency))
}
