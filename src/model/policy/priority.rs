//! The matrix of impact and urgency, and what rank changes in it.

use std::collections::{BTreeMap, BTreeSet};

/// `[vip]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vip {
    /// Whose members are VIPs.
    pub groups: Vec<String>,
    /// Steps of priority gained.
    pub raise: usize,
    /// Never better than this by rank alone.
    pub best: Option<String>,
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
    /// Cells by row.
    pub cells: BTreeMap<String, Vec<String>>,
}
