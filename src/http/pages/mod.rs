//! Pages of plugins: those of the portal on the API's origin, those of others
//! under `/plugins/NAME/`, where they are sandboxed. Static files out of memory,
//! open to strangers: a page becomes somebody's by the calls that it makes.

mod encodings;
mod media;
mod paths;
mod policies;
mod stand_in;

use super::state::State;
use crate::plugins::manifest::Manifest;
use crate::plugins::web_root::{INDEX, Sent, WebFile, WebRoot};
use crate::plugins::{PORTAL, Plugins};
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encodings::Coding;
use paths::Wanted;
use policies::Policy;

/// Where a page says this, it gets the nonce of its own policy.
const NONCE: &str = "__CSP_NONCE__";
/// The folder under which a web root's hashed files lie.
const HASHED: &str = "assets/";
/// The first segment of paths to the pages of plugins that are not the portal.
const OTHERS: &str = "plugins";

/// The page at a path that no route has; none where there is none.
pub fn at(request: &HttpRequest, state: &State) -> Option<HttpResponse> {
    let world = state.desk.world();
    let plugins = &world.content.plugins;
    let path = request.path();
    if path == "/plugins" || path.starts_with("/plugins/") {
        return of_another(request, state, plugins);
    }
    let wanted = paths::read(path)?;
    if wanted.first() == OTHERS || state.routes.begins_with(wanted.first()) {
        return None;
    }
    let portal = plugins.manifest(PORTAL).and_then(|manifest| state.options.pages.of(manifest));
    match portal {
        Some(root) => answer(request, &root, &wanted, &Policy::OfPortal),
        None => (path == "/").then(|| stand_in::page(state.options.pages.missing(PORTAL).as_deref())),
    }
}

/// A page of a plugin under `/plugins/NAME/`.
fn of_another(request: &HttpRequest, state: &State, plugins: &Plugins) -> Option<HttpResponse> {
    let within = request.path().strip_prefix("/plugins/")?;
    let split = within.find('/').and_then(|at| within.split_at_checked(at));
    let (name, rest) = split.map_or((within, None), |(name, rest)| (name, Some(rest)));
    let manifest = plugins.manifest(name).filter(|manifest| manifest.name != PORTAL)?;
    let root = state.options.pages.of(manifest)?;
    let Some(rest) = rest else {
        // Relative links of the page need the slash.
        let location = (header::LOCATION, format!("/plugins/{name}/"));
        return Some(HttpResponse::PermanentRedirect().insert_header(location).finish());
    };
    answer(request, &root, &paths::read(rest)?, &policy_of(request, state, manifest))
}

fn policy_of<'m>(request: &HttpRequest, state: &State, manifest: &'m Manifest) -> Policy<'m> {
    let host = match &state.options.public_url {
        Some(url) => Some(url.authority().to_owned()),
        None => request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned),
    };
    Policy::of_plugin(manifest, host.as_deref())
}

/// A file of this name; else the first page, where a page may have such a path of its own.
fn answer(request: &HttpRequest, root: &WebRoot, wanted: &Wanted, policy: &Policy<'_>) -> Option<HttpResponse> {
    let found = wanted.file.as_deref().and_then(|name| Some((name, root.file(name)?)));
    let first = || root.file(INDEX).filter(|_| wanted.may_be_route).map(|file| (INDEX, file));
    let (name, file) = found.or_else(first)?;
    Some(if name.ends_with(".html") { page(file, policy) } else { asset(request.headers(), name, file, policy) })
}

/// A page: with a nonce of this answer, kept by nobody.
fn page(file: &WebFile, policy: &Policy<'_>) -> HttpResponse {
    let nonce = STANDARD.encode(rand::random::<[u8; 16]>());
    let mut response = HttpResponse::Ok();
    response.content_type("text/html; charset=utf-8").insert_header((header::CACHE_CONTROL, "no-store"));
    policy.set(&mut response, Some(&nonce));
    match std::str::from_utf8(&file.plain.bytes) {
        Ok(text) => response.body(text.replace(NONCE, &nonce)),
        Err(_) => response.body(file.plain.bytes.clone()),
    }
}

/// What a page loads: in the coding that the caller likes best, and only where
/// it has not got it already.
fn asset(sent: &HeaderMap, name: &str, file: &WebFile, policy: &Policy<'_>) -> HttpResponse {
    let (coding, content) = chosen(sent, file);
    let tag = format!("\"{}\"", content.hash);
    let mut response = if is_known(sent, &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    let lasting = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    response
        .insert_header((header::ETAG, tag.clone()))
        .insert_header((header::CACHE_CONTROL, lasting))
        .insert_header((header::VARY, "Accept-Encoding"));
    policy.set(&mut response, None);
    if is_known(sent, &tag) {
        return response.finish();
    }
    with_coding(&mut response, coding).content_type(media::of(name)).body(content.bytes.clone())
}

fn with_coding(response: &mut HttpResponseBuilder, coding: Coding) -> &mut HttpResponseBuilder {
    match coding {
        Coding::Identity => response,
        coding => response.insert_header((header::CONTENT_ENCODING, coding.as_str())),
    }
}

fn chosen<'f>(sent: &HeaderMap, file: &'f WebFile) -> (Coding, &'f Sent) {
    let siblings = [(Coding::Brotli, &file.brotli), (Coding::Gzip, &file.gzip)];
    let there: Vec<(Coding, &Sent)> =
        siblings.into_iter().filter_map(|(coding, sibling)| Some((coding, sibling.as_ref()?))).collect();
    let accepted = listed(sent, &header::ACCEPT_ENCODING);
    let codings: Vec<Coding> = there.iter().map(|(coding, _)| *coding).collect();
    let best = encodings::choose(&accepted, &codings);
    there.into_iter().find(|(coding, _)| *coding == best).unwrap_or((Coding::Identity, &file.plain))
}

/// A header that may be sent in several lines, as one.
fn listed(sent: &HeaderMap, name: &header::HeaderName) -> String {
    sent.get_all(name).filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",")
}

/// Whether `If-None-Match` names the tag; compared weakly (RFC 9110 section 13.1.2).
fn is_known(sent: &HeaderMap, tag: &str) -> bool {
    let listed = listed(sent, &header::IF_NONE_MATCH);
    listed.split(',').map(str::trim).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// Whether a name bears the hash of its content, as bundlers write it:
/// `assets/NAME-HASH.ext`, eight letters, digits, `-` and `_`. What lies there
/// under such a name is never another one. A word of eight small letters is no
/// hash, nor is a date.
fn is_hashed(name: &str) -> bool {
    let stem =
        name.strip_prefix(HASHED).and_then(|name| name.rsplit('/').next()).and_then(|name| name.split('.').next());
    let Some((before, hash)) = stem.and_then(|stem| stem.split_at_checked(stem.len().checked_sub(8)?)) else {
        return false;
    };
    let written = hash.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let letters = hash.bytes().any(|b| b.is_ascii_alphabetic());
    let no_word = hash.bytes().any(|b| !b.is_ascii_lowercase());
    before.len() > 1 && before.ends_with('-') && written && letters && no_word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_hash_is_known() {
        for hashed in [
            "assets/index-DiwrgTda.js",
            "assets/a-B-x3Fk2_.css",
            "assets/f/x-1b2c3d4e.woff2",
            "assets/i-DiwrgTda.js.map",
        ] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in [
            "index-DiwrgTda.js",
            "assets/logo.svg",
            "assets/logo-original.svg",
            "assets/photo-20260101.png",
            "assets/-DiwrgTda.js",
            "assets/x-Diwr.js",
            "assets/ж-Ж",
        ] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
