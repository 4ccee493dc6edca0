//! The words of scenarios: one table, which the vocabulary, the dispatch and
//! the guide are made from.

use super::asked::Asked;
use super::play::{Cast, Play};
use super::{acts, looks};
use crate::script::{Hint, Stop, Value, Vocabulary, Word, Words};
use std::sync::OnceLock;

/// The word that begins a ticket.
pub const START: &str = "start";
/// The word that proves a value.
pub(super) const CHECK: &str = "check";

pub(super) const START_ID: u16 = 0;
pub(super) const CHECK_ID: u16 = 1;

type Run = fn(&Play, &Cast, &Asked) -> Result<Option<Value>, Stop>;

/// One word that is said of a ticket: `t.approve("Line manager")`.
pub struct Method {
    /// The word.
    pub name: &'static str,
    /// How it is called.
    pub signature: &'static str,
    /// What it does, in a sentence.
    pub doc: &'static str,
    pub(super) arity: (usize, usize),
    pub(super) run: Run,
}

/// All of them: what happens first, what is looked at after.
pub static METHODS: &[Method] = &[
    Method {
        name: "approve",
        signature: "approve(step, by | options?)",
        doc: "Whoever is asked says yes, until the step is settled; with `by` that person alone.",
        arity: (1, 2),
        run: acts::approve,
    },
    Method {
        name: "reject",
        signature: "reject(step, code, options?)",
        doc: "Whoever is asked says no, with a rejection code of the policy.",
        arity: (2, 3),
        run: acts::reject,
    },
    Method {
        name: "confirm",
        signature: "confirm(by | options?)",
        doc: "The cost that waits is confirmed.",
        arity: (0, 1),
        run: acts::confirm,
    },
    Method {
        name: "decline",
        signature: "decline(by | options?)",
        doc: "The cost that waits is declined.",
        arity: (0, 1),
        run: acts::decline,
    },
    Method {
        name: "done",
        signature: "done(step, fields?, by | options?)",
        doc: "Work is done; `fields` are those of its form.",
        arity: (1, 3),
        run: acts::done,
    },
    Method {
        name: "fail",
        signature: "fail(step, comment?, by | options?)",
        doc: "Work has failed.",
        arity: (1, 3),
        run: acts::fail,
    },
    Method {
        name: "skip",
        signature: "skip(step, by | options?)",
        doc: "A step is skipped, where that is allowed.",
        arity: (1, 2),
        run: acts::skip,
    },
    Method {
        name: "answer",
        signature: "answer(step, outcome, by | options?)",
        doc: "Any step is answered with any of its outcomes.",
        arity: (2, 3),
        run: acts::answer,
    },
    Method {
        name: "reply",
        signature: "reply(call, output?)",
        doc: "The plugin answers the call that waits: \"asset.reserve\".",
        arity: (1, 2),
        run: acts::reply,
    },
    Method {
        name: "refuse",
        signature: "refuse(call, code, message?)",
        doc: "The plugin refuses the call that waits.",
        arity: (2, 3),
        run: acts::refuse,
    },
    Method {
        name: "closes",
        signature: "closes(item, closure code, text?)",
        doc: "The ticket that a step has opened and waits for ends so.",
        arity: (2, 3),
        run: acts::closes,
    },
    Method {
        name: "arrives",
        signature: "arrives(event, data?)",
        doc: "The event that is waited for is reported.",
        arity: (1, 2),
        run: acts::arrives,
    },
    Method {
        name: "silence",
        signature: "silence(step)",
        doc: "Nobody answers: the clock goes to when the step is due, and what then happens, happens.",
        arity: (1, 1),
        run: acts::silence,
    },
    Method {
        name: "pass",
        signature: "pass(duration | time)",
        doc: "Time goes by: \"2wd\" of the ticket's calendar, or to a moment.",
        arity: (1, 1),
        run: acts::pass,
    },
    Method {
        name: "accept",
        signature: "accept(by)",
        doc: "An agent takes the ticket.",
        arity: (1, 1),
        run: acts::accept,
    },
    Method {
        name: "cancel",
        signature: "cancel(by?)",
        doc: "It is no longer wanted: by the requester, where nobody is named.",
        arity: (0, 1),
        run: acts::cancel,
    },
    Method {
        name: "open",
        signature: "open(step | [steps])",
        doc: "Exactly these steps wait; `open([])`: none.",
        arity: (1, 1),
        run: looks::open,
    },
    Method {
        name: "asked",
        signature: "asked(step, username | [usernames])",
        doc: "Exactly these people may answer the step.",
        arity: (2, 2),
        run: looks::asked,
    },
    Method {
        name: "notified",
        signature: "notified(username, text)",
        doc: "The person was told something that holds this text.",
        arity: (2, 2),
        run: looks::notified,
    },
    Method {
        name: "has",
        signature: "has(#{ field: value, … })",
        doc: "The ticket, as the API shows it to staff, has these values; of a map only what is named counts.",
        arity: (1, 1),
        run: looks::has,
    },
    Method {
        name: "step",
        signature: "step(name)",
        doc: "The last step of that name as a map: kind, name, about, state, outcome, asked, due, and what it was given: a call's `args`, a ticket's `form`.",
        arity: (1, 1),
        run: looks::step,
    },
    Method {
        name: "ends",
        signature: "ends(closure code, text?)",
        doc: "The ticket is resolved or closed with that code, and its text holds this one.",
        arity: (1, 2),
        run: looks::ends,
    },
];

pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let method = |method: &Method| Word::new(0, method.name, method.arity.0, method.arity.1);
        Vocabulary::new(Words {
            words: vec![
                Word::new(START_ID, START, 1, 2).hints(&[Hint::Map, Hint::Map]),
                Word::new(CHECK_ID, CHECK, 1, 2).hints(&[Hint::Any, Hint::Text]),
            ],
            methods: METHODS.iter().map(method).collect(),
            ..Words::default()
        })
    })
}
