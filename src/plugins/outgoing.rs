//! Outgoing HTTP of plugins: one call at a time, to declared hosts, at addresses
//! that were checked before they are connected to. No proxy, at most three
//! redirects (each admitted like the first call), at most 1 MiB read, never
//! longer than the call's deadline. Which hosts are good is told by `guard`;
//! what an answer means, by the runtimes.

use super::guard::{Barred, Hosts, Origin, Reach};
use super::outbound::{Door, Passage, named, under};
use super::secrets::{HeaderText, Secrets};
use parking_lot::Mutex;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, LOCATION};
use reqwest::{Client, Method, Response, StatusCode};
use std::error::Error;
use std::net::ToSocketAddrs;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use url::Url;

/// The most that is read of one answer.
pub const MOST_READ: usize = 1024 * 1024;
/// How many redirects are followed.
const MOST_REDIRECTS: usize = 3;
/// How long an unused connection is kept.
const IDLE: Duration = Duration::from_secs(30);

/// Headers that belong to the connection, not to a plugin.
const NOT_FOR_PLUGINS: [&str; 6] = ["host", "content-length", "transfer-encoding", "connection", "te", "upgrade"];

/// One call to a neighbour.
#[derive(Clone, Debug)]
pub struct OutgoingCall {
    /// GET, POST, PUT, …
    pub method: Method,
    /// Where to.
    pub url: String,
    /// Headers; secrets by name.
    pub headers: Vec<(String, HeaderText)>,
    /// Content type and bytes.
    pub body: Option<(&'static str, Vec<u8>)>,
    /// When it must be answered.
    pub deadline: Instant,
}

/// A neighbour's answer, whatever its status.
#[derive(Clone, Debug)]
pub struct OutgoingAnswer {
    /// HTTP status.
    pub status: u16,
    /// Whether the neighbour says that it is JSON.
    pub json: bool,
    /// The body, with every secret of the call blotted out.
    pub body: String,
}

/// Why there is no answer. Never holds a header, a query or a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The call may not be made.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// A header cannot be sent.
    #[error("the header `{0}` cannot be sent")]
    Header(String),
    /// A secret has no value here, or was not declared.
    #[error("the secret {0} has no value in this installation")]
    NoSecret(String),
    /// No answer came.
    #[error("{0} cannot be reached: {1}")]
    Unreachable(Origin, String),
    /// The time limit passed.
    #[error("no answer within the time limit")]
    TimedOut,
    /// The answer is over 1 MiB.
    #[error("the answer is over 1 MiB")]
    TooLarge,
    /// The neighbour redirects on and on.
    #[error("more than {MOST_REDIRECTS} redirects")]
    Redirects,
    /// What leaves is kept back now.
    #[error("nothing leaves this desk: the call was kept back")]
    KeptBack,
    /// What is to be kept back could not be noted.
    #[error("the call was not made: {0}")]
    NotNoted(String),
    /// This process cannot make calls at all.
    #[error("outgoing calls cannot be made: {0}")]
    Broken(String),
}

/// Makes the outgoing calls of all plugins of a process. Threads and TLS roots
/// are loaded with the first call, not at start.
#[derive(Default)]
pub struct Outgoing {
    clients: Mutex<Option<Arc<Clients>>>,
}

/// Two clients, since a resolver sees a name but not for whom it is asked.
struct Clients {
    runtime: Option<Runtime>,
    public: Client,
    private: Client,
}

impl Drop for Clients {
    fn drop(&mut self) {
        // The last holder may be a thread on which a runtime must not wait.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Clients {
    fn new() -> Result<Clients, Trouble> {
        let broken = |error: &dyn Error| Trouble::Broken(error.to_string());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("outgoing")
            .enable_all()
            .build()
            .map_err(|error| broken(&error))?;
        let client = |reach| {
            Client::builder()
                .user_agent(concat!("maitred/", env!("CARGO_PKG_VERSION")))
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .pool_idle_timeout(IDLE)
                .dns_resolver(Arc::new(CheckedResolver(reach)))
                .build()
                .map_err(|error| broken(&error))
        };
        Ok(Clients { public: client(Reach::Public)?, private: client(Reach::Private)?, runtime: Some(runtime) })
    }
}

/// Resolves names and keeps the addresses that may be connected to: what is
/// connected to is what was checked, whatever the name says a moment later.
struct CheckedResolver(Reach);

impl Resolve for CheckedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let asked = host.clone();
            let found = tokio::task::spawn_blocking(move || (asked.as_str(), 0).to_socket_addrs()).await??;
            let (permitted, refused): (Vec<_>, Vec<_>) = found.partition(|address| reach.permits(address.ip()));
            if permitted.is_empty() && !refused.is_empty() {
                return Err(Barred::Inside(host).into());
            }
            Ok(Box::new(permitted.into_iter()) as Addrs)
        })
    }
}

impl Outgoing {
    /// Makes a call to one of `hosts`, where the door is open. Blocks; not to be
    /// called on an async thread.
    ///
    /// # Errors
    /// Why there is no answer.
    pub(super) fn send(
        &self,
        door: &Door,
        hosts: &Hosts,
        secrets: &Secrets,
        call: OutgoingCall,
    ) -> Result<OutgoingAnswer, Trouble> {
        let url = Url::parse(&call.url).map_err(|_| Barred::NotAUrl)?;
        let headers = header_map(&call.headers, secrets)?;
        hosts.admit(&url)?;
        let redirected;
        let (hosts, url, headers) = match door.pass(secrets, &call)? {
            Passage::Open => (hosts, url, headers),
            Passage::Kept => return Err(Trouble::KeptBack),
            Passage::To(base) => {
                let there;
                (redirected, there) = elsewhere(&base, &url, &call, secrets)?;
                (&redirected, under(&base, &url), there)
            }
        };
        let clients = self.clients()?;
        let runtime = clients.runtime.as_ref().ok_or_else(|| Trouble::Broken("shutting down".to_owned()))?;
        let deadline = call.deadline;
        let exchange = exchange(&clients, hosts, call.method, url, headers, call.body);
        let (status, json, body) = runtime
            .block_on(async { tokio::time::timeout_at(deadline.into(), exchange).await })
            .unwrap_or(Err(Trouble::TimedOut))?;
        Ok(OutgoingAnswer { status, json, body: secrets.blot(&String::from_utf8_lossy(&body)) })
    }

    fn clients(&self) -> Result<Arc<Clients>, Trouble> {
        let mut slot = self.clients.lock();
        if let Some(clients) = slot.as_ref() {
            return Ok(Arc::clone(clients));
        }
        let clients = Arc::new(Clients::new()?);
        *slot = Some(Arc::clone(&clients));
        Ok(clients)
    }
}

fn header_map(headers: &[(String, HeaderText)], secrets: &Secrets) -> Result<HeaderMap, Trouble> {
    let mut map = HeaderMap::new();
    for (name, text) in headers {
        let wrong = || Trouble::Header(name.clone());
        let parsed = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong())?;
        if NOT_FOR_PLUGINS.contains(&parsed.as_str()) {
            return Err(wrong());
        }
        map.append(parsed, secrets.header(text).map_err(Trouble::NoSecret)?.ok_or_else(wrong)?);
    }
    Ok(map)
}

/// The only host of a call that goes elsewhere, and its headers: what proves who
/// we are does not go with it, where it was to go does.
fn elsewhere(base: &Url, from: &Url, call: &OutgoingCall, secrets: &Secrets) -> Result<(Hosts, HeaderMap), Trouble> {
    let mut hosts = Hosts::default();
    hosts.declare(Origin::of(base).ok_or(Barred::NotAUrl)?, true);
    let plain = |(name, text): &(String, HeaderText)| (name.clone(), HeaderText::Plain(named(text)));
    let mut headers: Vec<_> = call.headers.iter().map(plain).collect();
    headers.push(("X-Original-Url".to_owned(), HeaderText::Plain(from.to_string())));
    let map = header_map(&headers, secrets)?;
    Ok((hosts, map))
}

type Body = Option<(&'static str, Vec<u8>)>;

/// The call and the redirects that follow it, up to the body's last byte.
async fn exchange(
    clients: &Clients,
    hosts: &Hosts,
    mut method: Method,
    mut url: Url,
    mut headers: HeaderMap,
    mut body: Body,
) -> Result<(u16, bool, Vec<u8>), Trouble> {
    for _ in 0..=MOST_REDIRECTS {
        let reach = hosts.admit(&url)?;
        let origin = Origin::of(&url).ok_or(Barred::NotAUrl)?;
        let client = if reach == Reach::Private { &clients.private } else { &clients.public };
        let mut request = client.request(method.clone(), url.clone());
        if let Some((kind, bytes)) = &body {
            request = request.header(CONTENT_TYPE, *kind).body(bytes.clone());
        }
        // After the content type, so that a plugin's own one replaces it.
        let response = request.headers(headers.clone()).send().await.map_err(|error| trouble(&origin, &error))?;
        let Some(next) = redirect(&response, &url) else {
            return read(response, &origin).await;
        };
        if Origin::of(&next).as_ref() != Some(&origin) {
            headers = plain_only(&headers);
        }
        let status = response.status();
        if status == StatusCode::SEE_OTHER || (method == Method::POST && status.as_u16() < 303) {
            (method, body) = (Method::GET, None);
        }
        url = next;
    }
    Err(Trouble::Redirects)
}

/// Where a redirect leads; `None` when the response is none.
fn redirect(response: &Response, from: &Url) -> Option<Url> {
    let status = response.status().as_u16();
    let location = response.headers().get(LOCATION).filter(|_| matches!(status, 301 | 302 | 303 | 307 | 308))?;
    from.join(location.to_str().ok()?).ok()
}

/// What may go on to another host: nothing that proves who we are.
fn plain_only(headers: &HeaderMap) -> HeaderMap {
    let proof = |name: &HeaderName| matches!(name.as_str(), "authorization" | "cookie" | "proxy-authorization");
    headers
        .iter()
        .filter(|(name, value)| !value.is_sensitive() && !proof(name))
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect()
}

async fn read(mut response: Response, origin: &Origin) -> Result<(u16, bool, Vec<u8>), Trouble> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let json = kind == "application/json" || kind.ends_with("+json");
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| trouble(origin, &error))? {
        if body.len() + chunk.len() > MOST_READ {
            return Err(Trouble::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok((response.status().as_u16(), json, body))
}

/// Says what went wrong by its innermost cause: the outer ones repeat the URL.
fn trouble(origin: &Origin, error: &reqwest::Error) -> Trouble {
    let mut cause: &(dyn Error + 'static) = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    match cause.downcast_ref::<Barred>() {
        Some(barred) => Trouble::Barred(barred.clone()),
        None => Trouble::Unreachable(origin.clone(), cause.to_string()),
    }
}

#[cfg(test)]
#[path = "outgoing_tests.rs"]
mod tests;
