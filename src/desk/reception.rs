//! Reception: many requests in one call, a former request as the beginning of a
//! new one, and what the same person has open of the same item. Each request is
//! a submission of its own; a call with a fault in one line submits none.

use super::command::{Act, Submit};
use super::decide::{submission_faults, wrong_sent};
use super::views::View;
use super::workers::unavailable;
use super::world::World;
use crate::model::catalog::{read_cell, separator};
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Status;
use crate::model::ticket::{Parent, Ticket, number_text};
use crate::model::time::Time;
use crate::model::view::Sight;
use crate::store::Depth;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::sync::Arc;
use utoipa::ToSchema;

/// Requests of one call.
pub const MOST_LINES: usize = 200;
/// Open tickets of the same person and item that are pointed out.
const MOST_KNOWN: i64 = 5;

/// Body of `POST /tickets/batch`: a cart of `lines`, or one `item` for many,
/// named in `people` or in `csv`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// The request under which the others lie; policy.toml `[batch]` says which where absent.
    pub parent: Option<Submit>,
    /// A cart: requests as `POST /tickets` takes them.
    #[serde(default)]
    pub lines: Vec<Submit>,
    /// One item for many people.
    pub item: Option<String>,
    /// What the form says for all of them.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Their usernames.
    #[serde(default)]
    pub people: Vec<String>,
    /// The same as a table: a header, then a line each; the column `requested_for` names the person, each other one a
    /// field of the form. Columns stand between commas, semicolons or tabs; within a cell `;` stands between the entries
    /// of a list.
    pub csv: Option<String>,
}

/// One request of a batch, and where the call says it.
#[derive(Clone, Debug)]
pub struct Line {
    /// `/lines/0`, `/people/3`; of a table `/csv`, since it is one text.
    pub pointer: String,
    /// Its number in a table, from 1, its header not counted.
    pub row: Option<usize>,
    /// The request.
    pub wish: Submit,
}

/// A batch as it will be submitted.
pub struct Order {
    /// The ticket under which the others lie.
    pub parent: Option<Act>,
    /// The requests.
    pub lines: Vec<Line>,
}

/// Reads and checks a batch.
///
/// # Errors
/// 422 with all that is wrong in any line; nothing is submitted then.
pub fn order(v: &View<'_>, user: &Arc<User>, batch: Batch) -> Result<Order, Refusal> {
    let parent = batch.parent.clone();
    let lines = lines(v.world, batch)?;
    if lines.is_empty() || lines.len() > MOST_LINES {
        let message = format!("1 to {MOST_LINES} requests are wanted, {} were sent", lines.len());
        return Err(Refusal::invalid("", "length", message));
    }
    let mut errors = named_twice(&lines);
    for line in &lines {
        let at = line.row.map(|row| format!("row {row}: ")).unwrap_or_default();
        for error in submission_faults(v.world, &line.wish, user, v.now) {
            let pointer = if line.row.is_some() { line.pointer.clone() } else { under(&line.pointer, &error.pointer) };
            errors.push(FieldError::new(pointer, &error.code, format!("{at}{}{}", field(line, &error), error.message)));
        }
    }
    if let Some(parent) = &parent {
        let own = submission_faults(v.world, parent, user, v.now).into_iter();
        errors.extend(own.map(|error| FieldError { pointer: under("/parent", &error.pointer), ..error }));
    }
    if !errors.is_empty() {
        errors.truncate(100);
        return Err(Refusal::invalid_fields(errors));
    }
    let parent = parent.map(Act::Submit).or_else(|| collective(v.world, lines.len()));
    Ok(Order { parent, lines })
}

/// A person of `people` stands for the whole line but for the form that all share.
fn under(line: &str, pointer: &str) -> String {
    match (line.starts_with("/people/"), pointer) {
        (true, "/requested_for" | "") => line.to_owned(),
        (true, shared) => shared.to_owned(),
        (false, own) => format!("{line}{own}"),
    }
}

/// In a table an error names its column.
fn field(line: &Line, error: &FieldError) -> String {
    match (line.row, error.pointer.trim_start_matches("/form/")) {
        (Some(_), column) if !column.is_empty() => format!("{}: ", column.trim_start_matches('/')),
        _ => String::new(),
    }
}

/// The ticket that the policy wants over several requests.
fn collective(world: &World, lines: usize) -> Option<Act> {
    let item = world.policy().batch_parent.clone().filter(|item| world.content.items.contains_key(item))?;
    (lines > 1).then(|| Act::Submit(Submit { item, collective: true, ..Submit::default() }))
}

fn lines(world: &World, batch: Batch) -> Result<Vec<Line>, Refusal> {
    let Batch { lines, item, form, people, csv, .. } = batch;
    let said = [!lines.is_empty(), !people.is_empty(), csv.is_some()].into_iter().filter(|said| *said).count();
    if said != 1 {
        return Err(Refusal::invalid("", "required", "Send either `lines`, or an `item` with `people` or with `csv`."));
    }
    if !lines.is_empty() {
        if item.is_some() || !form.is_empty() {
            return Err(Refusal::invalid("/item", "unknown", "each of the `lines` has an item of its own"));
        }
        let line = |(n, wish)| Line { pointer: format!("/lines/{n}"), row: None, wish };
        return Ok(lines.into_iter().enumerate().map(line).collect());
    }
    let item = item.ok_or_else(|| Refusal::invalid("/item", "required", "Name the item."))?;
    if let Some(text) = csv {
        return table(world, &item, &form, &text);
    }
    let line = |(n, person)| {
        let wish = Submit { item: item.clone(), form: form.clone(), requested_for: Some(person), ..Submit::default() };
        Line { pointer: format!("/people/{n}"), row: None, wish }
    };
    Ok(people.into_iter().enumerate().map(line).collect())
}

/// The same thing for the same person twice: who wants two of it says so in the
/// form. Lines of a cart are as they are.
fn named_twice(lines: &[Line]) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| !line.pointer.starts_with("/lines/")) {
        let same =
            |other: &Line| other.wish.requested_for == line.wish.requested_for && other.wish.form == line.wish.form;
        if lines.iter().take(n).any(same) {
            let row = line.row.map(|row| format!("row {row}: ")).unwrap_or_default();
            let person = line.wish.requested_for.as_deref().unwrap_or_default();
            let message = format!("{row}`{person}` is named twice for the same.");
            errors.push(FieldError::new(line.pointer.clone(), "duplicate", message));
        }
    }
    errors
}

/// A table's rows as requests. A text is read as the field's schema wants it.
fn table(world: &World, item: &str, shared: &Map<String, Json>, text: &str) -> Result<Vec<Line>, Refusal> {
    let wrong = |message: String| Refusal::invalid("/csv", "csv", message);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).delimiter(separator(text)).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| wrong(error.to_string()))?.clone();
    if !header.iter().any(|column| column == "requested_for") {
        return Err(wrong("there is no column `requested_for`".to_owned()));
    }
    let twice = header.iter().enumerate().find(|(n, column)| header.iter().take(*n).any(|other| other == *column));
    if let Some((_, column)) = twice {
        return Err(wrong(format!("the column `{column}` is there twice")));
    }
    let schema = world.content.items.get(item).map(|item| item.schema.clone()).unwrap_or_default();
    let mut lines = Vec::new();
    for (n, row) in reader.records().take(MOST_LINES + 1).enumerate() {
        let row = row.map_err(|error| wrong(format!("row {}: {error}", n + 1)))?;
        let mut wish = Submit { item: item.to_owned(), form: shared.clone(), ..Submit::default() };
        for (column, cell) in header.iter().zip(row.iter()).filter(|(_, cell)| !cell.is_empty()) {
            if column == "requested_for" {
                wish.requested_for = Some(cell.to_owned());
            } else {
                wish.form.insert(column.to_owned(), read_cell(&schema, column, cell));
            }
        }
        if wish.requested_for.is_none() {
            return Err(wrong(format!("row {}: requested_for is empty", n + 1)));
        }
        lines.push(Line { pointer: "/csv".to_owned(), row: Some(n + 1), wish });
    }
    Ok(lines)
}

/// A ticket under which others are submitted.
fn parent_of(ticket: &Ticket) -> Parent {
    Parent {
        ticket: ticket.id,
        number: ticket.number,
        label: number_text(ticket.kind, ticket.number),
        step: None,
        approved: false,
    }
}

/// The ticket that was just submitted, as the parent of others.
///
/// # Errors
/// 404, 503.
pub fn parent(v: &mut View<'_>, number: i64) -> Result<Parent, Refusal> {
    let state = v.reader.state(number, Depth::Open).map_err(|error| unavailable(&error))?;
    state.map(|state| parent_of(&state.ticket)).ok_or_else(Refusal::not_found)
}

/// The numbers of tickets that the caller sees, as people say them.
///
/// # Errors
/// 503.
pub fn labels(v: &mut View<'_>, user: &User, numbers: Vec<Option<i64>>) -> Result<Vec<Option<String>>, Refusal> {
    let sight = Sight::of(user);
    let label = |number: Option<i64>| {
        let Some(number) = number else { return Ok(None) };
        let ticket = v.reader.seen(number, &sight).map_err(|error| unavailable(&error))?;
        Ok(ticket.map(|ticket| number_text(ticket.kind, ticket.number)))
    };
    numbers.into_iter().map(label).collect()
}

/// An open ticket of the same person and item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KnownTicket {
    /// Its number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// Since when.
    pub created_at: Time,
}

/// What a person has open of an item, as far as the caller sees it, the latest first.
///
/// # Errors
/// 503.
pub fn known(
    v: &mut View<'_>,
    user: &User,
    item: &str,
    requested_for: Option<&str>,
) -> Result<Vec<KnownTicket>, Refusal> {
    let person = match requested_for {
        None => Some(user.id),
        Some(name) => v.world.people.by_username(name).map(|user| user.id),
    };
    let Some(person) = person else { return Ok(Vec::new()) };
    let found = v.reader.open_of(person, item, &Sight::of(user), MOST_KNOWN).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    let known = |ticket: Ticket| KnownTicket {
        number: number_text(ticket.kind, ticket.number),
        title: viewer.say(&ticket.title),
        status: ticket.status,
        created_at: ticket.created_at,
    };
    Ok(found.into_iter().map(known).collect())
}

/// A former request as the beginning of a new one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Copy {
    /// The catalog item.
    pub item: String,
    /// The form as it was, without files: they stay with their ticket.
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Title, where it was not the item's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Description, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// For whom it was, where it was not for the caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_for: Option<String>,
    /// Its number where it is closed: a request that is made of this may name it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The version of the form that is in force now.
    pub item_version: String,
    /// What of the form does not fit any more.
    pub errors: Vec<FieldError>,
}

/// What one would send to ask for the same again. Writes nothing.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 409 where they may not ask
/// for it any more.
pub fn copy(v: &mut View<'_>, user: &Arc<User>, number: i64) -> Result<Copy, Refusal> {
    let found = v.reader.glance(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let glance = found.ok_or_else(Refusal::not_found)?;
    let ticket = &glance.ticket;
    let item = v.world.content.items.get(&ticket.item).filter(|item| v.world.may_see(user, item));
    let item = item.ok_or_else(|| {
        Refusal::new(Code::IllegalOperation, format!("`{}` cannot be asked for by you any more.", ticket.item))
    })?;
    let mut form = Json::Object(glance.submission.form.clone());
    for file in item.meaning.files.iter().filter(|path| !path.contains('.')) {
        if let Some(fields) = form.as_object_mut() {
            fields.remove(file.trim_end_matches("[]"));
        }
    }
    let form = form.as_object().cloned().unwrap_or_default();
    let person = v.world.people.user(ticket.requested_for).filter(|person| person.id != user.id && person.active);
    Ok(Copy {
        item: item.name.clone(),
        errors: wrong_sent(v.world, item, &form, None, v.now),
        form,
        title: Some(ticket.title.clone()).filter(|title| *title != item.title),
        description: Some(ticket.description.clone()).filter(|text| !text.is_empty()),
        requested_for: person.map(|person| person.username.clone()),
        follows: (ticket.status == Status::Closed).then(|| number_text(ticket.kind, ticket.number)),
        item_version: item.version.clone(),
    })
}
