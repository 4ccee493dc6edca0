//! What people do again and again in these stories.

use super::client::{Answer, Call};
use super::desk::Desk;
use serde_json::{Value as Json, json};

impl Desk {
    /// Asks for an item and gives the ticket's number.
    #[track_caller]
    pub fn submit(&self, who: &str, item: &str, form: Json) -> String {
        self.as_user(who).post("/tickets", json!({"item": item, "form": form})).expect(201).text("/number")
    }

    /// The ticket as somebody sees it.
    #[track_caller]
    pub fn ticket(&self, who: &str, number: &str) -> Answer {
        self.as_user(who).get(&format!("/tickets/{number}")).expect(200)
    }

    /// The open step of a kind: there must be exactly one of that kind (and
    /// name, where one follows after a colon).
    #[track_caller]
    pub fn open(&self, number: &str, which: &str) -> Json {
        let (kind, name) = which.split_once(':').map_or((which, None), |(kind, name)| (kind, Some(name)));
        let steps = self.as_user("ada").get(&format!("/tickets/{number}/steps?limit=200")).expect(200).at("/items");
        let mut open = steps.as_array().unwrap().iter().filter(|step| {
            step["state"] == "open" && step["kind"] == kind && name.is_none_or(|name| step["name"] == name)
        });
        match (open.next(), open.next()) {
            (Some(step), None) => step.clone(),
            (None, _) => panic!("no open {which} at {number}: {steps:#}"),
            _ => panic!("more than one open {which} at {number}: {steps:#}"),
        }
    }

    /// A call that answers the open step.
    #[track_caller]
    pub fn answering(&self, who: &str, number: &str, which: &str, answer: Json) -> Call {
        let step = self.open(number, which);
        self.as_user(who).post(&format!("/steps/{}/answer", step["id"].as_str().unwrap()), answer)
    }

    /// Answers the open step, which must go well.
    #[track_caller]
    pub fn answer(&self, who: &str, number: &str, which: &str, outcome: &str) -> Answer {
        self.answering(who, number, which, json!({"outcome": outcome})).expect(200)
    }

    /// A call that tries the open step again, or skips it.
    #[track_caller]
    pub fn mending(&self, who: &str, number: &str, which: &str, how: &str, body: Json) -> Call {
        let step = self.open(number, which);
        self.as_user(who).post(&format!("/steps/{}/{how}", step["id"].as_str().unwrap()), body)
    }

    /// Does an operation to a ticket, which must go well.
    #[track_caller]
    pub fn act(&self, who: &str, number: &str, operation: &str, body: Json) -> Answer {
        self.as_user(who).post(&format!("/tickets/{number}/{operation}"), body).expect(200)
    }

    /// What the ticket waits for, as `kind name`.
    #[track_caller]
    pub fn waits_for(&self, number: &str) -> Vec<String> {
        let waiting = self.ticket("ada", number).at("/waiting");
        let text = |wait: &Json| format!("{} {}", wait["kind"].as_str().unwrap(), wait["name"].as_str().unwrap());
        waiting.as_array().unwrap().iter().map(|wait| text(wait).trim().to_owned()).collect()
    }

    /// The steps of a ticket as staff see them, one a line.
    #[track_caller]
    pub fn steps(&self, number: &str) -> String {
        let steps = self.as_user("ada").get(&format!("/tickets/{number}/steps?limit=200")).expect(200);
        steps.rows(&["run", "path", "kind", "name", "state", "outcome"])
    }

    /// The types of the ticket's events, as staff see them.
    #[track_caller]
    pub fn log(&self, number: &str) -> Vec<String> {
        let events = self.as_user("ada").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        events.each("/type").iter().map(|kind| kind.as_str().unwrap().to_owned()).collect()
    }

    /// A person's messages but for those that a request is registered, in the
    /// order of the alphabet.
    #[track_caller]
    pub fn messages(&self, who: &str) -> Vec<String> {
        let registered = ["is registered.", "已登记。", "зарегистрирована."];
        let mut texts = self.all_messages(who);
        texts.retain(|text| !registered.iter().any(|word| text.contains(word)));
        texts
    }

    /// A person's messages, in the order of the alphabet.
    #[track_caller]
    pub fn all_messages(&self, who: &str) -> Vec<String> {
        let messages = self.as_user(who).get("/notifications?limit=200").expect(200);
        let mut texts: Vec<String> = messages.each("/text").iter().map(|it| it.as_str().unwrap().to_owned()).collect();
        texts.sort();
        texts
    }
}
