//! What is left of a closed ticket of which everything personal goes: figures,
//! times, codes and the shape of its journal, no text and no name. The entries
//! of the log stay; what they said goes.

use super::ids::UserId;
use super::journal::{Answer, Arguments, JournalRow};
use super::status::Status;
use super::submission::{PersonSnapshot, Submission};
use super::ticket::Ticket;
use super::time::Time;
use serde_json::{Map, Value as Json, json};

/// What stands where something was erased.
pub const ERASED: &str = "[erased]";

/// Keys of an entry's data that figures are made of, and that say nothing of anybody.
const FIGURES: [&str; 12] = [
    "breached",
    "closure_code",
    "closure_reason",
    "item",
    "kind",
    "level",
    "minutes",
    "outcome",
    "run",
    "score",
    "status",
    "step",
];

/// Whether a ticket may be erased: closed, and nothing of it is still to be done.
pub fn may_be_erased(ticket: &Ticket, journal: &[JournalRow]) -> bool {
    ticket.status == Status::Closed && ticket.facts.erased.is_none() && !journal.iter().any(JournalRow::is_open)
}

/// Takes everything personal out of a ticket. `nobody` takes the place of who
/// asked and whom it was for; where absent they stay, having been forgotten.
pub fn ticket(ticket: &mut Ticket, at: Time, nobody: Option<UserId>) {
    if let Some(nobody) = nobody {
        ticket.requester = nobody;
        ticket.requested_for = nobody;
        ticket.opened_by = nobody;
    }
    ticket.title.clone_from(&ticket.item);
    ticket.description.clear();
    ticket.resolution = ticket.resolution.take().map(|_| ERASED.to_owned());
    ticket.remarks = None;
    ticket.hold = None;
    ticket.fault = None;
    ticket.flags.vip = false;
    if let Some(call) = ticket.follow_up.as_mut() {
        call.comment = None;
    }
    if let Some(rating) = ticket.rating.as_mut() {
        rating.text = None;
        rating.by = nobody.unwrap_or(rating.by);
    }
    let facts = &mut ticket.facts;
    facts.contact = None;
    facts.watchers.clear();
    facts.appointments.clear();
    facts.closing.better_way = None;
    facts.dispatch.handed_back = None;
    facts.dispatch.raised = None;
    facts.erased = Some(at);
}

/// Takes the form and the people out of a submission.
pub fn submission(submission: &mut Submission) {
    submission.form = Map::new();
    submission.title = ERASED.to_owned();
    for person in [&mut submission.requester, &mut submission.requested_for] {
        *person = PersonSnapshot {
            id: person.id,
            username: ERASED.to_owned(),
            name: ERASED.to_owned(),
            email: None,
            phone: None,
            department: person.department.take(),
            location: person.location.take(),
            language: std::mem::take(&mut person.language),
        };
    }
}

/// Takes out of a settled row what was shown and what was said.
pub fn row(row: &mut JournalRow) {
    let Arguments { amount, parties, rule, level, .. } = std::mem::take(&mut row.arguments);
    row.arguments = Arguments { amount, parties, rule, level, ..Arguments::default() };
    if let Some(answer) = row.answer.take() {
        row.answer = Some(Answer { outcome: answer.outcome, code: answer.code, ..Answer::default() });
    }
    if let Some(actor) = row.settled_by.as_mut() {
        actor.name = ERASED.to_owned();
    }
}

/// What is left of what an entry of the log said.
pub fn data(data: &Map<String, Json>) -> Map<String, Json> {
    let kept = data.iter().filter(|(key, _)| FIGURES.contains(&key.as_str()));
    let mut left: Map<String, Json> = kept.map(|(key, value)| (key.clone(), value.clone())).collect();
    left.insert("erased".to_owned(), json!(true));
    left
}

/// Words by which somebody is known: what they are called, and how they are reached.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Whole values: the username.
    pub whole: Vec<String>,
    /// Anywhere in a text, whatever the case: name, mail address, telephone.
    pub within: Vec<String>,
}

impl Words {
    /// The text without them; `None` where it has none of them.
    pub fn out_of(&self, text: &str) -> Option<String> {
        if self.whole.iter().any(|word| word == text) {
            return Some(ERASED.to_owned());
        }
        let mut left = text.to_owned();
        let mentions = self.whole.iter().map(|word| format!("@{word}"));
        for word in self.within.iter().cloned().chain(mentions).filter(|word| word.chars().count() > 2) {
            while let Some(found) = place_of(&left, &word) {
                left.replace_range(found, ERASED);
            }
        }
        (left != text).then_some(left)
    }

    /// The same for every text of a value; whether something was found.
    pub fn take_out(&self, value: &mut Json) -> bool {
        match value {
            Json::String(text) => self.out_of(text).map(|left| *text = left).is_some(),
            Json::Array(items) => items.iter_mut().fold(false, |found, item| self.take_out(item) || found),
            Json::Object(map) => map.values_mut().fold(false, |found, item| self.take_out(item) || found),
            _ => false,
        }
    }
}

/// Where a word stands in a text, whatever the case of ASCII letters.
fn place_of(text: &str, word: &str) -> Option<std::ops::Range<usize>> {
    let same = |part: &str| part.eq_ignore_ascii_case(word);
    let starts = text.char_indices().map(|(at, _)| at);
    let found = starts.map(|at| at..at + word.len()).find(|range| text.get(range.clone()).is_some_and(same));
    found.filter(|_| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_s_words_are_taken_out_of_what_others_wrote() {
        let words = Words {
            whole: vec!["ann".to_owned()],
            within: vec!["Ann Weber".to_owned(), "ann@example.org".to_owned(), String::new()],
        };
        assert_eq!(
            words.out_of("Annex of ANN WEBER, mail Ann@example.org").unwrap(),
            "Annex of [erased], mail [erased]"
        );
        assert_eq!(words.out_of("ann"), Some(ERASED.to_owned()));
        assert_eq!(words.out_of("@ann please").unwrap(), "[erased] please");
        assert_eq!(words.out_of("The annual plan, ±§ ann"), None);
        let mut value = json!({"for": "ann", "why": ["plan", {"to": "ann weber"}], "n": 1});
        assert!(words.take_out(&mut value));
        assert_eq!(value, json!({"for": ERASED, "why": ["plan", {"to": ERASED}], "n": 1}));
    }
}
