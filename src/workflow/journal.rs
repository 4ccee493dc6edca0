//! The rows of a run as a replay needs them: found by path, marked when the
//! script reaches them. Pure look-ups; what a row means is in `runner`.

use crate::model::journal::{JournalRow, Origin, RowKind};
use std::collections::HashMap;

/// The rows of one run that the script opened.
pub(super) struct Index {
    rows: Vec<JournalRow>,
    by_path: HashMap<String, usize>,
}

/// Which rows a replay has reached.
#[derive(Default)]
pub(super) struct Reached {
    rows: Vec<bool>,
    /// Paths of joins that are settled, each with a `/`: what lies below is not looked at.
    pinned: Vec<String>,
}

impl Index {
    pub(super) fn new(rows: Vec<JournalRow>) -> Self {
        let rows: Vec<JournalRow> = rows.into_iter().filter(|row| row.origin == Origin::Script).collect();
        let by_path = rows.iter().enumerate().map(|(n, row)| (row.path.clone(), n)).collect();
        Self { rows, by_path }
    }
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
    pub(super) fn rows(&self) -> &[JournalRow] {
        &self.rows
    }
    pub(super) fn reached(&self) -> Reached {
        Reached { rows: vec![false; self.rows.len()], pinned: Vec::new() }
    }
    /// The row at a path, marked as reached.
    pub(super) fn reach(&self, reached: &mut Reached, path: &str) -> Option<&JournalRow> {
        let n = *self.by_path.get(path)?;
        reached.mark(n);
        self.rows.get(n)
    }
    /// Whether anything of the journal lies at a path or below it.
    pub(super) fn has_at_or_below(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
            || self.rows.iter().any(|row| row.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
    }
    /// The effect of a name after the step at `base`: the one of that number,
    /// else the next that is not taken yet.
    pub(super) fn reach_effect(&self, reached: &mut Reached, base: &str, number: u32, name: &str) -> bool {
        if let Some(n) = self.by_path.get(&format!("{base}e{number}")).copied()
            && !reached.is(n)
            && self.rows.get(n).is_some_and(|row| row.kind == RowKind::Effect && row.name == name)
        {
            reached.mark(n);
            return true;
        }
        let found = self.effects_after(base).find(|(n, row)| row.name == name && !reached.is(*n));
        match found {
            Some((n, _)) => {
                reached.mark(n);
                true
            }
            None => false,
        }
    }
    /// The highest number of an effect after the step at `base`.
    pub(super) fn last_effect(&self, base: &str) -> u32 {
        self.effects_after(base).filter_map(|(_, row)| row.path.get(base.len() + 1..)?.parse().ok()).max().unwrap_or(0)
    }
    fn effects_after<'a>(&'a self, base: &'a str) -> impl Iterator<Item = (usize, &'a JournalRow)> {
        self.rows.iter().enumerate().filter(move |(_, row)| {
            row.kind == RowKind::Effect
                && row.path.strip_prefix(base).and_then(|rest| rest.strip_prefix('e')).is_some_and(is_number)
        })
    }
    /// The first row that the script should have reached and did not. Effects
    /// and markers of changes may come and go.
    pub(super) fn missed(&self, reached: &Reached) -> Option<&JournalRow> {
        self.rows
            .iter()
            .enumerate()
            .filter(|(n, row)| {
                !matches!(row.kind, RowKind::Effect | RowKind::Patch)
                    && !reached.is(*n)
                    && !reached.is_pinned(&row.path)
            })
            .map(|(_, row)| row)
            .min_by_key(|row| row.position)
    }
}

impl Reached {
    fn mark(&mut self, n: usize) {
        if let Some(reached) = self.rows.get_mut(n) {
            *reached = true;
        }
    }
    fn is(&self, n: usize) -> bool {
        self.rows.get(n).copied().unwrap_or(false)
    }
    /// Everything below a join is settled with it.
    pub(super) fn pin(&mut self, join: &str) {
        self.pinned.push(format!("{join}/"));
    }
    fn is_pinned(&self, path: &str) -> bool {
        self.pinned.iter().any(|join| path.starts_with(join.as_str()))
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
