//! `GET /attachments/{id}/content`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::http::header::{self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use actix_web::{HttpResponse, get};
use futures_util::StreamExt;

/// What is in a file. It is always a download, and never run: whoever opens it
/// in a browser gets it sandboxed.
#[utoipa::path(
    tag = "attachments",
    params(Id),
    responses(
        (status = 200, description = "The file's bytes", content_type = "application/octet-stream", body = Vec<u8>,
            headers(("Content-Disposition" = String, description = "`attachment` with the file's name")),
            example = json!("…")),
        problems::Shown,
    ),
)]
#[get("/attachments/{id}/content")]
pub async fn download_attachment(call: Signed) -> Answer {
    let (file, size, pieces) = call.desk().content_of(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    let pieces = pieces.map(|piece| {
        piece.map_err(|error| {
            tracing::error!(%error, "a file broke off while it was read");
            actix_web::error::ErrorInternalServerError("the file broke off")
        })
    });
    let mut response = HttpResponse::Ok();
    response.insert_header(disposition(&file.name)).insert_header((header::CONTENT_TYPE, file.media_type));
    response.insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"));
    Ok(response.no_chunking(size).streaming(pieces))
}

/// A plain name for old programs, the real one in UTF-8 (RFC 6266 section 4.3).
fn disposition(name: &str) -> ContentDisposition {
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ';
    let ascii: String = name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    let mut parameters = vec![DispositionParam::Filename(ascii.clone())];
    if ascii != name {
        parameters.push(DispositionParam::FilenameExt(ExtendedValue {
            charset: Charset::Ext("UTF-8".to_owned()),
            language_tag: None,
            value: name.as_bytes().to_vec(),
        }));
    }
    ContentDisposition { disposition: DispositionType::Attachment, parameters }
}
