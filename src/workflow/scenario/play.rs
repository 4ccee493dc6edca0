//! One scenario while it runs: the host behind its words, with the tickets that
//! it has started.

use super::asked::Asked;
use super::words::{CHECK, METHODS, START, START_ID};
use super::{Deed, Desk, Row, Scene, Start, Ticket};
use crate::model::journal::{Place, RowKind};
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use crate::script::{Call, Host, Object, Stop, Value};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Calls that a standing reply answers one after the other: more is a loop.
const MOST_REPLIES: usize = 1_000;
/// Options of `start`.
const OPTIONS: [&str; 9] = ["at", "by", "channel", "impact", "item", "location", "plugins", "requested_for", "urgency"];

/// The host of one scenario.
pub(super) struct Play {
    /// The item where `start` names none: the file's name.
    item: String,
    desk: Arc<dyn Desk>,
    tickets: Mutex<Vec<Arc<Cast>>>,
}

/// A ticket of the scenario.
pub(super) struct Cast {
    pub(super) ticket: Arc<dyn Ticket>,
    /// What plugins answer whenever they are called.
    replies: BTreeMap<String, Json>,
}

impl Play {
    pub(super) fn new(item: &str, desk: Arc<dyn Desk>) -> Self {
        Self { item: item.to_owned(), desk, tickets: Mutex::default() }
    }

    fn tickets(&self) -> MutexGuard<'_, Vec<Arc<Cast>>> {
        self.tickets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All tickets as they stand now.
    pub(super) fn scenes(&self) -> Vec<Scene> {
        self.tickets().iter().map(|cast| cast.ticket.look()).collect()
    }

    fn start(&self, asked: &Asked<'_>) -> Result<Value, Stop> {
        let form = match Value::Map(asked.map(0, "the form")?).to_json() {
            Json::Object(form) => form,
            _ => Default::default(),
        };
        let mut wish = Start { item: self.item.clone(), form, ..Start::default() };
        let mut replies = BTreeMap::new();
        for (key, value) in asked.map(1, "what is said of the start")? {
            let text = || value.text().map(str::to_owned).ok_or_else(|| asked.wrong(format!("\"{key}\" is a text")));
            match key.as_str() {
                "item" => wish.item = text()?,
                "by" => wish.by = Some(text()?),
                "requested_for" => wish.requested_for = Some(text()?),
                "channel" => wish.channel = Some(text()?),
                "location" => wish.location = Some(text()?),
                "impact" => wish.impact = Some(text()?),
                "urgency" => wish.urgency = Some(text()?),
                "at" => {
                    let at = Time::parse(&text()?);
                    wish.at = Some(at.ok_or_else(|| asked.wrong("\"at\" is a time like 2026-11-23T09:00:00Z"))?);
                }
                "plugins" => match &value {
                    Value::Map(map) => {
                        replies.extend(map.iter().map(|(call, output)| (call.replace("::", "."), output.to_json())));
                    }
                    _ => return Err(asked.wrong("\"plugins\" is a map: #{ \"asset.reserve\": #{ … } }")),
                },
                _ => return Err(asked.unknown(&key, &OPTIONS)),
            }
        }
        let ticket = self.desk.submit(wish).map_err(|refusal| Stop::fault("refused", format!("{START}: {refusal}")))?;
        let cast = Arc::new(Cast { ticket, replies });
        let number = {
            let mut tickets = self.tickets();
            tickets.push(Arc::clone(&cast));
            tickets.len() - 1
        };
        cast.settle()?;
        Ok(Value::Object(Object::opaque("ticket", json!(number), "the ticket")))
    }
}

impl Cast {
    /// Lets something happen, then lets plugins answer what they are asked.
    pub(super) fn act(&self, deed: Deed) -> Result<(), Stop> {
        self.ticket.act(deed).map_err(|refusal| Stop::fault("refused", refusal))?;
        self.settle()
    }

    /// Standing replies are given; a script that cannot go on fails the scenario.
    fn settle(&self) -> Result<(), Stop> {
        for _ in 0..MOST_REPLIES {
            let scene = self.ticket.look();
            if let Some(fault) = scene.fault {
                return Err(Stop::fault("stuck", format!("the workflow is stuck: {fault}")));
            }
            let call = scene.rows.iter().filter(|row| row.kind == RowKind::Plugin).find_map(|row| {
                let reply = self.replies.get(&row.name)?;
                (row.state == crate::model::journal::RowState::Open).then(|| (row.id, reply.clone()))
            });
            let Some((step, output)) = call else { return Ok(()) };
            self.ticket.act(Deed::Reply { step, output }).map_err(|refusal| Stop::fault("refused", refusal))?;
        }
        Err(Stop::fault("limit", format!("plugins were called more than {MOST_REPLIES} times")))
    }

    /// The open step that a scenario means.
    pub(super) fn find(&self, scene: &Scene, name: &str) -> Result<Row, Stop> {
        let open: Vec<&Row> = scene.open().collect();
        let whole: Vec<&Row> = open.iter().copied().filter(|row| whole_name(row) == name).collect();
        let found = if whole.is_empty() { open.into_iter().filter(|row| called(row, name)).collect() } else { whole };
        match found.as_slice() {
            [] => Err(not_open(scene, name)),
            [first, rest @ ..] => match rest.iter().find(|row| whole_name(row) != whole_name(first)) {
                Some(_) => {
                    let names: Vec<String> = found.iter().map(|row| format!("\"{}\"", whole_name(row))).collect();
                    let message = format!("\"{name}\" may be {}: say which", names.join(" or "));
                    Err(Stop::fault("expectation", message))
                }
                None => Ok((*first).clone()),
            },
        }
    }
}

/// What a step is called in a scenario: its name, or its kind where it has none.
pub(super) fn own_name(row: &Row) -> &str {
    if row.name.is_empty() { row.kind.as_str() } else { &row.name }
}

/// The same with the step's varying part.
pub(super) fn whole_name(row: &Row) -> String {
    match &row.about {
        Some(about) => format!("{} {about}", own_name(row)),
        None => own_name(row).to_owned(),
    }
}

/// Whether a scenario means this step.
pub(super) fn called(row: &Row, name: &str) -> bool {
    own_name(row) == name
        || whole_name(row) == name
        || row.kind == RowKind::Plugin && row.name == name.replace("::", ".")
}

/// `"Security" is not open`, and what is.
pub(super) fn not_open(scene: &Scene, name: &str) -> Stop {
    let near = did_you_mean(name, scene.open().map(own_name)).map(|near| format!("did you mean \"{near}\"?"));
    Stop::fault_with("expectation", format!("\"{name}\" is not open; {}", what_is_open(scene)), near)
}

/// What waits now, in words.
pub(super) fn what_is_open(scene: &Scene) -> String {
    let open: Vec<String> = scene
        .open()
        .map(|row| {
            let place = format!("{}:{}:{}", row.place.source, row.place.line, row.place.column);
            let name = if row.name.is_empty() { String::new() } else { format!(" \"{}\"", row.name) };
            let about = row.about.as_ref().map(|about| format!(" about \"{about}\"")).unwrap_or_default();
            format!("{}{name}{about} ({place})", row.kind.as_str())
        })
        .collect();
    match open.is_empty() {
        true => format!("nothing is open: the ticket is {}", standing(scene)),
        false => format!("open are: {}", open.join(", ")),
    }
}

/// `closed (approval_rejected)`.
pub(super) fn standing(scene: &Scene) -> String {
    match &scene.closure_code {
        Some(code) => format!("{} ({code})", scene.status),
        None => scene.status.clone(),
    }
}

impl Host for Play {
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop> {
        let args = call.values()?;
        if call.id() == START_ID {
            return self.start(&Asked { word: START, args });
        }
        let asked = Asked { word: CHECK, args };
        match asked.value(0) {
            Value::Bool(true) => Ok(Value::Unit),
            Value::Bool(false) => {
                let message = asked.maybe_text(1, "the message")?.unwrap_or("what was to be checked is not so");
                Err(Stop::fault("expectation", message))
            }
            other => Err(asked.wrong(format!("true or false is asked for, not {}", other.type_name()))),
        }
    }

    fn method(&self, object: &Object, name: &str, args: Vec<Value>, _: &Place) -> Result<Value, Stop> {
        let number = object.key().as_u64().and_then(|number| usize::try_from(number).ok());
        let cast = number.and_then(|number| self.tickets().get(number).cloned());
        let method = METHODS.iter().find(|method| method.name == name);
        let (Some(cast), Some(method)) = (cast, method) else {
            return Err(Stop::fault("unknown_method", format!("{} has no method \"{name}\"", object.label())));
        };
        let asked = Asked { word: method.name, args };
        let answer = (method.run)(self, &cast, &asked)?;
        Ok(answer.unwrap_or_else(|| Value::Object(object.clone())))
    }
}
