//! `POST /attachments`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use crate::http::upload;
use crate::model::view::AttachmentView;
use actix_multipart::Multipart;
use actix_web::http::header;
use actix_web::{HttpResponse, post};
use utoipa::ToSchema;

/// The form that a file is sent in.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it only describes the form")]
pub struct FileForm {
    /// The file.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Send a file up. It is mine alone for a day; then it is gone, unless a form,
/// a comment or a ticket names it.
#[utoipa::path(
    tag = "attachments",
    request_body(content = FileForm, content_type = "multipart/form-data", example = json!({"file": "…"})),
    responses(
        (status = 201, description = "The file", body = AttachmentView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::staged())),
        problems::Uploaded,
    ),
)]
#[post("/attachments")]
pub async fn upload_attachment(call: Signed, form: Multipart) -> Answer {
    call.query.verdict()?;
    let file = upload::take(call.desk(), &call.caller, &call.state.options, form).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/attachments/{}", file.id)));
    Ok(response.json(file))
}
