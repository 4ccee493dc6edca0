//! Mentions: whoever a text names is told, if they may read it. Who may not is
//! passed over in silence: nobody learns who sees what by naming people.

use super::watch;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending;
use crate::model::ids::UserId;
use crate::model::mention::mentioned;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::ticket::open_to_staff;
use serde_json::json;
use std::sync::Arc;

/// People whom one text may mention.
const MOST: usize = 20;

/// Whom a text mentions, of those who may read it.
pub struct Mentions {
    people: Vec<Arc<User>>,
    internal: bool,
}

impl Mentions {
    /// Those whom a text of `author` mentions.
    pub fn of(draft: &Draft<'_>, author: &User, text: &str, internal: bool) -> Result<Self, Refusal> {
        let people = &draft.world.people;
        let named = mentioned(text, |name| people.by_typed_name(name).map(|user| user.id));
        let others = named.into_iter().filter_map(|id| people.user(id)).filter(|user| user.id != author.id);
        let people: Vec<Arc<User>> = others.filter(|user| may_read(draft, user, internal)).cloned().collect();
        if people.len() > MOST {
            let message = format!("at most {MOST} people are mentioned at once");
            return Err(Refusal::invalid("/text", "mentions", message));
        }
        Ok(Self { people, internal })
    }

    /// Their keys.
    pub fn users(&self) -> Vec<UserId> {
        self.people.iter().map(|user| user.id).collect()
    }

    /// Their usernames.
    pub fn names(&self) -> Vec<&str> {
        self.people.iter().map(|user| user.username.as_str()).collect()
    }

    /// Whether nobody is mentioned.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The others than these.
    pub fn without(mut self, known: &[UserId]) -> Self {
        self.people.retain(|user| !known.contains(&user.id));
        self
    }
}

fn may_read(draft: &Draft<'_>, user: &User, internal: bool) -> bool {
    let sees = open_to_staff(user, draft.ticket.restricted_to) || draft.concerns(user.id);
    user.active && sees && (user.is_staff() || !internal)
}

/// Tells them; a colleague whom staff mention watches the ticket from now on.
pub fn tell(draft: &mut Draft<'_>, author: &User, told: &Mentions) {
    let text = match told.internal {
        true => "{author} mentions you in a note on {number} “{title}”.",
        false => "{author} mentions you on {number} “{title}”.",
    };
    ending::tell(draft, &told.users(), text, json!({"author": author.name}));
    let colleagues = told.people.iter().filter(|user| author.is_staff() && user.is_staff() && !user.only_reads());
    for user in colleagues {
        watch::add(draft, user, author.id);
    }
}
