//! What every call gets, whatever its handler does: an id, a span, a line in the
//! access log, a count, the security headers, and the document of its problem.

use super::caller::CallerName;
use super::language;
use super::problem::{Problem, refusal_of};
use super::request_id::{self, RequestId};
use super::state::State;
use crate::model::problem::Code;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use std::time::{Duration, Instant};
use tracing::{Instrument, error, info, info_span};

/// The middleware around everything.
///
/// # Errors
/// None in practice: what a handler refuses is an answer by then.
pub async fn envelope(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let began = Instant::now();
    let method = request.method().clone();
    let id = RequestId::of(request.headers().get(request_id::HEADER).and_then(|sent| sent.to_str().ok()));
    // HEAD is GET without its body, which the connection leaves out by itself.
    if method == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let span = info_span!("request", id = %id);
    request.extensions_mut().insert(id.clone());
    // The request must not be cloned before it is routed: actix changes it in place.
    let answered = next.call(request).instrument(span.clone()).await?.map_into_boxed_body();
    let (request, response) = span.in_scope(|| sealed(answered, &id)).into_parts();
    record(&request, &method, &response, began.elapsed(), &id);
    Ok(ServiceResponse::new(request, response))
}

/// The answer as it leaves: problems written out, headers set.
fn sealed(answered: ServiceResponse<BoxBody>, id: &RequestId) -> ServiceResponse<BoxBody> {
    let (request, response) = answered.into_parts();
    let mut response = match problem_of(&response) {
        Some(problem) => {
            log_cause(&problem);
            problem.answer(id.as_str(), language::of(&request))
        }
        None => response,
    };
    let secure = State::of(&request).is_some_and(|state| state.options.secure());
    set_headers(response.headers_mut(), id, secure);
    ServiceResponse::new(request, response)
}

/// The problem behind an answer: a handler's own, or what actix itself refused.
fn problem_of(response: &HttpResponse) -> Option<Problem> {
    let own = response.error().and_then(|error| error.as_error::<Problem>());
    if let Some(problem) = own {
        return Some(problem.clone());
    }
    let bare = response.status().is_client_error() || response.status().is_server_error();
    (bare && !is_page(response)).then(|| Problem(refusal_of(response.status())))
}

/// Whether it is a page for people, which says itself what is wrong.
fn is_page(response: &HttpResponse) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

/// What went wrong inside is told once, here, and to nobody outside.
fn log_cause(problem: &Problem) {
    let refusal = &problem.0;
    match refusal.code {
        Code::Internal => error!(detail = %refusal.detail, "internal error"),
        Code::Unavailable | Code::Busy => info!(detail = %refusal.detail, "not available"),
        _ => {}
    }
}

fn set_headers(headers: &mut HeaderMap, id: &RequestId, secure: bool) {
    let mut always = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    always(header::CACHE_CONTROL, "private, no-store");
    always(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    always(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    always(header::REFERRER_POLICY, "no-referrer");
    always(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if secure {
        always(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        headers.insert(HeaderName::from_static(request_id::HEADER), value);
    }
}

/// One line and one count per call. Never a body, a query or a secret.
fn record(request: &HttpRequest, method: &Method, response: &HttpResponse, took: Duration, id: &RequestId) {
    let route = request.match_pattern().unwrap_or_else(|| "none".to_owned());
    let status = response.status().as_u16();
    // The path of a link that needs no sign-in is a secret.
    let path = if route.starts_with("/rate/") { route.as_str() } else { request.path() };
    let user = request.extensions().get::<CallerName>().map(|name| name.0.clone());
    if let Some(state) = request.app_data::<Data<State>>() {
        state.metrics.request(method.as_str(), &route, status, took);
    }
    info!(
        target: "maitred::access",
        method = method.as_str(),
        route,
        path,
        status,
        ms = took.as_micros() as f64 / 1_000.0,
        user = user.as_deref(),
        request_id = id.as_str(),
    );
}
