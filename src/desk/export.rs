//! Exports of a list: read page by page on a thread and a connection of their
//! own, handed on as fast as they are taken, never collected. At most a few run
//! at a time.

use super::views::{ListQuery, View, list_page};
use super::workers::unavailable;
use super::{Caller, Desk, Shared};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::model::view::{Column, Holds};
use serde_json::Value as Json;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{mpsc, oneshot};

/// Exports that run at a time on one node.
const ABREAST: usize = 2;
/// Pages that wait for whoever takes them.
const PAGES_AHEAD: usize = 2;
/// Tickets of a page.
const PAGE: u32 = 200;

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, as people wrote it.
    Text(String),
    /// A moment.
    Time(Time),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

/// Rows of a table, or why there are no more.
pub type Rows = Result<Vec<Vec<Cell>>, Refusal>;

/// A table on its way.
pub struct Export {
    /// The columns' titles in the reader's language.
    pub titles: Vec<String>,
    /// Its rows, page by page.
    pub rows: mpsc::Receiver<Rows>,
}

/// How many run.
#[derive(Default)]
pub struct Running(AtomicUsize);

/// The place of one that runs; free again when it is dropped.
struct Place(Arc<Shared>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.exports.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn place(shared: &Arc<Shared>) -> Result<Place, Refusal> {
    if shared.exports.0.fetch_add(1, Ordering::SeqCst) < ABREAST {
        return Ok(Place(Arc::clone(shared)));
    }
    shared.exports.0.fetch_sub(1, Ordering::SeqCst);
    let mut refusal = Refusal::new(Code::TooMany, format!("{ABREAST} exports run already; try again in a moment."));
    refusal.retry_after = Some(5);
    Err(refusal)
}

/// The cell of a column in a ticket as its viewer sees it.
fn cell(ticket: &Json, column: &Column) -> Cell {
    let Some(value) = ticket.pointer(column.at) else { return Cell::Empty };
    let text = || match value {
        Json::String(text) => Cell::Text(text.clone()),
        Json::Null => Cell::Empty,
        other => Cell::Text(other.to_string()),
    };
    match column.holds {
        Holds::Text => text(),
        Holds::Time => value.as_str().and_then(Time::parse).map_or(Cell::Empty, Cell::Time),
        Holds::Number => value.as_i64().map_or(Cell::Empty, Cell::Number),
        Holds::Flag => value.as_bool().map_or(Cell::Empty, Cell::Flag),
        Holds::List => {
            let entries: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
            if entries.is_empty() { Cell::Empty } else { Cell::Text(entries.join(", ")) }
        }
    }
}

impl Desk {
    /// Begins an export of the tickets that the caller sees.
    ///
    /// # Errors
    /// 422 where there are more than the desk exports at once, 429 where too many
    /// run, 503.
    pub async fn export(
        &self,
        caller: &Caller,
        query: ListQuery,
        columns: Vec<&'static Column>,
    ) -> Result<Export, Refusal> {
        let shared = Arc::clone(&self.shared);
        let place = place(&shared)?;
        let world = self.world();
        let titles = {
            let viewer = world.viewer(&caller.user, self.clock().now());
            columns.iter().map(|column| viewer.say(column.title)).collect()
        };
        let (sender, rows) = mpsc::channel(PAGES_AHEAD);
        let (begun, begins) = oneshot::channel();
        let user = Arc::clone(&caller.user);
        let export = move || {
            let shared = &place.0;
            write(shared, &user, query, &columns, begun, &sender);
        };
        let thread = std::thread::Builder::new().name("export".to_owned()).spawn(export);
        thread.map_err(|error| {
            tracing::error!(%error, "an export did not begin");
            Refusal::unavailable("The export could not begin.")
        })?;
        begins.await.unwrap_or_else(|_| Err(Refusal::unavailable("The export broke off.")))?;
        Ok(Export { titles, rows })
    }
}

/// Reads page after page until the end, or until nobody takes them any more.
fn write(
    shared: &Shared,
    user: &User,
    mut query: ListQuery,
    columns: &[&'static Column],
    begun: oneshot::Sender<Result<(), Refusal>>,
    sender: &mpsc::Sender<Rows>,
) {
    let mut reader = match shared.store.reader() {
        Ok(reader) => reader,
        Err(error) => return drop(begun.send(Err(unavailable(&error)))),
    };
    let world = shared.world.load_full();
    let mut view = View { reader: &mut reader, world: &world, popular: &shared.popular, now: shared.clock.now() };
    let most = shared.options.export_rows;
    let few = list_page::at_most(&mut view, user, &query, most);
    let go_on = matches!(few, Ok(true));
    let few = few.and_then(|few| {
        let told = format!("More than {most} tickets are in this list: narrow it by a filter.");
        if few { Ok(()) } else { Err(Refusal::invalid("", "too_many_rows", told)) }
    });
    if begun.send(few).is_err() || !go_on {
        return;
    }
    query.limit = PAGE;
    query.count = false;
    query.cursor = None;
    let mut left = most;
    while left > 0 && !shared.stopping.load(Ordering::Relaxed) {
        let page = super::views::list(&mut view, user, &query);
        let (rows, next): (Rows, Option<String>) = match page {
            Err(refusal) => (Err(refusal), None),
            Ok(page) => {
                let row = |ticket| {
                    let ticket = serde_json::to_value(ticket).unwrap_or_default();
                    columns.iter().map(|column| cell(&ticket, column)).collect()
                };
                (Ok(page.items.iter().take(left).map(row).collect()), page.next_cursor)
            }
        };
        left = left.saturating_sub(rows.as_ref().map_or(left, Vec::len));
        if sender.blocking_send(rows).is_err() {
            return;
        }
        query.cursor = next;
        if query.cursor.is_none() {
            return;
        }
    }
}
