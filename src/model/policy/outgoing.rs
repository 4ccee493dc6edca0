//! `[outgoing]`: whether messages and calls leave the desk. An installation may
//! say it in the rules' place (`[outgoing]` of maitred.toml).

use super::build::Faults;
use super::schema::{Elapsed, UserName};
use crate::model::duration::Span;
use crate::model::outgoing::{Mode, Outgoing};
use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

/// Whether messages and calls leave the desk.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutgoingFile {
    /// What becomes of what wants to leave.
    #[serde(default)]
    #[schemars(extend("default" = "send"))]
    pub mode: Mode,
    /// The person who gets all messages of `redirect`.
    #[schemars(with = "Option<UserName>")]
    pub redirect_to: Option<String>,
    /// Where calls of `redirect` go: a URL.
    pub calls_to: Option<String>,
    /// How long what has left can be read; a time on the clock.
    #[schemars(with = "Option<Elapsed>", extend("default" = "30d"))]
    pub keep: Option<Span>,
}

impl Outgoing {
    /// The rule of the file.
    pub(super) fn of(file: OutgoingFile, faults: &mut Faults<'_>) -> Self {
        let usual = Self::default().keep;
        if file.mode == Mode::Redirect && file.redirect_to.is_none() {
            faults.add("redirect", "`mode = \"redirect\"` wants `redirect_to`: the username of who gets all messages");
        }
        if let Some(url) = file.calls_to.as_ref().filter(|url| !is_base(url)) {
            faults.add(url, format!("`calls_to` is a URL like \"http://127.0.0.1:8081\", not `{url}`"));
        }
        let keep = file.keep.map_or(Some(usual), Span::elapsed).unwrap_or_else(|| {
            faults.add("keep", "`keep` is a time on the clock, like \"30d\", not working time");
            usual
        });
        Self { mode: file.mode, redirect_to: file.redirect_to, calls_to: file.calls_to, keep }
    }
}

/// Whether a text is a URL that calls can go to.
pub fn is_base(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
    })
}
