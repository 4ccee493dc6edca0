//! A file that is sent up: `multipart/form-data` (RFC 7578) with one part
//! `file`, passed on piece by piece; nothing of it is held in memory.

use super::options::Options;
use super::problem::Problem;
use crate::desk::attachments::Incoming;
use crate::desk::{Caller, Desk};
use crate::model::problem::Refusal;
use crate::model::view::AttachmentView;
use actix_multipart::{Field, Multipart};
use actix_web::http::header::ExtendedValue;
use futures_util::StreamExt;

/// Takes the one file of a form in.
///
/// # Errors
/// 400 where the form cannot be read or breaks off, 413, 422, 503.
pub async fn take(
    desk: &Desk,
    caller: &Caller,
    options: &Options,
    mut form: Multipart,
) -> Result<AttachmentView, Problem> {
    let part = tokio::time::timeout(options.body_within, form.next()).await.map_err(|_| late())?;
    let field = match part {
        None => return Err(missing()),
        Some(Err(_)) => return Err(unreadable()),
        Some(Ok(field)) if field.name() == Some("file") => field,
        Some(Ok(_)) => return Err(missing()),
    };
    let name = name_of(&field).unwrap_or_default();
    let mut incoming = desk.begin_upload(caller, &name).await?;
    match pieces(&mut incoming, field, options).await {
        Ok(()) => Ok(incoming.finish().await?),
        Err(problem) => {
            incoming.abort().await;
            Err(problem)
        }
    }
}

/// Each piece has the time of a whole small body: what trickles is cut off.
async fn pieces(incoming: &mut Incoming, mut field: Field, options: &Options) -> Result<(), Problem> {
    loop {
        match tokio::time::timeout(options.body_within, field.next()).await.map_err(|_| late())? {
            None => return Ok(()),
            Some(Err(_)) => return Err(unreadable()),
            Some(Ok(piece)) => incoming.write(piece).await?,
        }
    }
}

/// `filename*` before `filename` (RFC 6266): names are UTF-8.
fn name_of(field: &Field) -> Option<String> {
    let about = field.content_disposition()?;
    let extended = about.get_filename_ext().map(|ExtendedValue { value, .. }| value.clone());
    let extended = extended.and_then(|bytes| String::from_utf8(bytes).ok());
    extended.or_else(|| about.get_filename().map(str::to_owned))
}

fn late() -> Problem {
    Problem::malformed("The file did not arrive in time.")
}

fn unreadable() -> Problem {
    Problem::malformed("Send the file as `multipart/form-data`, whole.")
}

fn missing() -> Problem {
    Refusal::invalid("/file", "required", "The form's first part must be `file`.").into()
}
