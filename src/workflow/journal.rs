//! The rows of a run as a replay needs them: found by path, marked when the
//! script reaches them. Pure look-ups; what a row means is in `runner`.

use crate::model::journal::{JournalRow, Origin, RowKind};
use std::sync::{Arc, OnceLock};

/// The rows of one run that the script opened.
pub(super) struct Index {
    rows: Vec<Arc<JournalRow>>,
    /// Numbers of rows in the order of their paths; made when a row is looked
    /// for that is not the next one.
    by_path: OnceLock<Vec<usize>>,
}

/// Which rows a replay has reached.
#[derive(Default)]
pub(super) struct Reached {
    rows: Vec<bool>,
    /// The row behind the one reached last: as a rule the next that is wanted.
    next: usize,
    /// Paths of joins that are settled, each with a `/`: what lies below is not looked at.
    pinned: Vec<String>,
}

impl Index {
    pub(super) fn new(rows: Vec<Arc<JournalRow>>) -> Self {
        let own = rows.iter().all(|row| row.origin == Origin::Script);
        let rows = if own { rows } else { rows.into_iter().filter(|row| row.origin == Origin::Script).collect() };
        Self { rows, by_path: OnceLock::new() }
    }
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
    pub(super) fn rows(&self) -> &[Arc<JournalRow>] {
        &self.rows
    }
    fn find(&self, path: &str) -> Option<usize> {
        let at = |n: &usize| self.rows.get(*n).map(|row| row.path.as_str());
        let sorted = self.by_path.get_or_init(|| {
            let mut numbers: Vec<usize> = (0..self.rows.len()).collect();
            numbers.sort_by_key(at);
            numbers
        });
        let found = sorted.binary_search_by(|n| at(n).cmp(&Some(path))).ok()?;
        sorted.get(found).copied()
    }
    pub(super) fn reached(&self) -> Reached {
        Reached { rows: vec![false; self.rows.len()], next: 0, pinned: Vec::new() }
    }
    /// The row of step `number` in a branch, marked as reached. Its path is only
    /// made where the row is not the next one.
    pub(super) fn reach_step(&self, reached: &mut Reached, prefix: &str, number: u32) -> Option<&Arc<JournalRow>> {
        let is_it = |row: &JournalRow| row.path.strip_prefix(prefix).is_some_and(|rest| is_the_number(rest, number));
        let next = Some(reached.next).filter(|n| self.rows.get(*n).is_some_and(|row| is_it(row)));
        let n = next.or_else(|| self.find(&format!("{prefix}{number}")))?;
        reached.mark(n);
        self.rows.get(n)
    }
    /// The row at a path, marked as reached.
    pub(super) fn reach(&self, reached: &mut Reached, path: &str) -> Option<&Arc<JournalRow>> {
        let n = self.find(path)?;
        reached.mark(n);
        self.rows.get(n)
    }
    /// Whether anything of the journal lies at a path or below it.
    pub(super) fn has_at_or_below(&self, path: &str) -> bool {
        self.find(path).is_some()
            || self.rows.iter().any(|row| row.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
    }
    /// The effect of a name after the step at `base`: the one of that number,
    /// else the next that is not taken yet.
    pub(super) fn reach_effect(&self, reached: &mut Reached, base: &str, number: u32, name: &str) -> bool {
        let exact = format!("{base}e{number}");
        let next = Some(reached.next).filter(|n| self.rows.get(*n).is_some_and(|row| row.path == exact));
        if let Some(n) = next.or_else(|| self.find(&exact))
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
        self.rows.iter().map(Arc::as_ref).enumerate().filter(move |(_, row)| {
            row.kind == RowKind::Effect
                && row.path.strip_prefix(base).and_then(|rest| rest.strip_prefix('e')).is_some_and(is_number)
        })
    }
    /// The first row that the script should have reached and did not. Effects
    /// and markers of changes may come and go.
    pub(super) fn missed(&self, reached: &Reached) -> Option<&JournalRow> {
        self.rows
            .iter()
            .map(Arc::as_ref)
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
            self.next = n + 1;
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

/// Whether digits say a number, as paths do: without a nought before it.
fn is_the_number(digits: &str, number: u32) -> bool {
    let mut rest = number;
    let same = |digit: u8| {
        let last = rest % 10;
        rest /= 10;
        u32::from(digit) == u32::from(b'0') + last
    };
    digits.len() == number.checked_ilog10().unwrap_or(0) as usize + 1 && digits.bytes().rev().all(same)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
