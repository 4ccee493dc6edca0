//! Who plays whom: people of the desk become people of the demo desk, the same
//! each time. Who has the same username there stays who they are; of others
//! neither username nor name is written.

use super::Story;
use crate::model::ids::UserId;
use crate::model::people::{People, Role, User};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Plays whoever asks.
const ASKS: &str = "ann";
/// Plays whoever asks for one of their own people.
const MANAGES: &str = "max";
/// Plays whoever types it in for others.
const TYPES: &str = "dora";

/// Who plays whom.
pub(super) struct Players<'a> {
    real: &'a People,
    demo: &'a People,
    parts: BTreeMap<UserId, String>,
}

impl<'a> Players<'a> {
    /// Casts those who asked for the ticket. Returned with the opener and whom
    /// it is for.
    pub(super) fn of(story: &'a Story, demo: &'a People) -> (Self, String, String) {
        let mut players = Self { real: &story.people, demo, parts: BTreeMap::new() };
        let (opener, receiver) = (story.ticket.opened_by, story.ticket.requested_for);
        let wanted = if players.same(receiver).is_some() { None } else { Some(ASKS) };
        let plays_receiver = wanted.map(str::to_owned).or_else(|| players.same(receiver)).unwrap_or_default();
        players.parts.insert(receiver, plays_receiver.clone());
        if opener == receiver {
            return (players, plays_receiver.clone(), plays_receiver);
        }
        let manages = story.people.user(receiver).and_then(|user| user.manager) == Some(opener);
        let other = if manages { MANAGES } else { TYPES };
        let plays_opener = players.same(opener).unwrap_or_else(|| other.to_owned());
        players.parts.insert(opener, plays_opener.clone());
        (players, plays_opener, plays_receiver)
    }

    /// Who has the same username on the demo desk.
    fn same(&self, id: UserId) -> Option<String> {
        let user = self.real.user(id)?;
        self.demo.by_username(&user.username).map(|user| user.username.clone())
    }

    /// Who of the candidates plays a person; the first of them where all have
    /// other parts.
    pub(super) fn play(&mut self, id: UserId, candidates: &[String]) -> Option<String> {
        let fits = |name: &String| candidates.contains(name);
        let known = self.parts.get(&id).cloned().filter(fits).or_else(|| self.same(id).filter(fits));
        let free = || candidates.iter().find(|name| !self.parts.values().any(|taken| taken == *name)).cloned();
        let player = known.or_else(free).or_else(|| candidates.first().cloned())?;
        self.parts.entry(id).or_insert_with(|| player.clone());
        Some(player)
    }

    /// Agents of the demo desk.
    pub(super) fn agents(&self) -> Vec<String> {
        let agents = self.demo.users().filter(|user| user.has(Role::Agent));
        agents.map(|user| user.username.clone()).collect()
    }

    /// What somebody wrote, with the people of the desk by their parts.
    pub(super) fn told(&self, value: &Json) -> Json {
        match value {
            Json::String(text) => Json::String(self.text(text)),
            Json::Array(items) => items.iter().map(|item| self.told(item)).collect(),
            Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), self.told(value))).collect(),
            other => other.clone(),
        }
    }

    /// The same of a text: who has a part in it is called by that.
    pub(super) fn text(&self, text: &str) -> String {
        let mut told = text.to_owned();
        let strangers = self.real.users().filter(|user| self.demo.by_username(&user.username).is_none());
        for user in strangers {
            let part = self.parts.get(&user.id).map_or(ASKS, String::as_str);
            if told == user.username {
                return part.to_owned();
            }
            let name = self.demo.by_username(part).map_or(part, |user| user.name.as_str());
            told = replaced(&told, user, name, part);
        }
        told
    }
}

/// A text without a person's name and username, where they stand as words.
fn replaced(text: &str, user: &User, name: &str, part: &str) -> String {
    let text = whole_words(text, &user.name, name);
    whole_words(&text, &user.username, part)
}

fn whole_words(text: &str, from: &str, to: &str) -> String {
    if from.is_empty() {
        return text.to_owned();
    }
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        told.push_str(before);
        let part_of_a_word = inside(told.chars().next_back()) || inside(after.chars().next());
        told.push_str(if part_of_a_word { from } else { to });
        rest = after;
    }
    told.push_str(rest);
    told
}
