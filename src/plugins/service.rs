//! The http runtime: a plugin that is a service in any language. One POST per
//! call; 200 is its output, 409 a refusal, anything else is tried again.

use super::guard::Barred;
use super::load::Loaded;
use super::outbound::Door;
use super::outgoing::{OutgoingAnswer, OutgoingCall, Trouble};
use super::runtime::{Reply, Request};
use super::secrets::HeaderText;
use reqwest::Method;
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;
use url::Url;

/// The body of a 409.
#[derive(Deserialize)]
struct Refusal {
    code: String,
    message: String,
}

/// Asks the service at `base`.
pub(super) fn call(plugin: &Loaded, base: &Url, request: &Request, door: &Door) -> Reply {
    match ask(plugin, base, request, door) {
        Ok(answer) => read(&answer),
        Err(trouble) => Reply::failed(trouble.to_string()),
    }
}

fn ask(plugin: &Loaded, base: &Url, request: &Request, door: &Door) -> Result<OutgoingAnswer, Trouble> {
    let mut url = base.clone();
    url.path_segments_mut().map_err(|()| Barred::NotAUrl)?.pop_if_empty().push(&request.function);
    let body = json!({ "arguments": request.arguments, "key": request.key, "attempt": request.attempt });
    let call = OutgoingCall {
        method: Method::POST,
        url: url.into(),
        headers: vec![("Idempotency-Key".to_owned(), HeaderText::Plain(request.key.clone()))],
        body: Some(("application/json", body.to_string().into_bytes())),
        deadline: Instant::now() + plugin.time_limit(&request.function),
    };
    plugin.outgoing.send(door, &plugin.hosts, &plugin.secrets, call)
}

fn read(answer: &OutgoingAnswer) -> Reply {
    match answer.status {
        200 => match serde_json::from_str(&answer.body) {
            Ok(output) => Reply::Done(output),
            Err(_) => Reply::failed("the service answered 200 without JSON"),
        },
        409 => match serde_json::from_str::<Refusal>(&answer.body) {
            Ok(refusal) => Reply::Refused { code: refusal.code, message: refusal.message },
            Err(_) => Reply::failed("the service answered 409 without `code` and `message`"),
        },
        status => Reply::failed(format!("the service answered {status}")),
    }
}
