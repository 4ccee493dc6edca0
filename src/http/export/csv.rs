//! Text with commas (RFC 4180), with the mark that tells Excel that it is UTF-8.

use super::local;
use crate::desk::{Cell, Export};
use crate::http::problem::Problem;
use crate::model::problem::Code;
use actix_web::web::Bytes;
use chrono_tz::Tz;
use futures_util::TryStreamExt;
use futures_util::stream::{Stream, unfold};

/// What a spreadsheet may take for the beginning of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Where a spreadsheet that takes something else for the separator begins a cell.
const SEPARATORS: [char; 4] = [';', '\t', '\n', '\r'];

/// Text that no spreadsheet takes for a formula, wherever it sees cells begin.
fn disarmed(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        // Blanks and quotes before it are left out by who reads the cell.
        if begins && FORMULA.contains(&letter) {
            safe.push('\'');
        }
        begins = SEPARATORS.contains(&letter) || (begins && [' ', '"'].contains(&letter));
        safe.push(letter);
    }
    safe
}

fn written(cell: &Cell, zone: Tz) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => disarmed(text),
        Cell::Time(at) => local(*at, zone).format("%Y-%m-%d %H:%M:%S").to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}

fn lines(rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The table, page by page as it is read. A failure on the way breaks the
/// connection off: half a table is not taken for a whole one.
pub fn as_csv(export: Export, zone: Tz) -> impl Stream<Item = Result<Bytes, actix_web::Error>> + 'static {
    let failed = |_| Problem::new(Code::Internal, "the table could not be written");
    let head = lines(std::iter::once(export.titles.iter().map(|title| disarmed(title)).collect()));
    let head = head.map(|head| [b"\xEF\xBB\xBF".as_slice(), &head].concat()).map_err(failed);
    let pages = unfold((Some(head), Some(export.rows)), move |(head, rows)| async move {
        if let Some(head) = head {
            return Some((head.map(Bytes::from), (None, rows)));
        }
        let mut rows = rows?;
        match rows.recv().await? {
            Ok(page) => {
                let cells = page.iter().map(|row| row.iter().map(|cell| written(cell, zone)).collect());
                Some((lines(cells).map(Bytes::from).map_err(failed), (None, Some(rows))))
            }
            Err(refusal) => Some((Err(Problem::from(refusal)), (None, None))),
        }
    });
    pages.map_err(actix_web::Error::from)
}

#[cfg(test)]
mod tests {
    use super::disarmed;

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for wrong in ["=1+1", "+49 30", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(disarmed(wrong), format!("'{wrong}"));
        }
        assert_eq!(disarmed("a=b"), "a=b");
    }
}
