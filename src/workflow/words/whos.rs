//! `user`, `group`, `local_group`, `supplier`, `role`, `manager_of`, `lead_of`: opaque references to people.
//! The desk resolves them when a step opens; a replay looks nobody up.

use super::text;
use crate::model::who::Who;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::records::{who_of, who_value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Directory, Param, Spec};

/// `user("ann")`.
pub(in crate::workflow) static USER: Spec = Spec {
    doc: "A person by username.",
    example: r#"approval("Data owner", user("ann"));"#,
    arity: (1, 1),
    params: &[Param::Person(Directory::Users)],
    hints: &[Hint::Text],
    ..Spec::new("user", "user(username)", |_, call| Ok(who_value(Who::User(text(&USER, call, 0, "the username")?))))
};

/// `group("finance")`.
pub(in crate::workflow) static GROUP: Spec = Spec {
    doc: "A group by name.",
    example: r#"assign(group("service-desk"));"#,
    arity: (1, 1),
    params: &[Param::Person(Directory::Groups)],
    hints: &[Hint::Text],
    ..Spec::new("group", "group(name)", |_, call| Ok(who_value(Who::Group(text(&GROUP, call, 0, "the name")?))))
};

/// `local_group("field-support")`.
pub(in crate::workflow) static LOCAL_GROUP: Spec = Spec {
    doc: "A group's branch at the ticket's location, as the policy names it; else the group itself.",
    example: r#"task("Replace the toner", local_group("field-support"));"#,
    arity: (1, 1),
    params: &[Param::Person(Directory::Groups)],
    hints: &[Hint::Text],
    ..Spec::new("local_group", "local_group(name)", |_, call| {
        Ok(who_value(Who::LocalGroup(text(&LOCAL_GROUP, call, 0, "the name")?)))
    })
};

/// `supplier("Contoso")`.
pub(in crate::workflow) static SUPPLIER: Spec = Spec {
    doc: "Who deals with a supplier: the `group` or `user` that `schemas/lists/suppliers.csv` names beside its `name`.",
    example: r#"task("Quote", supplier("Contoso"), #{ within: "5wd", on_timeout: "go_on" });"#,
    arity: (1, 1),
    params: &[Param::Person(Directory::Suppliers)],
    hints: &[Hint::Text],
    ..Spec::new("supplier", "supplier(name)", |_, call| {
        Ok(who_value(Who::Supplier(text(&SUPPLIER, call, 0, "the name")?)))
    })
};

/// `role("change_manager")`.
pub(in crate::workflow) static ROLE: Spec = Spec {
    doc: "Whoever holds a role: a built-in one, or one of the policy.",
    example: r#"approval("Exception", role("service_request_manager"));"#,
    arity: (1, 1),
    params: &[Param::Person(Directory::Roles)],
    hints: &[Hint::Text],
    ..Spec::new("role", "role(name)", |_, call| Ok(who_value(Who::Role(text(&ROLE, call, 0, "the name")?))))
};

/// `manager_of(requested_for)`.
pub(in crate::workflow) static MANAGER_OF: Spec = Spec {
    doc: "A person's line manager.",
    example: r#"approval("Line manager", manager_of(requested_for));"#,
    arity: (1, 1),
    params: &[Param::OneWho],
    hints: &[Hint::Object],
    ..Spec::new("manager_of", "manager_of(person)", manager_of)
};

/// `lead_of(group("line-2"))`.
pub(in crate::workflow) static LEAD_OF: Spec = Spec {
    doc: "A group's lead. A department is the group of its name.",
    example: r#"approval("Lead", lead_of(group("line-2")));
approval("Budget holder", lead_of(requested_for.department));"#,
    arity: (1, 1),
    params: &[Param::OneWho],
    hints: &[Hint::Object],
    ..Spec::new("lead_of", "lead_of(group)", lead_of)
};

fn one(spec: &Spec, call: &Call<'_>, wanted: &str) -> Result<Who, Stop> {
    let value = call.value(0)?;
    value.object().and_then(who_of).ok_or_else(|| {
        let message = format!("{}: {wanted} is asked for here, not {}", spec.name, value.type_name());
        Stop::fault_with("who", message, Some("write user(\"…\"), group(\"…\") or requested_for".to_owned()))
    })
}

fn manager_of(_: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    match one(&MANAGER_OF, call, "a person")? {
        Who::Group(name) => {
            let hint = format!("write lead_of(group(\"{name}\"))");
            Err(Stop::fault_with("who", "manager_of: a group has a lead, not a manager", Some(hint)))
        }
        Who::LocalGroup(_) | Who::Supplier(_) => Err(Stop::fault("who", "manager_of: only a person has a manager")),
        Who::Role(_) => Err(Stop::fault("who", "manager_of: a role has no manager")),
        person => Ok(who_value(Who::ManagerOf(Box::new(person)))),
    }
}

fn lead_of(_: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    match call.value(0)? {
        // A department: the group of its name.
        Value::Text(name) => return Ok(who_value(Who::LeadOf(Box::new(Who::Group(name))))),
        // Whoever is in no department has no head: the last resort decides.
        Value::Unit => return Ok(who_value(Who::LeadOf(Box::new(Who::Group(String::new()))))),
        _ => {}
    }
    match one(&LEAD_OF, call, "a group")? {
        group @ (Who::Group(_) | Who::LocalGroup(_)) => Ok(who_value(Who::LeadOf(Box::new(group)))),
        _ => {
            let hint = "write lead_of(group(\"…\")), or manager_of(person)".to_owned();
            Err(Stop::fault_with("who", "lead_of: only a group has a lead", Some(hint)))
        }
    }
}
