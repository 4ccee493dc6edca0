//! The matrix of impact and urgency, what rank changes in it, and who may say
//! otherwise.

use super::Policy;
use super::build::Faults;
use super::schema::{By, GroupName, ImpactName, PriorityName, RoleName, UrgencyName};
use crate::model::people::{Role, User};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The matrix of impact and urgency.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriorityFile {
    /// Its rows.
    pub impacts: Vec<String>,
    /// Its columns.
    pub urgencies: Vec<String>,
    /// Urgencies that a requester may choose.
    #[serde(default)]
    #[schemars(with = "Vec<UrgencyName>")]
    pub requester_may: Vec<String>,
    /// Impacts that a requester may say; the first alone where nothing is said.
    #[schemars(with = "Option<Vec<ImpactName>>")]
    pub requester_impacts: Option<Vec<String>>,
    /// The roles that may set another priority, with a reason.
    #[serde(rename = "override")]
    #[schemars(with = "Option<Vec<RoleName>>", extend("default" = ["service_request_manager"]))]
    pub overriders: Option<Vec<String>>,
    /// By impact its priorities, one for each urgency.
    #[schemars(with = "By<ImpactName, Vec<String>>")]
    pub matrix: BTreeMap<String, Vec<String>>,
}

/// Very important people.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VipFile {
    /// The groups whose members they are.
    #[serde(default)]
    #[schemars(with = "Vec<GroupName>")]
    pub groups: Vec<String>,
    /// Steps of priority gained.
    #[serde(default)]
    pub raise: usize,
    /// Never better than this by rank alone.
    #[schemars(with = "Option<PriorityName>")]
    pub best: Option<String>,
    /// The role that is told of each of their tickets.
    #[schemars(with = "Option<RoleName>")]
    pub tell: Option<String>,
    /// Whether somebody goes to see them.
    #[serde(default)]
    pub on_site: bool,
    /// The roles that see who is one; all staff where nothing is said.
    #[schemars(with = "Option<Vec<RoleName>>")]
    pub seen_by: Option<Vec<String>>,
}

/// `[vip]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vip {
    /// Whose members are VIPs.
    pub groups: Vec<String>,
    /// Steps of priority gained.
    pub raise: usize,
    /// Never better than this by rank alone.
    pub best: Option<String>,
    /// The role that is told of each of their tickets.
    pub tell: Option<String>,
    /// Whether somebody goes to see them.
    pub on_site: bool,
    /// The roles that see who is one; all staff when absent.
    pub seen_by: Option<Vec<String>>,
}

/// `[priority]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Rows.
    pub impacts: Vec<String>,
    /// Columns.
    pub urgencies: Vec<String>,
    /// Urgencies that a requester may choose.
    pub requester_may: BTreeSet<String>,
    /// Impacts that a requester may say; the first alone where the file says nothing.
    pub requester_impacts: BTreeSet<String>,
    /// The roles that may set another priority, with a reason.
    pub overriders: Vec<String>,
    /// Cells by row.
    pub cells: BTreeMap<String, Vec<String>>,
}

impl Policy {
    /// Whether somebody may set another priority than the matrix says.
    pub fn may_override(&self, user: &User) -> bool {
        self.matrix.overriders.iter().any(|role| self.holds_role(user, role))
    }

    /// Whether somebody sees who is a VIP.
    pub fn sees_vips(&self, user: &User) -> bool {
        let named = |roles: &Vec<String>| roles.iter().any(|role| self.holds_role(user, role));
        user.is_staff() && self.vip.seen_by.as_ref().is_none_or(named)
    }

    /// Whether somebody holds a role, or is named for it in `[roles]`.
    fn holds_role(&self, user: &User, role: &str) -> bool {
        let named = self.roles.get(role).is_some_and(|names| names.contains(&user.username));
        named || Role::parse(role).is_some_and(|role| user.has(role))
    }
}

/// Names roles that neither the desk nor `[roles]` knows.
fn check_roles(roles: &[String], own: &BTreeMap<String, Vec<String>>, faults: &mut Faults<'_>) {
    for role in roles.iter().filter(|role| Role::parse(role).is_none() && !own.contains_key(*role)) {
        let built_in = Role::ALL.into_iter().map(|role| -> &str { role.as_str() });
        let known: Vec<&str> = built_in.chain(own.keys().map(String::as_str)).collect();
        faults.unknown("role", role, known);
    }
}

impl Vip {
    /// The rules of the file.
    pub(super) fn of(
        file: VipFile,
        priorities: &BTreeSet<String>,
        roles: &BTreeMap<String, Vec<String>>,
        faults: &mut Faults<'_>,
    ) -> Self {
        if let Some(best) = file.best.as_deref().filter(|best| !priorities.contains(*best)) {
            faults.unknown("priority", best, priorities.iter().map(String::as_str));
        }
        check_roles(file.tell.as_slice(), roles, faults);
        check_roles(file.seen_by.as_deref().unwrap_or_default(), roles, faults);
        Self {
            groups: file.groups,
            raise: file.raise,
            best: file.best,
            tell: file.tell,
            on_site: file.on_site,
            seen_by: file.seen_by,
        }
    }
}

impl Matrix {
    /// The matrix of the file. Where it does not say who may set another
    /// priority, the service request manager may.
    pub(super) fn of(file: PriorityFile, roles: &BTreeMap<String, Vec<String>>, faults: &mut Faults<'_>) -> Self {
        for (impact, row) in &file.matrix {
            if !file.impacts.contains(impact) {
                faults.unknown("impact", impact, file.impacts.iter().map(String::as_str));
            }
            if row.len() != file.urgencies.len() {
                let (cells, urgencies) = (row.len(), file.urgencies.len());
                faults.add(impact, format!("the row `{impact}` has {cells} cells for {urgencies} urgencies"));
            }
        }
        for impact in file.impacts.iter().filter(|impact| !file.matrix.contains_key(*impact)) {
            faults.add(impact, format!("the matrix has no row for the impact \"{impact}\""));
        }
        for urgency in file.requester_may.iter().filter(|urgency| !file.urgencies.contains(urgency)) {
            faults.unknown("urgency", urgency, file.urgencies.iter().map(String::as_str));
        }
        for impact in file.requester_impacts.iter().flatten().filter(|impact| !file.impacts.contains(impact)) {
            faults.unknown("impact", impact, file.impacts.iter().map(String::as_str));
        }
        let first = || file.impacts.first().cloned().into_iter().collect();
        let requester_impacts = file.requester_impacts.map_or_else(first, |named| named.into_iter().collect());
        let manager = || vec![Role::ServiceRequestManager.as_str().to_owned()];
        let overriders = file.overriders.unwrap_or_else(manager);
        check_roles(&overriders, roles, faults);
        Self {
            impacts: file.impacts,
            urgencies: file.urgencies,
            requester_may: file.requester_may.into_iter().collect(),
            requester_impacts,
            overriders,
            cells: file.matrix,
        }
    }
}
