//! The table of all settings: its key in `maitred.toml`, what it wants, and how
//! it is read from text. The environment variable of `http.workers` is
//! `MAITRED_HTTP_WORKERS`, and so on.

use super::{LogFormat, Settings};
use crate::model::outgoing::Mode;
use crate::model::policy::is_base;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tracing_subscriber::EnvFilter;
use url::Url;

/// One setting.
pub struct Entry {
    /// Its key in the file, dots between tables.
    pub key: &'static str,
    /// What it wants, to end "… is not".
    pub wants: &'static str,
    /// Whether its value is never repeated.
    pub secret: bool,
    /// Reads it; `None` when it is not what it wants.
    pub set: fn(&mut Settings, &str) -> Option<()>,
}

const fn entry(key: &'static str, wants: &'static str, set: fn(&mut Settings, &str) -> Option<()>) -> Entry {
    Entry { key, wants, secret: false, set }
}

const fn secret(key: &'static str, wants: &'static str, set: fn(&mut Settings, &str) -> Option<()>) -> Entry {
    Entry { key, wants, secret: true, set }
}

const YES_OR_NO: &str = "`true` or `false`";
const SPAN: &str = "a time like `500ms`, `10s` or `5m`";
const THREADS: &str = "a number of threads from 0 (one per core) to 1024";

/// All settings, in the order of `maitred.toml`.
pub const ENTRIES: &[Entry] = &[
    // The URL may hold a password.
    secret("database", "`sqlite://PATH` or `postgres://…`", |s, text| {
        let known = ["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme));
        put(&mut s.database, known.then(|| text.to_owned()))
    }),
    entry("listen", "an address with a port like `127.0.0.1:8080`", |s, text| put(&mut s.http.listen, address(text))),
    entry("content", "a folder", |s, text| put(&mut s.content, (!text.is_empty()).then(|| text.into()))),
    entry("demo", YES_OR_NO, |s, text| put(&mut s.demo, text.parse().ok())),
    entry("public_url", "a URL like `https://desk.example.org`, without a path", |s, text| {
        put(&mut s.http.public_url, public_url(text).map(Some))
    }),
    entry("http.workers", THREADS, |s, text| {
        put(&mut s.http.workers, threads(text).map(|n| Some(n).filter(|n| *n > 0)))
    }),
    entry("http.behind_proxy", YES_OR_NO, |s, text| put(&mut s.http.behind_proxy, text.parse().ok())),
    entry("http.keep_alive", SPAN, |s, text| put(&mut s.http.keep_alive, span(text))),
    entry("http.head_within", SPAN, |s, text| put(&mut s.http.head_within, span(text))),
    entry("http.body_within", SPAN, |s, text| put(&mut s.http.body_within, span(text))),
    entry("http.stop_within", SPAN, |s, text| put(&mut s.http.stop_within, span(text))),
    entry("desk.workers", THREADS, |s, text| put(&mut s.desk.workers, threads(text))),
    entry("desk.viewers", THREADS, |s, text| put(&mut s.desk.viewers, threads(text))),
    entry("desk.export_rows", "a number from 1 to 1000000", |s, text| {
        put(&mut s.desk.export_rows, text.parse().ok().filter(|n| (1..=1_000_000).contains(n)))
    }),
    entry("desk.queue", "a number from 1 to 1000000", |s, text| {
        put(&mut s.desk.queue, text.parse().ok().filter(|n| (1..=1_000_000).contains(n)))
    }),
    entry("attachments.place", "a folder, or `s3://BUCKET/PREFIX`", |s, text| {
        put(&mut s.attachments.place, (!text.is_empty() && text != "s3://").then(|| text.to_owned()))
    }),
    entry("attachments.largest", "a number of MiB from 1 to 1024", |s, text| {
        put(&mut s.attachments.largest, text.parse().ok().filter(|n| (1..=1_024).contains(n)))
    }),
    entry("attachments.refuse", "extensions without dots, with commas between them", |s, text| {
        put(&mut s.attachments.refuse, extensions(text))
    }),
    entry("attachments.region", "a region like `eu-central-1`", |s, text| {
        put(&mut s.attachments.region, (!text.is_empty()).then(|| Some(text.to_owned())))
    }),
    entry("attachments.endpoint", "a URL like `https://s3.example.org`", |s, text| {
        put(&mut s.attachments.endpoint, Url::parse(text).ok().filter(Url::has_host).map(Some))
    }),
    entry("outgoing.mode", "`send`, `capture` or `redirect`", |s, text| {
        put(&mut s.outgoing.mode, Mode::parse(text).map(Some))
    }),
    entry("outgoing.redirect_to", "a username", |s, text| {
        put(&mut s.outgoing.redirect_to, (!text.is_empty()).then(|| Some(text.to_owned())))
    }),
    entry("outgoing.calls_to", "a URL like `http://127.0.0.1:8081`", |s, text| {
        put(&mut s.outgoing.calls_to, is_base(text).then(|| Some(text.to_owned())))
    }),
    entry("log.format", "`text` or `json`", |s, text| {
        let format = [("text", LogFormat::Text), ("json", LogFormat::Json)].into_iter().find(|(name, _)| *name == text);
        put(&mut s.log.format, format.map(|(_, format)| format))
    }),
    entry("log.filter", "a filter like `info` or `info,maitred::access=warn`", |s, text| {
        put(&mut s.log.filter, EnvFilter::try_new(text).ok().map(|_| text.to_owned()))
    }),
    entry("metrics.listen", "an address with a port like `127.0.0.1:9090`", |s, text| {
        put(&mut s.http.metrics.listen, address(text).map(Some))
    }),
    secret("metrics.token", "a text of 16 characters or more", |s, text| {
        put(&mut s.http.metrics.token, (text.len() >= 16).then(|| Some(text.to_owned())))
    }),
];

/// Sets a field, where the text meant something.
fn put<T>(field: &mut T, value: Option<T>) -> Option<()> {
    *field = value?;
    Some(())
}

fn address(text: &str) -> Option<SocketAddr> {
    match text.strip_prefix("localhost:") {
        Some(port) => Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port.parse().ok()?))),
        None => text.parse().ok(),
    }
}

fn public_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    (["http", "https"].contains(&url.scheme()) && url.has_host() && bare).then_some(url)
}

/// `exe, bat`; none at all is a wish, too.
fn extensions(text: &str) -> Option<Vec<String>> {
    let named = text.split(',').map(str::trim).filter(|extension| !extension.is_empty());
    let plain = |extension: &&str| extension.bytes().all(|b| b.is_ascii_alphanumeric());
    let all: Vec<&str> = named.collect();
    all.iter().all(plain).then(|| all.into_iter().map(str::to_ascii_lowercase).collect())
}

fn threads(text: &str) -> Option<usize> {
    text.parse().ok().filter(|n| *n <= 1024)
}

fn span(text: &str) -> Option<Duration> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits)?;
    let number: u64 = number.parse().ok().filter(|n| *n <= 1_000_000)?;
    match unit {
        "ms" => Some(Duration::from_millis(number)),
        "s" => Some(Duration::from_secs(number)),
        "m" => Some(Duration::from_secs(number * 60)),
        _ => None,
    }
}
