//! What only an incident, a problem or a change has: stated by those who handle
//! the ticket, on record from old to new. A change that is done while changes
//! rest wants a reason of the change manager.

use super::draft::Draft;
use super::submit::{LONGEST_REASON, too_long};
use crate::desk::command::{ChangePatch, IncidentPatch, Patch, ProblemPatch};
use crate::model::event::EventType;
use crate::model::facts::Facts;
use crate::model::kind_facts::{ChangeFacts, IncidentFacts, ProblemFacts};
use crate::model::people::Role;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::{Operation, allowed_to};
use crate::model::ticket::Kind;
use serde_json::{Map, Value as Json, json};

/// Who lets a change be done while changes rest (policy.toml `[roles]`).
const CHANGE_MANAGER: &str = "change_manager";
/// Characters of a name.
pub const LONGEST_NAME: usize = 200;
/// Characters of a text.
pub const LONGEST_TEXT: usize = 20_000;
const MOST_NAMES: usize = 100;

/// Facts as they are to be.
pub struct Stated {
    facts: Facts,
    services: Vec<String>,
}

/// Reads what a patch says of the kind's own facts; nothing where it says nothing.
pub fn stated(draft: &Draft<'_>, wish: &Patch) -> Result<Option<Stated>, Refusal> {
    let said = [
        ("incident", Kind::Incident, wish.incident.is_some()),
        ("problem", Kind::Problem, wish.problem.is_some()),
        ("change", Kind::Change, wish.change.is_some()),
    ];
    if !said.iter().any(|(_, _, said)| *said) {
        return Ok(None);
    }
    // Who may link a ticket handles it.
    if draft.doer.person().is_some_and(|user| !allowed_to(Operation::Link, user, &draft.ticket)) {
        return Err(Refusal::new(Code::Forbidden, "Only those who handle the ticket state such facts."));
    }
    let mut check = Check { draft, errors: Vec::new() };
    for (name, kind, said) in said {
        if said && kind != draft.ticket.kind {
            let message = format!("This is no {name}; it is of the kind {}.", draft.ticket.kind.as_str());
            check.errors.push(FieldError::new(format!("/{name}"), "wrong_kind", message));
        }
    }
    if !check.errors.is_empty() {
        return Err(Refusal::invalid_fields(check.errors));
    }
    let mut stated = Stated { facts: draft.ticket.facts.clone(), services: draft.ticket.marks.services.clone() };
    if let Some(wish) = &wish.incident {
        check.incident(wish, &mut stated);
    }
    if let Some(wish) = &wish.problem {
        check.problem(wish, &mut stated);
    }
    if let Some(wish) = &wish.change {
        check.change(wish, &mut stated);
    }
    if check.errors.is_empty() { Ok(Some(stated)) } else { Err(Refusal::invalid_fields(check.errors)) }
}

struct Check<'a, 'b> {
    draft: &'a Draft<'b>,
    errors: Vec<FieldError>,
}

impl Check<'_, '_> {
    fn text(&mut self, pointer: &str, wish: &Option<Option<String>>, now: &mut Option<String>, longest: usize) {
        let Some(to) = wish else { return };
        if let Some(text) = to {
            if text.trim().is_empty() {
                self.errors.push(FieldError::new(pointer, "minLength", "say something, or `null` to take it away"));
            }
            self.errors.extend(too_long(pointer, text, longest));
        }
        now.clone_from(to);
    }

    fn names(&mut self, pointer: &str, wish: &Option<Vec<String>>, now: &mut Vec<String>) {
        let Some(to) = wish else { return };
        if to.len() > MOST_NAMES {
            self.errors.push(FieldError::new(pointer, "maxItems", format!("at most {MOST_NAMES} are kept")));
        }
        if to.iter().any(|name| name.trim().is_empty()) {
            self.errors.push(FieldError::new(pointer, "minLength", "a name is not empty"));
        }
        self.errors.extend(to.iter().find_map(|name| too_long(pointer, name, LONGEST_NAME)));
        now.clone_from(to);
        now.sort();
        now.dedup();
    }

    fn incident(&mut self, wish: &IncidentPatch, stated: &mut Stated) {
        let mut facts = stated.facts.incident.take().unwrap_or_default();
        let former = facts.service.clone();
        self.text("/incident/service", &wish.service, &mut facts.service, LONGEST_NAME);
        self.text("/incident/ci", &wish.ci, &mut facts.ci, LONGEST_NAME);
        self.text("/incident/workaround", &wish.workaround, &mut facts.workaround, LONGEST_TEXT);
        self.text("/incident/public_title", &wish.public_title, &mut facts.public_title, LONGEST_NAME);
        facts.known = wish.known.unwrap_or(facts.known);
        self.shown_to_all("/incident/known", "/incident/public_title", facts.known, facts.public_title.as_deref());
        if facts.service != former {
            stated.services.retain(|service| Some(service) != former.as_ref());
            stated.services.extend(facts.service.clone());
            stated.services.sort();
            stated.services.dedup();
        }
        stated.facts.incident = Some(facts).filter(|facts| *facts != IncidentFacts::default());
    }

    fn problem(&mut self, wish: &ProblemPatch, stated: &mut Stated) {
        let mut facts = stated.facts.problem.take().unwrap_or_default();
        self.text("/problem/root_cause", &wish.root_cause, &mut facts.root_cause, LONGEST_TEXT);
        self.text("/problem/workaround", &wish.workaround, &mut facts.workaround, LONGEST_TEXT);
        self.text("/problem/public_title", &wish.public_title, &mut facts.public_title, LONGEST_NAME);
        facts.known_error = wish.known_error.unwrap_or(facts.known_error);
        let title = facts.public_title.as_deref();
        self.shown_to_all("/problem/known_error", "/problem/public_title", facts.known_error, title);
        stated.facts.problem = Some(facts).filter(|facts| *facts != ProblemFacts::default());
    }

    /// What all are shown has a name for all, and is not confidential.
    fn shown_to_all(&mut self, flag: &str, name: &str, shown: bool, title: Option<&str>) {
        if shown && title.is_none() {
            self.errors.push(FieldError::new(name, "required", "Say what it is called where all are shown it."));
        }
        if shown && self.draft.ticket.restricted_to.is_some() {
            self.errors.push(FieldError::new(flag, "confidential", "A confidential ticket is not shown to all."));
        }
    }

    fn change(&mut self, wish: &ChangePatch, stated: &mut Stated) {
        let mut facts = stated.facts.change.take().unwrap_or_default();
        let (before, services) = (facts.clone(), stated.services.clone());
        if let Some(risk) = &wish.risk {
            let text = risk.as_ref().and_then(|risk| risk.text.as_ref());
            self.errors.extend(text.and_then(|text| too_long("/change/risk/text", text, LONGEST_TEXT)));
            facts.risk.clone_from(risk);
        }
        self.text("/change/plan", &wish.plan, &mut facts.plan, LONGEST_TEXT);
        self.text("/change/back_out", &wish.back_out, &mut facts.back_out, LONGEST_TEXT);
        self.text("/change/freeze_reason", &wish.freeze_reason, &mut facts.freeze_reason, LONGEST_REASON);
        self.names("/change/cis", &wish.cis, &mut facts.cis);
        self.names("/change/services", &wish.services, &mut stated.services);
        if let Some(window) = wish.window {
            if window.is_some_and(|window| window.from >= window.to) {
                self.errors.push(FieldError::new("/change/window", "minimum", "it ends after it begins"));
            }
            facts.window = window;
        }
        self.of_form(&before, &facts, services != stated.services);
        let touched = wish.window.is_some() || wish.services.is_some() || wish.freeze_reason.is_some();
        if touched {
            let says_why = matches!(wish.freeze_reason, Some(Some(_)));
            self.freeze(&mut facts, &stated.services, says_why);
        }
        stated.facts.change = Some(facts).filter(|facts| *facts != ChangeFacts::default());
    }

    /// What was approved is what the form says: while its workflow runs, none of it
    /// is exchanged behind the back of who approved it.
    fn of_form(&mut self, before: &ChangeFacts, now: &ChangeFacts, services: bool) {
        if !before.by_workflow || !self.runs() {
            return;
        }
        let level = |facts: &ChangeFacts| facts.risk.as_ref().map(|risk| risk.level);
        let exchanged = [
            ("/change/window", before.window != now.window),
            ("/change/risk", level(before).is_some() && level(before) != level(now)),
            ("/change/plan", before.plan.is_some() && before.plan != now.plan),
            ("/change/back_out", before.back_out.is_some() && before.back_out != now.back_out),
            ("/change/services", services),
        ];
        for (field, _) in exchanged.into_iter().filter(|(_, changed)| *changed) {
            let message = "the workflow goes by the form: correct it there, and the workflow begins anew with it";
            self.errors.push(FieldError::new(field, "of_form", message));
        }
    }

    /// Whether the script of the ticket is not over.
    fn runs(&self) -> bool {
        let ticket = &self.draft.ticket;
        ticket.status.is_open() && ticket.facts.dispatch.over != Some(ticket.run)
    }

    /// While changes rest the change manager alone lets one be done, and says why.
    fn freeze(&mut self, facts: &mut ChangeFacts, services: &[String], says_why: bool) {
        let policy = self.draft.policy();
        let freeze = facts.window.and_then(|window| policy.freeze(window.from, window.to, services));
        let Some(freeze) = freeze else {
            facts.freeze_reason = None;
            if says_why {
                let message = "it is done at no time in which changes rest for its services: there is nothing to say";
                self.errors.push(FieldError::new("/change/freeze_reason", "no_freeze", message));
            }
            return;
        };
        let managers = self.draft.world.people.holders(CHANGE_MANAGER, &policy.roles);
        let may = self
            .draft
            .doer
            .person()
            .is_none_or(|user| managers.contains(&user.id) || user.has(Role::ServiceRequestManager));
        if !may || facts.freeze_reason.is_none() {
            let message = format!(
                "Changes rest from {} to {} ({}): the change manager may say in `freeze_reason` why it is done then.",
                freeze.from, freeze.to, freeze.name
            );
            self.errors.push(FieldError::new("/change/window", "freeze", message));
        }
    }
}

/// Puts the facts on the ticket, and each that is new on record.
pub fn put(draft: &mut Draft<'_>, stated: Stated) {
    let fields = changed(&draft.ticket.facts, &stated.facts);
    let mut fields = fields.unwrap_or_default();
    if draft.ticket.marks.services != stated.services {
        let services = json!({"from": draft.ticket.marks.services, "to": stated.services});
        fields.insert(format!("{}.services", draft.ticket.kind.as_str()), services);
    }
    if fields.is_empty() {
        return;
    }
    draft.ticket.facts = stated.facts;
    draft.ticket.marks.services = stated.services;
    draft.log(EventType::FactsChanged, json!({"fields": fields}));
}

/// Every fact that is another now, `change.plan`, from old to new.
pub fn changed(from: &Facts, to: &Facts) -> Option<Map<String, Json>> {
    let (from, to) = (serde_json::to_value(from).ok()?, serde_json::to_value(to).ok()?);
    let mut fields = Map::new();
    for kind in ["incident", "problem", "change"] {
        let of = |facts: &Json| facts.get(kind).and_then(Json::as_object).cloned().unwrap_or_default();
        let (from, to) = (of(&from), of(&to));
        let names: std::collections::BTreeSet<&String> = from.keys().chain(to.keys()).collect();
        let stated = names.into_iter().filter(|name| *name != "by_workflow");
        for name in stated.filter(|name| from.get(*name) != to.get(*name)) {
            fields.insert(format!("{kind}.{name}"), json!({"from": from.get(name), "to": to.get(name)}));
        }
    }
    Some(fields)
}

/// 409 where policy wants facts of a change that nobody has stated.
pub fn check_required(draft: &Draft<'_>) -> Result<(), Refusal> {
    if draft.ticket.kind != Kind::Change {
        return Ok(());
    }
    let facts = draft.ticket.facts.change.clone().unwrap_or_default();
    let missing: Vec<&str> =
        draft.policy().changes.required.iter().map(String::as_str).filter(|name| !facts.has(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let detail = format!("Before a change is resolved these are on record: {}.", missing.join(", "));
    Err(Refusal::new(Code::IllegalOperation, detail))
}

/// What others find a ticket by follows from its facts: its place in the calendar
/// of changes, and whether all are shown it.
pub fn settle(draft: &mut Draft<'_>) {
    let found = |ticket: &crate::model::ticket::Ticket| (ticket.slot(), ticket.known().map(|_| ticket.item.clone()));
    let (slot, known) = found(&draft.ticket);
    let (slot_before, known_before) = draft.before().map(found).unwrap_or_default();
    if slot != slot_before {
        draft.changes().slot = Some(slot);
    }
    if known != known_before {
        draft.changes().known = Some(known.is_some());
    }
}
