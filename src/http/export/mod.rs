//! Exported lists as files: text with commas, and workbooks. Nothing in them is
//! ever taken for a formula.

mod csv;
mod xlsx;

pub use csv::as_csv;
pub use xlsx::as_xlsx;

use super::problem::Problem;
use super::query::Query;
use crate::model::problem::{FieldError, Refusal};
use crate::model::time::Time;
use crate::model::view::{Column, USUAL_COLUMNS, column};
use chrono::NaiveDateTime;
use chrono_tz::Tz;

/// Columns of one table.
const MOST_COLUMNS: usize = 50;

/// Reads `columns`: the usual ones where nobody chooses.
///
/// # Errors
/// 422 with what is wrong with them.
pub fn columns(query: &Query) -> Result<Vec<&'static Column>, Problem> {
    let chosen = query.each("columns", "a column", column);
    let chosen =
        if chosen.is_empty() { USUAL_COLUMNS.iter().filter_map(|name| column(name)).collect() } else { chosen };
    query.verdict()?;
    if chosen.len() > MOST_COLUMNS {
        let error = FieldError::new("/columns", "length", format!("a table has at most {MOST_COLUMNS} columns"));
        return Err(Refusal::invalid_fields(vec![error]).into());
    }
    Ok(chosen)
}

/// A moment as the clock of the reader's zone shows it.
fn local(at: Time, zone: Tz) -> NaiveDateTime {
    at.utc().with_timezone(&zone).naive_local()
}
