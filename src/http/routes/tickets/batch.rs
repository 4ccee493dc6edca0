//! `POST /tickets/batch`.

use crate::desk::command::{Act, Submit};
use crate::desk::reception::{self, Batch, Line};
use crate::http::answer::Answer;
use crate::http::bulk::ABREAST;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::problems;
use crate::http::language;
use crate::http::once::REPLAYED;
use crate::http::problem::{Problem, ProblemDocument};
use crate::http::request_id::RequestId;
use crate::model::problem::Refusal;
use crate::model::ticket::Parent;
use actix_web::{HttpMessage, HttpResponse, post};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What became of one request.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct BatchLine {
    /// Where the call says it.
    #[schema(example = "/people/0")]
    pub of: String,
    /// Its number in a table, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The ticket's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Why it was refused after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemDocument>,
}

/// What became of all of them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct BatchMade {
    /// The ticket under which they lie.
    pub parent: Option<String>,
    /// One result each, in the order of the call.
    pub items: Vec<BatchLine>,
}

/// Ask for several things, or for one thing for many people; each is a ticket
/// of its own. What is wrong in any line keeps all from being submitted; a repeat under
/// the same key goes on where an earlier call was cut off.
#[utoipa::path(
    tag = "tickets",
    params(Once),
    request_body(content = Batch,
        example = json!({"item": "headphones", "form": {"kind": "wireless"}, "people": ["ann", "max"]})),
    responses(
        (status = 201, description = "The tickets", body = BatchMade,
            example = json!({"parent": "SR-000123", "items": [{"of": "/people/0", "number": "SR-000124"},
                {"of": "/people/1", "number": "SR-000125"}]})),
        problems::Submission,
    ),
)]
#[post("/tickets/batch")]
pub async fn submit_batch(call: Change) -> Answer {
    let batch: Batch = call.body()?;
    let user = call.signed.caller.user.clone();
    let order = call.signed.desk().read(move |view| reception::order(view, &user, batch)).await?;
    let (base, print) = call.base().await?;
    let mut replayed = true;
    let parent = match order.parent {
        Some(act) => {
            let done = call.signed.desk().carry_out(call.one_of(format!("{base}/parent"), print, act)).await?;
            replayed &= done.replayed;
            let number = done.number;
            let read = move |view: &mut crate::desk::views::View<'_>| reception::parent(view, number);
            Some(call.signed.desk().read(read).await?)
        }
        None => None,
    };
    let lines: Vec<Line> = order.lines;
    let commands: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(n, line)| call.one_of(format!("{base}/{n}"), print, submitted(line, parent.as_ref())))
        .collect();
    let desk = call.signed.desk().clone();
    // It goes on when the caller hangs up.
    let all = actix_web::rt::spawn(async move {
        let each = commands.into_iter().map(|command| {
            let desk = desk.clone();
            async move { desk.carry_out(command).await }
        });
        futures_util::stream::iter(each).buffered(ABREAST).collect::<Vec<_>>().await
    });
    let carried = all.await.map_err(|_| Problem::from(Refusal::unavailable("The desk is stopping.")))?;
    let numbers: Vec<Option<i64>> = carried.iter().map(|it| it.as_ref().ok().map(|done| done.number)).collect();
    let user = call.signed.caller.user.clone();
    let labels = call.signed.desk().read(move |view| reception::labels(view, &user, numbers)).await?;
    let id = call.signed.request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default();
    let speaks = language::of(&call.signed.request);
    let mut items = Vec::new();
    for ((line, carried), number) in lines.into_iter().zip(carried).zip(labels) {
        replayed &= carried.as_ref().is_ok_and(|done| done.replayed);
        let problem = carried.err().map(|refusal| Problem::from(refusal).document(&id, speaks));
        items.push(BatchLine { of: line.pointer, row: line.row, number, problem });
    }
    let mut response = HttpResponse::Created();
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(BatchMade { parent: parent.map(|parent| parent.label), items }))
}

fn submitted(line: &Line, parent: Option<&Parent>) -> Act {
    Act::Submit(Submit { parent: parent.cloned(), ..line.wish.clone() })
}
