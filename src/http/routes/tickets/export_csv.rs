//! `GET /tickets/export.csv`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::{ExportColumns, TicketFilter};
use crate::http::document::problems;
use crate::http::export::{as_csv, columns};
use crate::http::ticket_filter::read;
use crate::model::origin::Action;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// The tickets of a list as text with commas, times by the clock of my zone.
#[utoipa::path(
    tag = "tickets",
    params(TicketFilter, ExportColumns),
    responses(
        (status = 200, description = "The table", content_type = "text/csv", body = String, example = json!("…")),
        problems::Exported,
    ),
)]
#[get("/tickets/export.csv")]
pub async fn export_csv(call: Signed) -> Answer {
    let (query, chosen) = (read(&call.query), columns(&call.query)?);
    let zone = call.caller.user.zone.parse().unwrap_or(chrono_tz::UTC);
    let asked = call.request.query_string().to_owned();
    call.desk().note(&call.caller, |entry| entry.to("csv").with("query", asked), Action::TicketsExported).await?;
    let export = call.desk().export(&call.caller, query, chosen).await?;
    let body = as_csv(export, zone);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"tickets.csv\""))
        .streaming(Box::pin(body)))
}
