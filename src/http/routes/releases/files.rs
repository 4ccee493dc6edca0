//! `GET /releases/current/files`, `GET /releases/current/file`.

use crate::desk::authoring::{FileEntry, FileText};
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::{FilePath, FilePrefix};
use crate::http::document::{examples, problems};
use crate::http::precondition::etag_of;
use crate::model::problem::Refusal;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// The files in force, by path: forms, scripts, scenarios, lists, translations, jobs, the policy, plugins.
#[utoipa::path(
    tag = "content",
    params(FilePrefix),
    responses(
        (status = 200, description = "The files", body = Page<FileEntry>,
            example = json!(examples::list(examples::file_entry()))),
        problems::Authored,
    ),
)]
#[get("/releases/current/files")]
pub async fn list_files(call: Signed) -> Answer {
    let prefix = call.query.text("prefix").unwrap_or_default();
    let files = call.desk().files_in_force(&call.caller, prefix).await?;
    call.query.verdict()?;
    whole(files)
}

/// One file in force with its text. `PUT /releases` publishes another one, where it is `editable`.
#[utoipa::path(
    tag = "content",
    params(FilePath),
    responses(
        (status = 200, description = "The file", body = FileText,
            headers(("ETag" = String, description = "The hash of its text")),
            example = json!(examples::file_text())),
        problems::Authored,
    ),
)]
#[get("/releases/current/file")]
pub async fn show_file(call: Signed) -> Answer {
    let path = call.query.text("path");
    let file = call.desk().file_in_force(&call.caller, path.clone().unwrap_or_default()).await;
    if path.is_none() && file.as_ref().is_err_and(|refusal| refusal.code == crate::model::problem::Code::NotFound) {
        call.query.verdict()?;
        return Err(Refusal::invalid("/path", "required", "say which file").into());
    }
    let file = file?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag_of(&file.entry.hash))).json(file))
}
