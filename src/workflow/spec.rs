//! The words of the language: one `Spec` each, said in the word's own file, and
//! the list of them all. The script's vocabulary, the checks and the reference
//! are made from this list.

use super::options::Opt;
use super::runner::Runner;
use super::words::{
    announce, any_of, approval, ask, assign, cancel, candidate, changed, confirm_cost, cost, escalate, fail, for_all,
    handle, in_freeze, link, lookup, note, notify, open_ticket, parallel, plugin, reject, resolve, restrict, set, sla,
    stage, task, values, wait, wait_for, whos,
};
use crate::model::journal::RowKind;
use crate::script::{Call, Ends, Hint, Stop, Takes, Value, Vocabulary, Word, Words};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a word does when a script says it.
pub(super) type Run = fn(&Runner, &mut Call<'_>) -> Result<Value, Stop>;

/// What a positional argument means, for the check before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param {
    /// The step's name.
    Name,
    /// Somebody, or a list of them.
    Who,
    /// One person or group.
    OneWho,
    /// A text.
    Text,
    /// An amount of money.
    Amount,
    /// The name of a user, group or role.
    Person(Directory),
    /// A service level's name.
    Sla,
    /// A list's name.
    List,
    /// A catalog item's name.
    Item,
    /// A duration or a time.
    Moment,
    /// Branches.
    Branches,
    /// What is done for each item of a list.
    Each,
    /// Anything.
    Any,
}

/// Where a name is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directory {
    /// Usernames.
    Users,
    /// Groups.
    Groups,
    /// Roles.
    Roles,
    /// Suppliers: the list of that name.
    Suppliers,
}

/// Everything about one word.
pub struct Spec {
    /// The word; of plugin calls `plugin::function`.
    pub name: &'static str,
    /// How it is called: `approval(name, who, options?)`.
    pub signature: &'static str,
    /// What it does, in a paragraph.
    pub doc: &'static str,
    /// A script that uses it and passes the check.
    pub example: &'static str,
    /// What it writes into the journal; nothing for a value.
    pub kind: Option<RowKind>,
    /// Fewest and most arguments.
    pub arity: (usize, usize),
    /// What its arguments mean, in order; the rest are anything.
    pub params: &'static [Param],
    /// At which positions its options may stand.
    pub options_at: &'static [usize],
    /// Options of its own.
    pub options: &'static [Opt],
    /// Whether the options of every step count for it.
    pub common: bool,
    /// Good outcomes.
    pub good: &'static [&'static str],
    /// Bad outcomes.
    pub bad: &'static [&'static str],
    /// Fields of its result beside those that every result has.
    pub result: &'static [(&'static str, &'static str)],
    pub(super) hints: &'static [Hint],
    pub(super) takes: Takes,
    pub(super) run: Run,
}

impl Spec {
    /// What a word has that says nothing more.
    pub(super) const fn new(name: &'static str, signature: &'static str, run: Run) -> Self {
        Self {
            name,
            signature,
            doc: "",
            example: "",
            kind: None,
            arity: (0, 0),
            params: &[],
            options_at: &[],
            options: &[],
            common: false,
            good: &[],
            bad: &[],
            result: &[],
            hints: &[],
            takes: Takes::Nothing,
            run,
        }
    }

    /// Whether it may end or suspend a run, or belongs into the journal: such a
    /// word must not stand in the callback of a list or map.
    pub fn is_step(&self) -> bool {
        self.kind.is_some()
    }

    fn word(&self, id: usize) -> Word {
        let (min, max) = self.arity;
        let id = u16::try_from(id).unwrap_or(u16::MAX);
        let ends = match self.kind {
            Some(RowKind::End) => Ends::Yes,
            // Where the last work was done, its resolution is the ticket's.
            Some(RowKind::Work) => Ends::Covers,
            _ => Ends::No,
        };
        let word = Word::new(id, self.name, min, max).hints(self.hints).takes(self.takes).ends(ends);
        if self.is_step() { word.step() } else { word }
    }
}

/// Every word, plugin calls last.
pub(super) static SPECS: &[&Spec] = &[
    &approval::SPEC,
    &confirm_cost::SPEC,
    &task::SPEC,
    &handle::SPEC,
    &ask::SPEC,
    &wait::SPEC,
    &wait_for::SPEC,
    &open_ticket::SPEC,
    &parallel::SPEC,
    &any_of::SPEC,
    &for_all::SPEC,
    &assign::SPEC,
    &escalate::SPEC,
    &sla::SPEC,
    &stage::SPEC,
    &set::SPEC,
    &cost::SPEC,
    &notify::SPEC,
    &announce::SPEC,
    &note::SPEC,
    &link::SPEC,
    &restrict::SPEC,
    &candidate::SPEC,
    &resolve::SPEC,
    &fail::SPEC,
    &reject::SPEC,
    &cancel::SPEC,
    &whos::USER,
    &whos::GROUP,
    &whos::LOCAL_GROUP,
    &whos::SUPPLIER,
    &whos::ROLE,
    &whos::MANAGER_OF,
    &whos::LEAD_OF,
    &values::MONEY,
    &values::NOW,
    &values::GIVEN,
    &lookup::SPEC,
    &in_freeze::SPEC,
    &changed::SPEC,
    &plugin::SPEC,
];

/// Variables that the host answers.
pub(super) const VARIABLES: [&str; 8] =
    ["form", "item", "owner", "policy", "request", "requested_for", "requester", "ticket"];

/// The words with their options and docs, in the order of the reference.
pub fn words() -> &'static [&'static Spec] {
    SPECS
}

/// The word of a name.
pub(super) fn find(name: &str) -> Option<&'static Spec> {
    SPECS.iter().copied().find(|spec| spec.name == name)
}

/// The vocabulary of workflows, built once.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let plugin = SPECS.iter().position(|spec| spec.name == plugin::SPEC.name);
        Vocabulary::new(Words {
            words: SPECS.iter().enumerate().filter(|(n, _)| Some(*n) != plugin).map(|(n, spec)| spec.word(n)).collect(),
            modules: BTreeMap::new(),
            // Which plugins there are is checked by name; a pinned script runs
            // on when its plugin is gone, until it calls it.
            other_modules: plugin.map(|n| plugin::SPEC.word(n)),
            methods: Vec::new(),
            variables: VARIABLES.to_vec(),
        })
    })
}
