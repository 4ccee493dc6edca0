//! `GET /tickets/export.xlsx`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::{ExportColumns, TicketFilter};
use crate::http::document::problems;
use crate::http::export::{as_xlsx, columns};
use crate::http::problem::Problem;
use crate::http::ticket_filter::read;
use crate::model::origin::Action;
use crate::model::problem::Code;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The tickets of a list as a workbook, times by the clock of my zone.
#[utoipa::path(
    tag = "tickets",
    params(TicketFilter, ExportColumns),
    responses(
        (status = 200, description = "The table", content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = String, example = json!("…")),
        problems::Exported,
    ),
)]
#[get("/tickets/export.xlsx")]
pub async fn export_xlsx(call: Signed) -> Answer {
    let (query, chosen) = (read(&call.query), columns(&call.query)?);
    let zone = call.caller.user.zone.parse().unwrap_or(chrono_tz::UTC);
    let asked = call.request.query_string().to_owned();
    call.desk().note(&call.caller, |entry| entry.to("xlsx").with("query", asked), Action::TicketsExported).await?;
    let at = call.desk().clock().now();
    let export = call.desk().export(&call.caller, query, chosen).await?;
    let made = tokio::task::spawn_blocking(move || as_xlsx(export, zone, at)).await;
    let file = made.map_err(|_| Problem::new(Code::Internal, "the writer of a workbook panicked"))??;
    Ok(HttpResponse::Ok()
        .content_type(KIND)
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"tickets.xlsx\""))
        .body(file))
}
