//! What a page may do: the portal what the API's own origin may, with scripts
//! and styles of its own only; another plugin's page nothing that needs an
//! origin, so that it has nobody's session, and it reaches its own files and the
//! public hosts that its plugin declares.

use crate::plugins::manifest::{Host, Manifest};
use actix_web::HttpResponseBuilder;
use actix_web::http::header;

/// Nothing of the machine that the desk has no use for.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// Whose file it is.
pub enum Policy<'m> {
    /// The portal's.
    OfPortal,
    /// Another plugin's.
    OfPlugin {
        /// Whose.
        manifest: &'m Manifest,
        /// Its pages as a source that a policy can name.
        own: Option<String>,
    },
}

impl<'m> Policy<'m> {
    /// The policy of a plugin's pages, which are reached at `host`.
    pub fn of_plugin(manifest: &'m Manifest, host: Option<&str>) -> Self {
        let own = host.filter(|host| is_plain(host)).map(|host| format!("{host}/plugins/{}/", manifest.name));
        Policy::OfPlugin { manifest, own }
    }

    /// Sets the headers. Every file has them, since every file may be opened as
    /// a page or run as a worker; only a page has a nonce.
    pub fn set(&self, response: &mut HttpResponseBuilder, nonce: Option<&str>) {
        let styles = nonce.map(|nonce| format!(" 'nonce-{nonce}'")).unwrap_or_default();
        response.insert_header(("Permissions-Policy", PERMISSIONS));
        match self {
            Policy::OfPortal => {
                let policy = format!(
                    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data: blob:; \
                     font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                     form-action 'self'; frame-ancestors 'none'"
                );
                response
                    .insert_header((header::CONTENT_SECURITY_POLICY, policy))
                    .insert_header((header::REFERRER_POLICY, "same-origin"))
                    .insert_header(("Cross-Origin-Opener-Policy", "same-origin"));
            }
            Policy::OfPlugin { manifest, own } => {
                let reach = reach(manifest, own.as_deref());
                let policy = format!(
                    "sandbox allow-scripts allow-forms allow-modals allow-downloads; default-src 'none'; \
                     script-src 'self'; style-src 'self'{styles}; img-src 'self' data: blob:; font-src 'self'; \
                     connect-src {reach}; base-uri 'none'; form-action {reach}; frame-ancestors 'none'"
                );
                response
                    .insert_header((header::CONTENT_SECURITY_POLICY, policy))
                    .insert_header((header::REFERRER_POLICY, "no-referrer"))
                    // A sandboxed page has no origin: to load its own files it must be let.
                    .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
                    .insert_header(("Cross-Origin-Resource-Policy", "cross-origin"));
            }
        }
    }
}

/// Where a plugin's page may send something: its own files, and hosts that its
/// manifest names and that are nobody's inside.
fn reach(manifest: &Manifest, own: Option<&str>) -> String {
    let host = |host: &Host| match host {
        Host::Fixed { origin, private: false } => Some(origin.to_string()),
        Host::Fixed { .. } | Host::Setting { .. } => None,
    };
    let all: Vec<String> = own.map(str::to_owned).into_iter().chain(manifest.hosts.iter().filter_map(host)).collect();
    if all.is_empty() { "'none'".to_owned() } else { all.join(" ") }
}

/// Whether a host can stand in a policy as it is: it comes with the request.
fn is_plain(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit())
}
