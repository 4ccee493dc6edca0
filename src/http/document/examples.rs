//! Examples of answers, for the documentation: one laptop on its way.

pub use super::asked_examples::{codes, inbox_entry};
pub use super::author_examples::{
    file_entry, file_text, findings, job, job_run, plugin, policy_read, running_job, trial,
};
pub use super::recorded_examples::{appointment, attachment, staged, work};
use serde_json::{Value as Json, json};

const STEP: &str = "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11";
pub(super) const MORNING: &str = "2026-01-06T06:05:00.000000Z";
const DUE: &str = "2026-01-08T06:05:00.000000Z";

pub(super) fn person(username: &str, name: &str) -> Json {
    json!({"username": username, "name": name})
}

/// A ticket that waits for an approval.
pub fn ticket() -> Json {
    serde_json::from_str(include_str!("ticket.json")).unwrap_or_default()
}

/// The approval that it waits for.
pub fn step() -> Json {
    json!({
        "id": STEP, "ticket": "SR-000123", "run": 1, "path": "0", "origin": "script", "kind": "approval",
        "name": "Line manager", "about": null, "text": null, "state": "open",
        "for": {"users": [person("max", "Max Lim")], "groups": []},
        "arguments": {"show": {"model": "pro"}},
        "quorum": {"needed": 1, "of": 1, "approved": 0, "rejected": 0}, "votes": [],
        "seen": "9f2c1d", "outcome": null, "output": null, "comment": null, "answered_by": null,
        "opened_at": MORNING, "due_at": DUE, "answered_at": null,
    })
}

/// The same step, approved.
pub fn answered_step() -> Json {
    let mut step = step();
    let answer = json!({"state": "done", "outcome": "approved", "comment": "Fine.", "answered_at": DUE,
        "answered_by": person("max", "Max Lim"),
        "quorum": {"needed": 1, "of": 1, "approved": 1, "rejected": 0},
        "votes": [{"by": person("max", "Max Lim"), "outcome": "approved", "comment": "Fine.", "at": DUE}]});
    if let (Some(step), Json::Object(answer)) = (step.as_object_mut(), answer) {
        step.extend(answer);
    }
    step
}

/// An approval that the handler asked for.
pub fn own_step() -> Json {
    let mut step = step();
    let own = json!({"path": "m1", "origin": "person", "name": "Head of IT",
        "for": {"users": [person("sam", "Sam Roth")], "groups": []},
        "arguments": {"amount": {"amount": "800.00", "currency": "EUR"}, "show": {"plan": "Two engineers for a day."},
                      "mandatory": true, "opened_by": "dora"}});
    if let (Some(step), Json::Object(own)) = (step.as_object_mut(), own) {
        step.extend(own);
    }
    step
}

/// A view that is shared with a group.
pub fn saved_view() -> Json {
    json!({"id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21", "name": "Laptops to hand over", "owner": "dora",
        "filters": "item=laptop&waiting_on=task", "sort": "resolve_due", "columns": ["number", "requested_for", "location"],
        "shared": "group", "group": "service-desk", "changeable": true, "created_at": MORNING, "updated_at": MORNING})
}

/// Two queues with their counts.
pub fn queues() -> Json {
    json!({"items": [
        {"key": "my_open", "name": "My open tickets", "filters": "status=new,accepted,assigned,escalated&mine=true",
         "sort": "-created_at", "count": "7"},
        {"key": "view/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21", "name": "Laptops to hand over",
         "view": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b21", "filters": "item=laptop&waiting_on=task",
         "sort": "resolve_due", "count": "10000+"},
    ], "next_cursor": null})
}

/// A sign-in.
pub fn audit() -> Json {
    json!({"position": 4711, "at": MORNING, "actor": person("dora", "Dora Beck"), "type": "session.begun", "object": null,
        "origin": {"address": "192.0.2.7", "door": "none", "agent": "browser"}, "data": {}})
}

/// What became of two tickets of a call.
pub fn bulk() -> Json {
    let refused = json!({"type": "/problems/illegal_operation", "code": "illegal_operation",
        "title": "Not allowed as things stand", "status": 409, "detail": "A ticket that is closed cannot be given `assign`.",
        "request_id": "5d0c0f3b8a5e4c1f9f2a7b6c8d9e0f1a", "allowed": ["comment"]});
    json!({"items": [{"of": "SR-000123", "status": 200, "version": 8},
        {"of": "SR-000124", "status": 409, "problem": refused}], "done": 1, "refused": 1})
}

/// What a correction would mean.
pub fn correction() -> Json {
    let max = json!([person("max", "Max Lim")]);
    json!({
        "run": 2, "kept": [], "undecided": [],
        "lost": [{"step": STEP, "kind": "approval", "name": "Line manager", "by": max,
            "reason": "what they saw is not what would be asked now", "fields": ["model"]}],
        "opens": [{"kind": "approval", "name": "Line manager", "party": "person", "for": ["Max Lim"],
            "since": MORNING, "due_at": DUE}],
        "stuck": false,
    })
}

/// Why a ticket waits.
pub fn explanation() -> Json {
    json!({
        "ticket": "SR-000123", "version": 3, "of": "wait",
        "sentence": "waits for Max Lim’s approval (Line manager) since Tue 6 Jan 2026, 14:05, due Thu 8 Jan 2026, 14:05",
        "steps": [{
            "step": STEP, "kind": "approval", "name": "Line manager", "for": ["Max Lim"], "since": MORNING, "due_at": DUE,
            "moves_on": "Max Lim approves or rejects it",
            "next": [{"at": DUE, "what": "the next level is asked as well"}], "level": 0,
            "asked": ["manager_of(ann)"], "place": {"source": "workflows/laptop.rhai", "line": 5, "column": 1},
            "inputs": {"on_timeout": "escalate"},
        }],
        "because": ["Tue 13 Jan 2026, 18:00: it must be resolved"],
    })
}

/// An entry of the log.
pub fn event() -> Json {
    json!({"seq": 1, "at": MORNING, "actor": {"type": "person", "id": "0199d7a4-0000-7000-8000-000000000001", "name": "Ann Lee"},
           "type": "ticket.submitted", "data": {"item": "laptop", "run": 1}})
}

/// Something said.
pub fn comment() -> Json {
    json!({"id": STEP, "author": person("dora", "Dora Weiss"), "at": MORNING, "internal": false,
           "text": "It is on its way.", "awaits_reply": false, "edited_at": null})
}

/// Somebody who watches.
pub fn watcher() -> Json {
    json!({"person": person("max", "Max Lim"), "by": person("dora", "Dora Weiss"), "since": MORNING})
}

/// A text that is sent again and again.
pub fn canned_reply() -> Json {
    json!({"name": "vpn-how-to", "title": "How to set up VPN", "texts": {"en": "Dear {requester.name}, …"},
           "visibility": "all", "owner": person("kim", "Kim Novak"), "group": null, "item": null,
           "category": "technical", "editable": false, "created_at": MORNING, "updated_at": MORNING, "version": 1})
}

/// The same for one ticket.
pub fn rendered_reply() -> Json {
    json!({"name": "vpn-how-to", "language": "en", "text": "Dear Ann Lee, …"})
}

/// Something that was begun.
pub fn draft() -> Json {
    json!({"key": "tickets/SR-000123/comment", "data": {"text": "Dear Ann, "}, "updated_at": MORNING, "expires_at": DUE})
}

/// A link.
pub fn link() -> Json {
    json!({"type": "caused_by", "to": "PRB-000124", "title": "The switch of floor 3", "status": "assigned", "since": MORNING})
}

/// Somebody who is hit as well.
pub fn affected() -> Json {
    json!({"person": person("ann", "Ann Lee"), "at": MORNING, "note": "In Shanghai, too."})
}

/// What all may know of an incident.
pub fn known() -> Json {
    json!({"number": "INC-000123", "kind": "incident", "item": "incident", "title": "Mail is slow", "workaround": null,
           "service": "mail", "since": MORNING, "affected": 3, "mine": false})
}

/// A message to the caller.
pub fn notification() -> Json {
    json!({"id": STEP, "ticket": "SR-000123", "at": MORNING, "text": "Your laptop is ready.", "read_at": null})
}

/// The caller.
pub fn me() -> Json {
    json!({"username": "ann", "name": "Ann Lee", "roles": ["requester"], "policy_roles": [], "categories": [], "may": ["ask"], "groups": [], "staff": false, "language": "en", "zone": "Asia/Shanghai"})
}

/// An API token.
pub fn token() -> Json {
    json!({"id": STEP, "name": "monitoring", "created_at": MORNING, "expires_at": null})
}

/// An absence.
pub fn absence() -> Json {
    json!({"id": STEP, "person": person("max", "Max Lim"), "substitute": person("mia", "Mia Wolf"), "from": MORNING,
           "to": DUE, "scope": {"kinds": ["approval"]}, "state": "planned", "registered_by": person("max", "Max Lim"),
           "registered_at": MORNING})
}

/// A workflow in the list.
pub fn workflow() -> Json {
    json!({"name": "laptop", "version": "9f2c1d…", "items": ["laptop"], "doc": "A laptop: the line manager agrees."})
}

/// A workflow with its text.
pub fn workflow_text() -> Json {
    json!({"name": "laptop", "version": "9f2c1d…", "items": ["laptop"], "doc": "", "path": "workflows/laptop.rhai",
           "source": "sla(\"hardware\");\nresolve(\"done\");\n"})
}

/// A text that a workflow had.
pub fn workflow_version() -> Json {
    json!({"release": STEP, "at": MORNING, "author": "ada", "note": "shorter", "hash": "9f2c1d…"})
}

/// A form with its text.
pub fn schema_text() -> Json {
    json!({"name": "laptop", "version": "5b41…", "schema": {"type": "object"}, "source": "{\"type\": \"object\"}\n"})
}

/// A file that the API changed.
pub fn drift() -> Json {
    json!({"path": "workflows/laptop.rhai", "change": "changed", "release": STEP})
}

/// What a new version would mean.
pub fn plan() -> Json {
    json!({"unchanged": 41, "further": [{"number": "SR-000123", "steps": ["Security"]}],
           "diverging": [{"number": "SR-000124", "line": 12, "reason": "step 1: the journal has task \"two\" …"}]})
}

/// What came of publishing.
pub fn publication() -> Json {
    json!({"release": STEP, "changed": ["workflows/laptop.rhai"], "migrated": ["SR-000123"], "kept": []})
}

/// A release that waits for a second pair of eyes.
pub fn proposed_publication() -> Json {
    json!({"release": STEP, "changed": [], "migrated": [], "kept": [], "proposal": STEP})
}

/// A proposed release.
pub fn proposal() -> Json {
    json!({"id": STEP, "at": MORNING, "author": "ada", "note": "shorter", "paths": ["workflows/laptop.rhai"],
           "state": "open", "decided_by": null, "decided_at": null, "reason": null, "release": null})
}

/// A proposed release with what it would mean.
pub fn proposal_detail() -> Json {
    let mut proposal = proposal();
    let more = json!({"outdated": [], "faults": [], "plan": {"unchanged": 3, "further": [], "diverging": []},
        "changes": [{"path": "workflows/laptop.rhai", "change": "changed", "diff": "@@ -1 +1 @@"}]});
    if let (Some(proposal), Json::Object(more)) = (proposal.as_object_mut(), more) {
        proposal.extend(more);
    }
    proposal
}

/// A release in the list.
pub fn release() -> Json {
    json!({"id": STEP, "parent": null, "at": MORNING, "author": "ada", "note": "shorter"})
}

/// A release with what it changed.
pub fn release_detail() -> Json {
    json!({"id": STEP, "parent": null, "at": MORNING, "author": "ada", "note": "shorter",
           "changes": [{"path": "workflows/laptop.rhai", "change": "changed", "diff": "@@ -1 +1 @@\n-old\n+new\n"}]})
}

/// A list of one.
pub fn list(item: Json) -> Json {
    json!({"items": [item], "next_cursor": null})
}

/// A catalog item in the list.
pub fn item() -> Json {
    json!({"item": "laptop", "title": "Laptop", "description": "A new or replacement laptop.", "kind": "request",
           "category": "technical", "category_name": "Technical", "new": false,
           "price": {"amount": "0.00", "currency": "EUR"}})
}

/// A category of the catalog.
pub fn category() -> Json {
    json!({"category": "technical", "name": "Technical", "count": 8})
}

/// A template of the gallery.
pub fn template() -> Json {
    json!({"name": "badge-lost", "title": "Lost badge", "kind": "request", "category": "facilities",
           "description": "The badge is gone: it is locked at once, a new one is made."})
}

/// A template with its files.
pub fn template_with_files() -> Json {
    json!({"name": "badge-lost", "title": "Lost badge", "kind": "request", "category": "facilities",
           "description": "The badge is gone: it is locked at once, a new one is made.",
           "files": {"workflows/badge-lost.rhai": "//! A lost badge: locked before anybody is asked.\n…"}})
}

/// Why somebody may ask for an item.
pub fn access() -> Json {
    json!({"item": "laptop", "user": "ann", "may_see": true, "may_ask": true, "on_behalf": true,
           "because": [{"rule": "available_to.departments", "value": "*", "effect": "grants"}]})
}

/// A catalog item with its form.
pub fn item_with_form() -> Json {
    let mut item = item();
    let form = json!({
        "version": "5b41…",
        "schema": {"type": "object", "required": ["model"], "additionalProperties": false, "properties": {
            "model": {"oneOf": [{"const": "light", "title": "Light 13", "x-price": "900.00"},
                                {"const": "pro", "title": "Pro 16", "x-price": "2100.00"}]},
            "reason": {"type": "string"}}},
        "uiSchema": {"reason": {"ui:widget": "textarea"}}});
    if let (Some(item), Json::Object(form)) = (item.as_object_mut(), form) {
        item.extend(form);
    }
    item
}

/// What a laptop would come to.
pub fn preview() -> Json {
    let step = |node: &str, kind: &str, name: &str, asks: Json, when: Option<&str>| {
        json!({"node": node, "kind": kind, "name": name, "about": null, "for": asks,
               "needed": (kind == "approval").then_some(1), "due_in": "2wd", "on_timeout": "escalate", "when": when})
    };
    let manager = json!({"users": [person("max", "Max Lim")], "groups": []});
    json!({
        "steps": [step("n1", "approval", "Line manager", manager, None)],
        "cost": {"currency": "EUR", "estimated": "2100.00", "confirmed": null, "actual": null, "lines": []},
        "respond_due": DUE, "resolve_due": null,
        "graph": {
            "nodes": [
                {"id": "n0", "kind": "start", "label": "start"},
                {"id": "n1", "kind": "step", "step": "approval", "label": "Line manager", "for": ["Max Lim"],
                 "due_in": "2wd", "on_timeout": "escalate"},
                {"id": "n2", "kind": "end", "label": "succeeded: Delivered ‹asset::reserve.tag›"},
                {"id": "n3", "kind": "end", "label": "approval_rejected"},
            ],
            "edges": [
                {"from": "n0", "to": "n1", "label": ""},
                {"from": "n1", "to": "n2", "label": "approved"},
                {"from": "n1", "to": "n3", "label": "rejected"},
            ],
        },
    })
}

/// A person in a picker.
pub fn found_person() -> Json {
    json!({"username": "dora", "name": "Dora Weiss", "department": "IT", "location": "Shanghai"})
}

/// A group in a picker.
pub fn group() -> Json {
    json!({"name": "service-desk", "line": 1})
}

/// A person's record.
pub fn user() -> Json {
    json!({"username": "dora", "name": "Dora Petrova", "email": "dora@example.org", "phone": null, "department": "IT",
           "location": "Berlin", "language": "en", "zone": "Europe/Berlin", "manager": "sam", "substitute": null,
           "roles": ["requester", "agent"], "categories": [], "groups": ["service-desk"], "skills": ["laptop"], "profile": "expert",
           "calendar": null, "active": true})
}

/// A person who was just added.
pub fn welcome() -> Json {
    let mut user = user();
    if let Some(user) = user.as_object_mut() {
        user.insert("password".to_owned(), json!("9f2c1d…"));
    }
    user
}

/// A group as staff see it.
pub fn whole_group() -> Json {
    let mut member = person("dora", "Dora Petrova");
    if let Some(member) = member.as_object_mut() {
        member.extend([("skills".to_owned(), json!(["laptop"])), ("profile".to_owned(), json!("expert"))]);
        member.insert("active".to_owned(), json!(true));
    }
    json!({"name": "service-desk", "line": 1, "lead": null, "members": [member], "calendar": "berlin", "capacity": 12,
           "desk": "hq", "priorities": {"P1": ["dora"]}})
}

/// How much work lies with a person.
pub fn load() -> Json {
    json!({"username": "dora", "name": "Dora Petrova", "tickets": 4, "by_priority": {"P2": 1, "P3": 3}, "steps": 2,
           "absent_until": null, "awake": true})
}

/// How much work lies with a group.
pub fn group_load() -> Json {
    json!({"group": "service-desk", "tickets": 7, "unassigned": 3, "overdue": 0, "by_priority": {"P2": 1, "P3": 6},
           "capacity": 12, "members": [load()]})
}

/// A row of a list.
pub fn row() -> Json {
    json!({"value": "4711", "label": "Marketing"})
}

/// An API token that was just made.
pub fn made_token() -> Json {
    let mut token = token();
    if let Some(token) = token.as_object_mut() {
        token.insert("secret".to_owned(), json!("qk1V…"));
    }
    token
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::directory::{GroupView, Welcome};
    use crate::desk::preview::PreviewView;
    use crate::desk::views::GroupLoad;
    use crate::model::view::{AbsenceView, CommentView, EventView, NotificationView, StepView, TicketView};
    use crate::model::view::{AffectedView, KnownView, LinkView};

    #[test]
    fn examples_are_what_they_are_examples_of() {
        assert!(serde_json::from_value::<TicketView>(ticket()).is_ok());
        assert!(serde_json::from_value::<StepView>(step()).is_ok());
        assert!(serde_json::from_value::<StepView>(answered_step()).is_ok());
        assert!(serde_json::from_value::<StepView>(own_step()).is_ok());
        assert!(serde_json::from_value::<EventView>(event()).is_ok());
        assert!(serde_json::from_value::<CommentView>(comment()).is_ok());
        assert!(serde_json::from_value::<LinkView>(link()).is_ok());
        assert!(serde_json::from_value::<AffectedView>(affected()).is_ok());
        assert!(serde_json::from_value::<KnownView>(known()).is_ok());
        assert!(serde_json::from_value::<PreviewView>(preview()).is_ok());
        assert!(serde_json::from_value::<NotificationView>(notification()).is_ok());
        assert!(serde_json::from_value::<AbsenceView>(absence()).is_ok());
        assert!(serde_json::from_value::<Welcome>(welcome()).is_ok());
        assert!(serde_json::from_value::<GroupView>(whole_group()).is_ok());
        assert!(serde_json::from_value::<GroupLoad>(group_load()).is_ok());
    }
}
