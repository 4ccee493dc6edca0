//! Every code that a fault may have, with what it means and what to do: one
//! table, which the error pages of `docs/errors/` and `GET /problems/{code}` are
//! made from. A code is never renamed; each is known here before it is used.

mod files;
mod running;
mod scripts;

use std::fmt::Write as _;

/// One kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultKind {
    /// Its code, `unknown_group`.
    pub code: &'static str,
    /// In a few words.
    pub title: &'static str,
    /// What it means and why it is a fault.
    pub meaning: &'static str,
    /// How it is mended.
    pub remedy: &'static str,
    /// What comes to it.
    pub sample: Sample,
}

/// Something that comes to a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A workflow; `check` finds it.
    Checked(&'static str),
    /// A workflow that passes the check and is stuck when it is run.
    Run(&'static str),
    /// A part of another file of the content, or a situation in words.
    Told(&'static str),
}

/// Makes a table of kinds.
macro_rules! kinds {
    ($($code:ident, $title:literal, $meaning:literal, $remedy:literal, $how:ident($sample:expr);)*) => {
        use super::{FaultKind, Sample};
        pub(super) const KINDS: &[FaultKind] = &[$(FaultKind {
            code: stringify!($code), title: $title, meaning: $meaning, remedy: $remedy, sample: Sample::$how($sample),
        }),*];
    };
}
use kinds;

/// Where the pages lie in the repository.
pub const PAGE: &str = "docs/errors/README.md";

/// All kinds, those of scripts first.
pub fn all() -> impl Iterator<Item = &'static FaultKind> {
    [scripts::KINDS, running::KINDS, files::KINDS].into_iter().flatten()
}

/// Where a running desk explains a code.
pub fn link(code: &str) -> String {
    format!("/problems/{code}")
}

/// The kind of a code.
pub fn find(code: &str) -> Option<&'static FaultKind> {
    all().find(|kind| kind.code == code)
}

/// The error page of all codes, as it lies in the repository.
pub fn page() -> String {
    let mut page = String::from(
        "# Faults by code\n\nGenerated from `src/model/fault_codes/`. `maitred check` prints a fault as compilers do, \
         with its code at the end of the line; a running desk answers what a code means under `GET /problems/CODE`. \
         An *error* keeps content from being published; a *warning* or a *hint* does not.\n",
    );
    let groups: [(&str, &str, &[FaultKind]); 3] = [
        (
            "Found in scripts before they run",
            "`check` finds these, and nothing with an error is published.",
            scripts::KINDS,
        ),
        (
            "Met while a script runs",
            "A ticket whose script meets one of these is stuck: nothing of that run is written, and it goes on by \
             `resume` once the script is mended. A job or plugin that meets one fails and is tried again.",
            running::KINDS,
        ),
        ("Of other files", "Schemas, the policy, lists, plugins, jobs, scenarios.", files::KINDS),
    ];
    for (title, about, kinds) in groups {
        write!(page, "\n## {title}\n\n{about}\n\n| code | what |\n|---|---|\n").ok();
        for kind in kinds {
            writeln!(page, "| [`{0}`](#{0}) | {1} |", kind.code, kind.title).ok();
        }
    }
    for kind in groups.iter().flat_map(|(.., kinds)| kinds.iter()) {
        page.push_str(&kind.section());
    }
    page
}

impl FaultKind {
    /// Its section of the page.
    fn section(&self) -> String {
        let FaultKind { code, title, meaning, remedy, .. } = self;
        let sample = match self.sample {
            Sample::Checked(text) | Sample::Run(text) => format!("```rhai\n{text}\n```"),
            Sample::Told(text) => {
                text.lines().map(|line| format!("> {line}\n")).collect::<String>().trim_end().to_owned()
            }
        };
        format!("\n### {code}\n\n**{title}.** {meaning}\n\n{sample}\n\n**What to do.** {remedy}\n")
    }

    /// What comes to it, as text.
    pub fn example(&self) -> &'static str {
        match self.sample {
            Sample::Checked(text) | Sample::Run(text) | Sample::Told(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_explained_once() {
        let mut seen = BTreeSet::new();
        for kind in all() {
            assert!(seen.insert(kind.code), "{} twice", kind.code);
            assert!(kind.title.len() > 5 && kind.meaning.ends_with('.') && kind.remedy.ends_with('.'), "{}", kind.code);
            assert!(!kind.title.ends_with('.') && !kind.example().is_empty(), "{}", kind.code);
        }
    }

    #[test]
    fn problems_and_faults_share_two_codes_alone() {
        let problems = crate::model::problem::Code::ALL.iter().map(|code| code.as_str());
        let both: Vec<_> = problems.filter(|code| find(code).is_some()).collect();
        assert_eq!(both, ["forbidden", "internal"]);
    }
}
