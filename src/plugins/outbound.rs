//! The one way out: whatever wants to leave by HTTP asks here first, for each
//! call anew. Whether calls leave, are kept back or go elsewhere is decided
//! above, by an `Outbound`; `outgoing` sends nothing without a `Door`.

use super::outgoing::{OutgoingCall, Trouble};
use super::runtime::Request;
use super::secrets::{HeaderText, Secrets};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use url::Url;

/// Bytes of a body that are shown to whoever decides.
const MOST_SHOWN: usize = 64 * 1024;

/// A call that wants to leave. It holds no value of a secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving<'a> {
    /// The plugin's name.
    pub plugin: &'a str,
    /// What the workflow called.
    pub request: &'a Request,
    /// GET, POST, …
    pub method: String,
    /// Where to.
    pub url: String,
    /// Headers; a secret is its name in brackets.
    pub headers: Vec<(String, String)>,
    /// The beginning of the body.
    pub body: Option<String>,
    /// Whether the body is longer.
    pub cut: bool,
}

/// What becomes of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It leaves.
    Open,
    /// It stays here.
    Kept,
    /// It goes to this URL instead, without secrets.
    To(Url),
}

/// It could not be noted what wanted to leave: the call is not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OutboundError(pub String);

/// Decides what leaves.
pub trait Outbound: Send + Sync + 'static {
    /// What becomes of a call. What stays or goes elsewhere has been noted when
    /// this returns.
    ///
    /// # Errors
    /// It could not be noted.
    fn pass(&self, leaving: &Leaving<'_>) -> Result<Passage, OutboundError>;
}

/// The way out of one call of a plugin's function.
pub(super) struct Door {
    plugin: String,
    request: Request,
    outbound: Arc<dyn Outbound>,
    kept: AtomicBool,
}

impl Door {
    pub(super) fn new(plugin: &str, request: &Request, outbound: &Arc<dyn Outbound>) -> Arc<Door> {
        let (request, outbound) = (request.clone(), Arc::clone(outbound));
        Arc::new(Door { plugin: plugin.to_owned(), request, outbound, kept: AtomicBool::new(false) })
    }

    /// Whether anything of this call was kept back.
    pub(super) fn has_kept(&self) -> bool {
        self.kept.load(Ordering::Relaxed)
    }

    /// What becomes of one exchange of this call.
    pub(super) fn pass(&self, secrets: &Secrets, call: &OutgoingCall) -> Result<Passage, Trouble> {
        let body = call.body.as_ref().map(|(_, bytes)| bytes.as_slice());
        let shown = body.map(|bytes| bytes.get(..MOST_SHOWN).unwrap_or(bytes));
        let leaving = Leaving {
            plugin: &self.plugin,
            request: &self.request,
            method: call.method.to_string(),
            url: secrets.blot(&call.url),
            headers: call.headers.iter().map(|(name, text)| (name.clone(), secrets.blot(&named(text)))).collect(),
            body: shown.map(|bytes| secrets.blot(&String::from_utf8_lossy(bytes))),
            cut: body.is_some_and(|bytes| bytes.len() > MOST_SHOWN),
        };
        let passage = self.outbound.pass(&leaving).map_err(|error| Trouble::NotNoted(error.to_string()))?;
        if passage == Passage::Kept {
            self.kept.store(true, Ordering::Relaxed);
        }
        Ok(passage)
    }
}

/// A header with a secret's name in the place of its value.
pub(super) fn named(text: &HeaderText) -> String {
    match text {
        HeaderText::Plain(text) => text.clone(),
        HeaderText::Secret { prefix, name } => format!("{prefix}[{name}]"),
    }
}

/// The same path and query under another URL.
pub(super) fn under(base: &Url, url: &Url) -> Url {
    let mut there = base.clone();
    there.set_path(&format!("{}{}", base.path().trim_end_matches('/'), url.path()));
    there.set_query(url.query());
    there
}

#[cfg(test)]
pub(super) mod open {
    //! The ways out that tests take.

    use super::*;

    /// Always the same answer.
    pub struct Always(pub Passage);

    impl Outbound for Always {
        fn pass(&self, _: &Leaving<'_>) -> Result<Passage, OutboundError> {
            Ok(self.0.clone())
        }
    }

    /// A way out.
    pub fn way(passage: Passage) -> Arc<dyn Outbound> {
        Arc::new(Always(passage))
    }

    /// A door that is open.
    pub fn door() -> Arc<Door> {
        door_of(Always(Passage::Open))
    }

    /// A door with this behind it.
    pub fn door_of(always: Always) -> Arc<Door> {
        let request = Request {
            plugin: "asset".to_owned(),
            function: "reserve".to_owned(),
            arguments: serde_json::Value::Null,
            key: "1/1/0".to_owned(),
            attempt: 1,
        };
        Door::new("asset", &request, &way(always.0))
    }
}
