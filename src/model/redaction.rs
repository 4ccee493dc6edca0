//! Words about somebody who is forgotten, taken out of what others wrote. What
//! the desk counts and decides by stays: codes, outcomes, keys of rows.

use super::appointment::Appointment;
use super::erasure::{ERASED, FIGURES};
use super::facts::Facts;
use super::handling::HandBack;
use super::journal::{Arguments, JournalRow};
use super::submission::Submission;
use super::ticket::Ticket;
use super::who::Who;
use serde_json::{Map, Value as Json, json};

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
        let mentions = self.whole.iter().map(|word| format!("@{word}"));
        let words = self.within.iter().cloned().chain(mentions).filter(|word| word.chars().count() > 1);
        let mut left = None;
        for word in words {
            left = without(left.as_deref().unwrap_or(text), &word).or(left);
        }
        left
    }

    /// The same for every text of a value; whether something was found.
    pub fn take_out(&self, value: &mut Json) -> bool {
        match value {
            Json::String(text) => self.out_of(text).map(|left| *text = left).is_some(),
            Json::Array(items) => items.iter_mut().fold(false, |found, item| found | self.take_out(item)),
            Json::Object(map) => self.out_of_map(map),
            _ => false,
        }
    }

    /// The same for every value of a map; its keys stay.
    pub fn out_of_map(&self, map: &mut Map<String, Json>) -> bool {
        map.values_mut().fold(false, |found, item| found | self.take_out(item))
    }

    /// The same for some texts.
    fn out_of_all<'a>(&self, texts: impl IntoIterator<Item = &'a mut String>) -> bool {
        let take = |text: &mut String| self.out_of(text).map(|left| *text = left).is_some();
        texts.into_iter().fold(false, |found, text| found | take(text))
    }

    /// The same for a ticket and its facts.
    pub fn out_of_ticket(&self, ticket: &mut Ticket) -> bool {
        let facts = self.out_of_facts(&mut ticket.facts);
        let mut texts = vec![&mut ticket.title, &mut ticket.description];
        texts.extend([&mut ticket.resolution, &mut ticket.remarks].into_iter().flatten());
        texts.extend(ticket.follow_up.iter_mut().filter_map(|call| call.comment.as_mut()));
        texts.extend(ticket.rating.iter_mut().filter_map(|rating| rating.text.as_mut()));
        texts.extend(ticket.hold.iter_mut().filter_map(|hold| hold.reason.as_mut()));
        texts.extend(ticket.fault.iter_mut().map(|fault| &mut fault.message));
        texts.extend(ticket.cost.iter_mut().flat_map(|cost| &mut cost.lines).map(|line| &mut line.text));
        self.out_of_all(texts) || facts
    }

    fn out_of_facts(&self, facts: &mut Facts) -> bool {
        let mut found = false;
        for appointment in &mut facts.appointments {
            found |= self.out_of_appointment(appointment);
        }
        for became in facts.by_workflow.values_mut() {
            found |= self.take_out(&mut became.was) | self.take_out(&mut became.now);
        }
        let mut texts: Vec<&mut String> = Vec::new();
        if let Some(contact) = &mut facts.contact {
            texts.push(&mut contact.name);
            texts.extend([&mut contact.email, &mut contact.phone].into_iter().flatten());
        }
        texts.extend(facts.dispatch.handed_back.iter_mut().flat_map(said_with));
        texts.extend(facts.dispatch.raised.iter_mut().map(|raised| &mut raised.reason));
        texts.extend(facts.closing.better_way.iter_mut().map(|way| &mut way.text));
        texts.extend(facts.ranking.overridden.iter_mut().map(|set| &mut set.reason));
        if let Some(incident) = &mut facts.incident {
            texts.extend([&mut incident.workaround, &mut incident.public_title].into_iter().flatten());
        }
        if let Some(problem) = &mut facts.problem {
            let said = [&mut problem.root_cause, &mut problem.workaround, &mut problem.public_title];
            texts.extend(said.into_iter().flatten());
        }
        if let Some(change) = &mut facts.change {
            let said = [&mut change.plan, &mut change.back_out, &mut change.freeze_reason];
            texts.extend(said.into_iter().flatten());
            texts.extend(change.risk.iter_mut().filter_map(|risk| risk.text.as_mut()));
        }
        self.out_of_all(texts) || found
    }

    /// The same for an appointment.
    pub fn out_of_appointment(&self, appointment: &mut Appointment) -> bool {
        let mut texts = vec![&mut appointment.title];
        texts.extend([&mut appointment.place, &mut appointment.note].into_iter().flatten());
        texts.extend(appointment.cancelled.iter_mut().filter_map(|off| off.reason.as_mut()));
        self.out_of_all(texts)
    }

    /// The same for what was asked.
    pub fn out_of_submission(&self, submission: &mut Submission) -> bool {
        let form = self.out_of_map(&mut submission.form);
        self.out_of_all([&mut submission.title]) || form
    }

    /// The same for a row of the journal: what was shown, asked, and answered.
    pub fn out_of_row(&self, row: &mut JournalRow) -> bool {
        let Arguments { who, options, values, about, text, show, handling, .. } = &mut row.arguments;
        let mut found = self.out_of_map(options) | self.out_of_map(values);
        found |= show.as_mut().is_some_and(|show| self.take_out(show));
        let mut texts: Vec<&mut String> = who.iter_mut().filter_map(username).collect();
        texts.extend([about, text, &mut handling.reason].into_iter().flatten());
        texts.extend(handling.returns.iter_mut().flat_map(said_with));
        texts.extend(handling.opinions.iter_mut().flat_map(|one| [&mut one.question, &mut one.answer]));
        if let Some(answer) = &mut row.answer {
            found |= self.take_out(&mut answer.output);
            texts.extend(&mut answer.comment);
        }
        self.out_of_all(texts) || found
    }

    /// The same for what an entry of the log said, figures aside. Its digest no
    /// longer tells that it is what was written, and it says so.
    pub fn out_of_entry(&self, data: &mut Map<String, Json>) -> bool {
        let said = data.iter_mut().filter(|(key, _)| !FIGURES.contains(&key.as_str()));
        let found = said.fold(false, |found, (_, value)| self.take_out(value) || found);
        if found {
            data.insert("erased".to_owned(), json!(true));
        }
        found
    }
}

fn said_with(back: &mut HandBack) -> [&mut String; 2] {
    [&mut back.reason, &mut back.suggestion]
}

/// By what username a script named somebody, if it did.
fn username(who: &mut Who) -> Option<&mut String> {
    match who {
        Who::User(username) | Who::Person { username, .. } => Some(username),
        Who::ManagerOf(of) | Who::LeadOf(of) => self::username(of),
        Who::Group(_) | Who::LocalGroup(_) | Who::Supplier(_) | Who::Owner {} | Who::Role(_) => None,
    }
}

/// The text with a word erased wherever it stands, whatever the case of ASCII
/// letters; `None` where it does not.
fn without(text: &str, word: &str) -> Option<String> {
    let (mut left, mut at) = (String::new(), 0);
    for (start, _) in text.char_indices() {
        let end = start + word.len();
        let here = start >= at && text.get(start..end).is_some_and(|part| part.eq_ignore_ascii_case(word));
        if here && stands_alone(text, start, end, word) {
            left.push_str(text.get(at..start).unwrap_or_default());
            left.push_str(ERASED);
            at = end;
        }
    }
    left.push_str(text.get(at..).unwrap_or_default());
    (at > 0).then_some(left)
}

/// Whether what is found is the word, and not a part of another: `Max` in
/// `Maximum`, `@ann` in `@ann.smith`. Names of several words are found with
/// whatever ending they have there.
fn stands_alone(text: &str, start: usize, end: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let next = after.next();
    let goes_on = letter(next) || (next.is_some_and(|c| "._-".contains(c)) && letter(after.next()));
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    word.contains(char::is_whitespace) || !(goes_on || letter(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let within = ["Ann Weber", "ann@example.org", "Era", ""].map(str::to_owned).to_vec();
        Words { whole: vec!["ann".to_owned()], within }
    }

    #[test]
    fn a_person_s_words_are_taken_out_of_what_others_wrote() {
        let words = words();
        let said = words.out_of("Annex of ANN WEBER, mail Ann@example.org").unwrap();
        assert_eq!(said, "Annex of [erased], mail [erased]");
        assert_eq!(words.out_of("ann"), Some(ERASED.to_owned()));
        assert_eq!(words.out_of("@ann please, @ann.").unwrap(), "[erased] please, [erased].");
        assert_eq!(words.out_of("Ann Webers Laptop, era era").unwrap(), "[erased]s Laptop, [erased] [erased]");
        let mut value = json!({"for": "ann", "why": ["plan", {"to": "ann weber"}], "n": 1});
        assert!(words.take_out(&mut value));
        assert_eq!(value, json!({"for": ERASED, "why": ["plan", {"to": ERASED}], "n": 1}));
    }

    #[test]
    fn what_only_looks_like_a_word_stays() {
        for text in ["The annual plan, ±§ ann", "@annabel, @ann.smith", "joann@example.org", "An erased opera"] {
            assert_eq!(words().out_of(text), None, "{text}");
        }
        let mut entry = json!({"outcome": "ann"}).as_object().unwrap().clone();
        assert!(!words().out_of_entry(&mut entry), "figures stay");
    }
}
