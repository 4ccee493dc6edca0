//! Outgoing calls against a tiny listener on 127.0.0.1.

use super::*;
use crate::plugins::neighbour::Neighbour;
use crate::plugins::outbound::open::{Always, door, door_of};
use std::collections::BTreeMap;

const TOKEN: &str = "s3cr3t-value";

fn hosts(origins: &[(&str, bool)]) -> Hosts {
    let mut hosts = Hosts::default();
    for (origin, private) in origins {
        hosts.declare(Origin::declared(origin).unwrap(), *private);
    }
    hosts
}

fn secrets() -> Secrets {
    let source = BTreeMap::from([("ASSET_TOKEN".to_owned(), TOKEN.to_owned())]);
    Secrets::of("asset", &["ASSET_TOKEN".to_owned()], &source)
}

fn get(url: String) -> OutgoingCall {
    let secret = HeaderText::Secret { prefix: "Bearer ".to_owned(), name: "ASSET_TOKEN".to_owned() };
    OutgoingCall {
        method: Method::GET,
        url,
        headers: vec![("Authorization".to_owned(), secret)],
        body: None,
        deadline: Instant::now() + Duration::from_secs(5),
    }
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn a_call_reaches_a_private_host_with_its_secret() {
    let neighbour = Neighbour::new(|request| {
        assert!(request.contains("authorization: Bearer s3cr3t-value"), "{request}");
        answer("200 OK", "content-type: application/json; charset=utf-8\r\n", "{\"you sent\": \"s3cr3t-value\"}")
    });
    let hosts = hosts(&[(&neighbour.origin(), true)]);
    let got = Outgoing::default().send(&door(), &hosts, &secrets(), get(neighbour.url("/a"))).unwrap();
    assert_eq!((got.status, got.json), (200, true));
    assert_eq!(got.body, "{\"you sent\": \"[ASSET_TOKEN]\"}", "an echo is blotted out");
}

#[test]
fn an_inner_address_is_refused_also_behind_a_name() {
    let neighbour = Neighbour::new(|_| panic!("nothing may arrive"));
    let named = neighbour.origin().replace("127.0.0.1", "localhost");
    for origin in [neighbour.origin(), named] {
        let found =
            Outgoing::default().send(&door(), &hosts(&[(&origin, false)]), &secrets(), get(format!("{origin}/a")));
        assert!(matches!(found, Err(Trouble::Barred(Barred::Inside(_)))), "{origin}: {found:?}");
    }
}

#[test]
fn a_redirect_to_a_host_that_is_not_declared_is_refused() {
    let elsewhere = Neighbour::new(|_| panic!("nothing may arrive"));
    let target = elsewhere.url("/b");
    let neighbour = Neighbour::new(move |_| answer("302 Found", &format!("location: {target}\r\n"), ""));
    let hosts = hosts(&[(&neighbour.origin(), true)]);
    let found = Outgoing::default().send(&door(), &hosts, &secrets(), get(neighbour.url("/a")));
    assert!(matches!(found, Err(Trouble::Barred(Barred::NotDeclared(_)))), "{found:?}");
}

#[test]
fn a_redirect_to_a_declared_host_is_followed_without_the_secret() {
    let elsewhere = Neighbour::new(|request| {
        assert!(!request.contains(TOKEN) && request.starts_with("GET /b"), "{request}");
        answer("200 OK", "", "there")
    });
    let target = elsewhere.url("/b");
    let neighbour = Neighbour::new(move |_| answer("303 See Other", &format!("location: {target}\r\n"), ""));
    let hosts = hosts(&[(&neighbour.origin(), true), (&elsewhere.origin(), true)]);
    let mut call = get(neighbour.url("/a"));
    (call.method, call.body) = (Method::POST, Some(("text/plain", b"x".to_vec())));
    assert_eq!(Outgoing::default().send(&door(), &hosts, &secrets(), call).unwrap().body, "there");
}

#[test]
fn the_fourth_redirect_is_not_followed() {
    let neighbour = Neighbour::new(|_| answer("307 Temporary Redirect", "location: /again\r\n", ""));
    let hosts = hosts(&[(&neighbour.origin(), true)]);
    let found = Outgoing::default().send(&door(), &hosts, &secrets(), get(neighbour.url("/a")));
    assert_eq!(found.unwrap_err(), Trouble::Redirects);
    assert_eq!(neighbour.served(), 4);
}

#[test]
fn a_body_over_one_mebibyte_is_not_read_to_its_end() {
    let neighbour = Neighbour::new(|_| answer("200 OK", "", &"x".repeat(MOST_READ + 1)));
    let hosts = hosts(&[(&neighbour.origin(), true)]);
    let found = Outgoing::default().send(&door(), &hosts, &secrets(), get(neighbour.url("/a")));
    assert_eq!(found.unwrap_err(), Trouble::TooLarge);
}

#[test]
fn a_silent_neighbour_costs_the_time_limit_and_no_more() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let mut call = get(format!("{origin}/a"));
    call.deadline = Instant::now() + Duration::from_millis(50);
    let found = Outgoing::default().send(&door(), &hosts(&[(&origin, true)]), &secrets(), call);
    assert_eq!(found.unwrap_err(), Trouble::TimedOut);
}

#[test]
fn trouble_is_told_without_path_query_or_secret() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    let call = get(format!("{origin}/people?name=zoe"));
    let found = Outgoing::default().send(&door(), &hosts(&[(&origin, true)]), &secrets(), call).unwrap_err();
    let told = format!("{found} {found:?}");
    assert!(matches!(found, Trouble::Unreachable(..)) && !told.contains("zoe") && !told.contains(TOKEN), "{told}");
}

#[test]
fn headers_of_the_connection_are_not_a_plugins_to_set() {
    for name in ["Host", "content-length", "Transfer-Encoding", "two words", "a:b"] {
        let mut call = get("https://assets.example.org/".to_owned());
        call.headers.push((name.to_owned(), HeaderText::Plain("x".to_owned())));
        let found =
            Outgoing::default().send(&door(), &hosts(&[("https://assets.example.org", false)]), &secrets(), call);
        assert_eq!(found.unwrap_err(), Trouble::Header(name.to_owned()));
    }
}

#[test]
fn a_call_that_goes_elsewhere_takes_no_secret_with_it() {
    let neighbour = Neighbour::new(|request| {
        let lower = request.to_lowercase();
        assert!(lower.starts_with("get /tests/reservations/1?deep=true "), "{request}");
        assert!(lower.contains("authorization: bearer [asset_token]") && !request.contains(TOKEN), "{request}");
        assert!(lower.contains("x-original-url: https://assets.example.org/reservations/1?deep=true"), "{request}");
        answer("200 OK", "", "there")
    });
    let elsewhere = Passage::To(Url::parse(&neighbour.url("/tests/")).unwrap());
    let hosts = hosts(&[("https://assets.example.org", false)]);
    let call = get("https://assets.example.org/reservations/1?deep=true".to_owned());
    let door = door_of(Always(elsewhere));
    assert_eq!(Outgoing::default().send(&door, &hosts, &secrets(), call).unwrap().body, "there");
    // What was not declared goes nowhere, not even there.
    let found = Outgoing::default().send(&door, &hosts, &secrets(), get("https://other.example.org/".to_owned()));
    assert!(matches!(found, Err(Trouble::Barred(_))), "{found:?}");
    assert_eq!(neighbour.served(), 1);
}
