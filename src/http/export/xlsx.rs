//! A workbook of one sheet. Its rows go to a temporary file while they come in;
//! what is kept in memory is the finished, compressed file.

use super::local;
use crate::desk::{Cell, Export};
use crate::http::problem::Problem;
use crate::model::problem::Code;
use crate::model::time::Time;
use chrono::{Datelike, Timelike};
use chrono_tz::Tz;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Characters that a cell of a workbook holds.
const LONGEST: usize = 32_767;

fn broken(error: &XlsxError) -> Problem {
    tracing::error!(%error, "a workbook could not be written");
    Problem::new(Code::Internal, "the workbook could not be written")
}

/// The finished file, said to be written `at` that moment: the same rows at the
/// same moment are the same file. Blocks until all rows have come.
///
/// # Errors
/// What the reader of the rows says, or the writer of the file.
pub fn as_xlsx(mut export: Export, zone: Tz, at: Time) -> Result<Vec<u8>, Problem> {
    let mut workbook = Workbook::new();
    let written = date(at, zone).map_err(|error| broken(&error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
    let (bold, moment) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"));
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(|error| broken(&error))?;
    let titles = (0_u16..).zip(&export.titles);
    for (column, title) in titles {
        sheet.write_string_with_format(0, column, title, &bold).map_err(|error| broken(&error))?;
    }
    let mut line = 1;
    while let Some(page) = export.rows.blocking_recv() {
        for row in page? {
            for (column, cell) in (0_u16..).zip(&row) {
                write(sheet, line, column, cell, zone, &moment).map_err(|error| broken(&error))?;
            }
            line += 1;
        }
    }
    workbook.save_to_buffer().map_err(|error| broken(&error))
}

/// A part of a date, which is always small.
fn part(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

/// A moment in the reader's zone.
fn date(at: Time, zone: Tz) -> Result<ExcelDateTime, XlsxError> {
    let at = local(at, zone);
    let day = ExcelDateTime::from_ymd(u16::try_from(at.year()).unwrap_or(9999), part(at.month()), part(at.day()))?;
    day.and_hms(u16::try_from(at.hour()).unwrap_or(0), part(at.minute()), at.second())
}

/// Text is written as text: a workbook takes it for nothing else.
fn write(
    sheet: &mut Worksheet,
    line: u32,
    column: u16,
    cell: &Cell,
    zone: Tz,
    moment: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text: String = text.chars().take(LONGEST).collect();
            sheet.write_string(line, column, text)?;
        }
        Cell::Time(at) => {
            sheet.write_datetime_with_format(line, column, &date(*at, zone)?, moment)?;
        }
        Cell::Number(number) => {
            sheet.write_number(line, column, f64::from(i32::try_from(*number).unwrap_or(i32::MAX)))?;
        }
        Cell::Flag(flag) => {
            sheet.write_boolean(line, column, *flag)?;
        }
    }
    Ok(())
}
