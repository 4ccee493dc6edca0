//! The session's cookie: HttpOnly, SameSite=Lax, under TLS also Secure and with
//! the prefix `__Host-`, so that no neighbouring host can set it.

use super::options::Options;
use crate::model::time::Time;
use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

fn name(options: &Options) -> &'static str {
    if options.secure() { "__Host-maitred" } else { "maitred" }
}

/// The cookie that carries a session until it expires.
pub fn of_session(options: &Options, token: String, expires_at: Time, now: Time) -> Cookie<'static> {
    let left = expires_at.since(now).num_seconds().max(0);
    Cookie::build(name(options), token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(options.secure())
        .max_age(Duration::seconds(left))
        .finish()
}

/// The cookie that takes the session's away.
pub fn gone(options: &Options) -> Cookie<'static> {
    let mut cookie = Cookie::build(name(options), "")
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(options.secure())
        .finish();
    cookie.make_removal();
    cookie
}

/// The token in the request's cookie.
pub fn token(request: &HttpRequest, options: &Options) -> Option<String> {
    request.cookie(name(options)).map(|cookie| cookie.value().to_owned()).filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use url::Url;

    fn time(text: &str) -> Time {
        Time::parse(text).unwrap()
    }

    #[test]
    fn a_cookie_is_kept_from_scripts_and_from_other_sites() {
        let (now, later) = (time("2026-01-05T09:00:00Z"), time("2026-01-05T10:00:00Z"));
        let cookie = of_session(&Options::default(), "t".to_owned(), later, now);
        assert_eq!(cookie.to_string(), "maitred=t; HttpOnly; SameSite=Lax; Path=/; Max-Age=3600");
    }

    #[test]
    fn under_tls_it_is_bound_to_the_host() {
        let options = Options { public_url: Url::parse("https://desk.example.org").ok(), ..Options::default() };
        let now = time("2026-01-05T09:00:00Z");
        let cookie = of_session(&options, "t".to_owned(), now, now);
        assert_eq!(cookie.to_string(), "__Host-maitred=t; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0");
        assert!(gone(&options).to_string().starts_with("__Host-maitred=; HttpOnly; SameSite=Lax; Secure"));
    }
}
