//! `POST /catalog/{item}/preview`.

use crate::desk::command::Submit;
use crate::desk::preview::{PreviewView, PreviewWish, preview};
use crate::desk::{reception, views};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, post};

/// What a filled form would come to: who will be asked, what it costs, when it
/// is due; under `files`, what it would come to with texts that are not published
/// yet. Writes nothing.
#[utoipa::path(
    tag = "catalog",
    params(("item" = String, Path, description = "The item's name", example = "laptop")),
    request_body(content = PreviewWish, example = json!({"form": {"model": "pro"}})),
    responses(
        (status = 200, description = "Steps, cost, due times and all ways", body = PreviewView,
            example = json!(examples::preview())),
        problems::Previewed,
    ),
)]
#[post("/catalog/{item}/preview")]
pub async fn preview_item(call: Change) -> Answer {
    let item = call.signed.part("item").unwrap_or_default();
    let body = match call.body::<PreviewWish>() {
        Ok(PreviewWish { form, requested_for, files: Some(files) }) => {
            let wish = Submit { item, form, requested_for, ..Submit::default() };
            let seen = call.signed.desk().preview_draft(&call.signed.caller, wish, files).await?;
            return Ok(HttpResponse::Ok().json(seen));
        }
        body => body,
    };
    let user = call.signed.caller.user.clone();
    let seen = call.signed.desk().read(move |view| {
        // Whoever may not see the item hears nothing of the body.
        views::catalog_item(view, &user, &item)?;
        let PreviewWish { form, requested_for, .. } = body?;
        let wish = Submit { item, form, requested_for, ..Submit::default() };
        let known = reception::known(view, &user, &wish.item, wish.requested_for.as_deref())?;
        preview(view.world, &user, wish, view.now).map(|seen| PreviewView { known, ..seen })
    });
    Ok(HttpResponse::Ok().json(seen.await?))
}
