//! `GET /stream`: server-sent events.

use crate::desk::{Caller, News, Passed, Subscription};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::LastEvent;
use crate::http::document::problems;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::event::EventType;
use crate::store::LogPlace;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, get};
use futures_util::stream::unfold;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;
use utoipa::ToSchema;

/// A comment is sent so often, so that what lies between sees the connection in use.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often it is asked whether the caller is still who they were.
const STILL: Duration = Duration::from_secs(1);

/// What the `data` of an event says: that a ticket is another now.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Happened {
    /// The ticket's number.
    #[schema(example = "SR-000123")]
    pub number: String,
    /// Its version.
    pub version: i64,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
}

/// A place as the `id` of an event.
fn written(place: LogPlace) -> String {
    format!("{}-{}", place.xid, place.position)
}

fn place(text: &str) -> Option<LogPlace> {
    let (xid, position) = text.split_once('-')?;
    Some(LogPlace { xid: xid.parse().ok()?, position: position.parse().ok()? })
}

/// What happens on tickets that I may see, as it happens. Each event's `id` is its place in the
/// log: who comes again with it as `Last-Event-ID` misses nothing. It ends with
/// the session and when the caller's roles or groups change.
#[utoipa::path(
    tag = "tickets",
    params(LastEvent),
    responses(
        (status = 200, description = "Events until one side hangs up; `data` is `{number, version, type}`",
            content_type = "text/event-stream", body = Happened,
            example = json!("id: 0-4711\ndata: {\"number\":\"SR-000123\",\"version\":8,\"type\":\"step.settled\"}\n\n")),
        problems::Streamed,
    ),
)]
#[get("/stream")]
pub async fn stream(call: Signed) -> Answer {
    let header = call.request.headers().get("last-event-id");
    let after = match header.map(|value| value.to_str().ok().and_then(place)) {
        Some(None) => return Err(Problem::malformed("`Last-Event-ID` must be the `id` of an event of this stream.")),
        Some(place) => place,
        None => None,
    };
    call.query.verdict()?;
    let subscription = call.desk().listen(&call.caller).await?;
    let stopping = call.state.stopping();
    let client = Client {
        behind: after.filter(|after| *after < subscription.from),
        sent: after.unwrap_or(subscription.from),
        subscription,
        caller: call.caller,
        token: call.token,
        state: call.state,
        stopping,
        ready: VecDeque::from([Bytes::from_static(b"retry: 1000\n: welcome\n\n")]),
        heartbeat: Instant::now() + HEARTBEAT,
    };
    let body = unfold(client, |mut client| async move {
        let next = client.next().await?;
        Some((Ok::<_, actix_web::Error>(next), client))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(Box::pin(body)))
}

struct Client {
    subscription: Subscription,
    /// From where the log itself has to be read, until it has caught up.
    behind: Option<LogPlace>,
    /// The last place that was sent, or passed over.
    sent: LogPlace,
    caller: Caller,
    token: String,
    state: Data<State>,
    stopping: tokio::sync::watch::Receiver<bool>,
    ready: VecDeque<Bytes>,
    heartbeat: Instant,
}

impl Client {
    /// The next piece; none at the end.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Some(ready);
            }
            if let Some(after) = self.behind {
                self.catch_up(after).await?;
                continue;
            }
            let still = Instant::now() + STILL;
            tokio::select! {
                _ = self.stopping.changed() => return None,
                passed = self.subscription.news.recv() => match passed? {
                    Passed::News(news) => {
                        if self.is_still_who_they_were().await { self.tell(&news) } else { return None }
                    }
                    Passed::Knock => self.beat(),
                },
                () = tokio::time::sleep_until(still.min(self.heartbeat)) => {
                    if !self.is_still_who_they_were().await {
                        return None;
                    }
                    if Instant::now() >= self.heartbeat {
                        self.beat();
                    }
                }
            }
        }
    }

    /// Sends a comment.
    fn beat(&mut self) {
        self.heartbeat = Instant::now() + HEARTBEAT;
        self.ready.push_back(Bytes::from_static(b": still here\n\n"));
    }

    /// Reads a page of what was missed.
    async fn catch_up(&mut self, after: LogPlace) -> Option<()> {
        if !self.is_still_who_they_were().await {
            return None;
        }
        let until = self.subscription.from;
        let (missed, last) = self.state.desk.missed(&self.caller, after, until).await.ok()?;
        for news in &missed {
            self.tell(news);
        }
        self.behind = last.filter(|last| *last < until);
        Some(())
    }

    fn tell(&mut self, news: &News) {
        // Who comes from another node may be ahead of what this one has read.
        if news.place <= self.sent {
            return;
        }
        self.sent = news.place;
        let data = json!({"number": news.number, "version": news.version, "type": news.kind});
        self.ready.push_back(Bytes::from(format!("id: {}\ndata: {data}\n\n", written(news.place))));
        self.heartbeat = Instant::now() + HEARTBEAT;
    }

    /// Whether the session lasts and gives the rights that it gave at first.
    async fn is_still_who_they_were(&self) -> bool {
        let now = self.state.desk.authenticate(&self.token).await;
        now.is_ok_and(|now| {
            let (then, now) = (&self.caller.user, now.user);
            then.id == now.id && then.roles == now.roles && then.groups == now.groups
        })
    }
}
