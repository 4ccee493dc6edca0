//! Who calls: a bearer token, or else the session's cookie; and whether an
//! unsafe call by cookie comes from our own pages. Whether a token is good is
//! the desk's to say.

use super::language::CallerLanguage;
use super::options::Options;
use super::problem::Problem;
use super::session_cookie;
use super::state::State;
use crate::desk::Caller;
use crate::model::origin::{Agent, Door, From};
use crate::model::problem::Code;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpMessage, HttpRequest};
use std::net::{IpAddr, Ipv4Addr};

/// Longer than any token of ours: nothing that long is looked up.
const LONGEST_TOKEN: usize = 256;

/// The username that the access log names.
#[derive(Clone, Debug)]
pub struct CallerName(pub String);

/// Who signed this call, and with which token.
///
/// # Errors
/// 401 where nobody did; 403 where it is an unsafe call by cookie from elsewhere.
pub async fn authenticate(request: &HttpRequest, state: &State) -> Result<(Caller, String), Problem> {
    let by_header = bearer(request.headers());
    let by_cookie = by_header.is_none();
    let token = by_header.map(str::to_owned).or_else(|| session_cookie::token(request, &state.options));
    let token = token.filter(|token| token.len() <= LONGEST_TOKEN).ok_or_else(unauthenticated)?;
    let mut caller = state.desk.authenticate(&token).await?;
    let door = match (&caller.token_name, by_cookie) {
        (Some(_), _) => Door::Token,
        (None, true) => Door::Cookie,
        (None, false) => Door::Session,
    };
    caller.origin = Some(origin(request, &state.options, door));
    request.extensions_mut().insert(CallerName(caller.user.username.clone()));
    request.extensions_mut().insert(CallerLanguage(caller.user.language.clone()));
    // This 403 comes before the body is looked at: nothing of a foreign page's call is read.
    if by_cookie && !request.method().is_safe() && !is_our_own(request.headers(), &state.options) {
        return Err(cross_site());
    }
    Ok((caller, token))
}

/// From where a call comes.
pub fn origin(request: &HttpRequest, options: &Options, door: Door) -> From {
    let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    From { address: address(request, options).to_string(), door, agent: Agent::of(agent) }
}

fn unauthenticated() -> Problem {
    Problem::new(Code::Unauthenticated, "Sign in by POST /api/v1/session, or send `Authorization: Bearer TOKEN`.")
}

/// The refusal of a call that another site's page made.
pub fn cross_site() -> Problem {
    Problem::new(
        Code::CrossSite,
        "A call by cookie that changes something must come from our own pages: `Sec-Fetch-Site: same-origin` or our own `Origin`.",
    )
}

/// The token of `Authorization: Bearer …`.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Whether a browser says that the call comes from our own pages.
pub fn is_our_own(headers: &HeaderMap, options: &Options) -> bool {
    let same_site = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    same_site || origin.is_some_and(|origin| Some(origin.to_ascii_lowercase()) == own_origin(headers, options))
}

/// Whether a browser says that the call comes from somewhere else; a program says nothing.
pub fn is_foreign(headers: &HeaderMap, options: &Options) -> bool {
    let says = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    says && !is_our_own(headers, options)
}

/// Our origin: the public one where it is set, else what the client connected to.
fn own_origin(headers: &HeaderMap, options: &Options) -> Option<String> {
    match &options.public_url {
        Some(url) => Some(url.origin().ascii_serialization()),
        None => Some(format!("http://{}", headers.get(header::HOST)?.to_str().ok()?.to_ascii_lowercase())),
    }
}

/// The caller's address, for counting failed sign-ins.
pub fn address(request: &HttpRequest, options: &Options) -> IpAddr {
    let forwarded = || {
        let value = request.headers().get_all("x-forwarded-for").last()?.to_str().ok()?;
        value.rsplit(',').next()?.trim().parse().ok()
    };
    let peer = || request.peer_addr().map(|peer| peer.ip());
    let nearest = if options.behind_proxy { forwarded().or_else(peer) } else { peer() };
    nearest.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;
    use url::Url;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut request = TestRequest::default();
        for pair in pairs {
            request = request.insert_header(*pair);
        }
        request.to_http_request().headers().clone()
    }

    #[test]
    fn a_bearer_token_is_read_whatever_the_case_of_its_scheme() {
        assert_eq!(bearer(&headers(&[("authorization", "bearer abc")])), Some("abc"));
        assert_eq!(bearer(&headers(&[("authorization", "Basic abc")])), None);
        assert_eq!(bearer(&headers(&[])), None);
    }

    #[test]
    fn our_own_pages_are_known() {
        let options = Options::default();
        assert!(is_our_own(&headers(&[("sec-fetch-site", "same-origin")]), &options));
        assert!(is_our_own(&headers(&[("origin", "http://Desk:8080"), ("host", "desk:8080")]), &options));
        for foreign in [
            headers(&[]),
            headers(&[("sec-fetch-site", "same-site")]),
            headers(&[("sec-fetch-site", "none")]),
            headers(&[("origin", "null"), ("host", "desk")]),
            headers(&[("origin", "http://evil"), ("host", "desk")]),
        ] {
            assert!(!is_our_own(&foreign, &options), "{foreign:?}");
        }
    }

    #[test]
    fn with_a_public_url_only_its_origin_is_our_own() {
        let options = Options { public_url: Url::parse("https://desk.example.org/").ok(), ..Options::default() };
        assert!(is_our_own(&headers(&[("origin", "https://desk.example.org")]), &options));
        assert!(!is_our_own(&headers(&[("origin", "http://inner:80"), ("host", "inner:80")]), &options));
    }

    #[test]
    fn a_program_is_not_foreign() {
        assert!(!is_foreign(&headers(&[("host", "desk")]), &Options::default()));
        assert!(is_foreign(&headers(&[("origin", "http://evil"), ("host", "desk")]), &Options::default()));
    }

    #[test]
    fn only_our_own_proxy_is_believed() {
        let request = TestRequest::default()
            .insert_header(("x-forwarded-for", "6.6.6.6, 10.0.0.9"))
            .peer_addr("127.0.0.1:1".parse().unwrap())
            .to_http_request();
        assert_eq!(address(&request, &Options::default()).to_string(), "127.0.0.1");
        let options = Options { behind_proxy: true, ..Options::default() };
        assert_eq!(address(&request, &options).to_string(), "10.0.0.9");
    }
}
