//! What only an incident, a problem or a change has, as its workflow takes it from
//! the form or from an answer.

use super::State;
use crate::desk::decide::kind_facts::{LONGEST_NAME, LONGEST_TEXT, changed};
use crate::model::event::EventType;
use crate::model::kind_facts::{ChangeFacts, IncidentFacts, ProblemFacts, Risk, RiskLevel, Window};
use crate::model::ticket::Kind;
use serde_json::{Map, Value as Json, json};

const OF_INCIDENTS: [&str; 5] = ["service", "ci", "known", "workaround", "public_title"];
const OF_PROBLEMS: [&str; 4] = ["root_cause", "known_error", "workaround", "public_title"];
const OF_CHANGES: [&str; 6] = ["window", "risk", "plan", "back_out", "cis", "freeze_reason"];

/// Whether only tickets of some kind have this.
pub(super) fn is_fact(name: &str) -> bool {
    OF_INCIDENTS.iter().chain(&OF_PROBLEMS).chain(&OF_CHANGES).any(|known| *known == name)
}

/// States what the options of `set` say of the ticket as what it is.
pub(super) fn state(state: &mut State, options: &Map<String, Json>) -> Result<(), String> {
    let ticket = &mut state.ticket;
    let said: Vec<(&str, &Json)> =
        options.iter().map(|(name, value)| (name.as_str(), value)).filter(|(name, _)| is_fact(name)).collect();
    let (of_kind, kind): (&[&str], &str) = match ticket.kind {
        Kind::Incident => (&OF_INCIDENTS, "an incident"),
        Kind::Problem => (&OF_PROBLEMS, "a problem"),
        Kind::Change => (&OF_CHANGES, "a change"),
        Kind::Request => (&[], "a request"),
    };
    if let Some((name, _)) = said.iter().find(|(name, _)| !of_kind.contains(name)) {
        return Err(format!("set: {kind} has no \"{name}\""));
    }
    let before = ticket.facts.clone();
    for (name, value) in said {
        match ticket.kind {
            Kind::Incident => {
                incident(ticket.facts.incident.get_or_insert_default(), name, value)?;
                if name == "service" {
                    ticket.marks.services.extend(value.as_str().map(str::to_owned));
                    ticket.marks.services.sort();
                    ticket.marks.services.dedup();
                }
            }
            Kind::Problem => problem(ticket.facts.problem.get_or_insert_default(), name, value)?,
            Kind::Change => change(ticket.facts.change.get_or_insert_default(), name, value)?,
            Kind::Request => {}
        }
    }
    let fields = changed(&before, &ticket.facts).unwrap_or_default();
    if !fields.is_empty() {
        state.log.push((EventType::FactsChanged, json!({"fields": fields})));
    }
    Ok(())
}

fn incident(facts: &mut IncidentFacts, name: &str, value: &Json) -> Result<(), String> {
    match name {
        "service" => facts.service = text(name, value, LONGEST_NAME)?,
        "ci" => facts.ci = text(name, value, LONGEST_NAME)?,
        "known" => facts.known = value == &json!(true),
        "workaround" => facts.workaround = text(name, value, LONGEST_TEXT)?,
        _ => facts.public_title = text(name, value, LONGEST_NAME)?,
    }
    Ok(())
}

fn problem(facts: &mut ProblemFacts, name: &str, value: &Json) -> Result<(), String> {
    match name {
        "root_cause" => facts.root_cause = text(name, value, LONGEST_TEXT)?,
        "known_error" => facts.known_error = value == &json!(true),
        "workaround" => facts.workaround = text(name, value, LONGEST_TEXT)?,
        _ => facts.public_title = text(name, value, LONGEST_NAME)?,
    }
    Ok(())
}

fn change(facts: &mut ChangeFacts, name: &str, value: &Json) -> Result<(), String> {
    match name {
        "window" => {
            let window: Option<Window> = serde_json::from_value(value.clone()).ok();
            // What was said of another time says nothing of this one.
            if facts.window != window {
                facts.freeze_reason = None;
            }
            facts.window = window;
            facts.by_workflow = window.is_some();
        }
        "risk" => {
            let level: Option<RiskLevel> = serde_json::from_value(value.clone()).ok();
            let known = facts.risk.take().filter(|risk| Some(risk.level) == level);
            facts.risk = known.or_else(|| level.map(|level| Risk { level, text: None }));
        }
        "plan" => facts.plan = text(name, value, LONGEST_TEXT)?,
        "back_out" => facts.back_out = text(name, value, LONGEST_TEXT)?,
        "freeze_reason" => facts.freeze_reason = text(name, value, LONGEST_TEXT)?,
        _ => {
            facts.cis = value.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect();
            facts.cis.sort();
            facts.cis.dedup();
        }
    }
    Ok(())
}

/// A text, or lines of it; nothing where it is blank.
fn text(name: &str, value: &Json, longest: usize) -> Result<Option<String>, String> {
    let lines: Vec<&str> = match value {
        Json::Array(lines) => lines.iter().filter_map(Json::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let text = lines.join("\n");
    match text.chars().count() > longest {
        true => Err(format!("set: \"{name}\" is over {longest} characters")),
        false => Ok(Some(text).filter(|text| !text.trim().is_empty())),
    }
}
