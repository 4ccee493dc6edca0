//! `Idempotency-Key`: how a repeated call is known again. The key, scoped to
//! caller and route, becomes the command's id; the fingerprint tells a repeat
//! from another call under the same key. Answering a repeat is the desk's.

use super::problem::Problem;
use crate::model::ids::UserId;
use actix_web::http::header::HeaderMap;
use sha2::{Digest, Sha256};
use uuid::Builder;

/// The request header.
pub const HEADER: &str = "idempotency-key";
/// Set in the answer to a repeat.
pub const REPLAYED: &str = "idempotency-replayed";

/// The key that was sent.
///
/// # Errors
/// 400 where it is not 1 to 255 printable ASCII characters.
pub fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut values = headers.get_all(HEADER);
    let Some(value) = values.next() else { return Ok(None) };
    let text = value.to_str().ok().filter(|text| (1..=255).contains(&text.len()));
    match text.filter(|text| text.bytes().all(|b| (0x20..0x7f).contains(&b)) && values.next().is_none()) {
        Some(text) => Ok(Some(text.to_owned())),
        None => Err(Problem::malformed("`Idempotency-Key` must be 1 to 255 printable ASCII characters.")),
    }
}

/// The command's id. Without a key every call is one of its own.
pub fn command_id(user: UserId, method: &str, route: &str, key: Option<&str>) -> String {
    match key {
        Some(key) => format!("u/{user}/{method} {route}/{key}"),
        None => format!("u/{user}/once/{}", Builder::from_random_bytes(rand::random()).into_uuid()),
    }
}

/// Tells a repeat from another call under the same key: method, path and body as sent.
pub fn fingerprint(method: &str, path: &str, body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [method.as_bytes(), path.as_bytes(), body] {
        // Lengths in between, so that no two calls run into the same bytes.
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};
    use uuid::Uuid;

    fn headers(values: &[&[u8]]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for value in values {
            map.append(HeaderName::from_static(HEADER), HeaderValue::from_bytes(value).unwrap());
        }
        map
    }

    #[test]
    fn a_key_is_printable_ascii() {
        assert_eq!(key(&headers(&[])), Ok(None));
        assert_eq!(key(&headers(&[b"a b-1~"])), Ok(Some("a b-1~".to_owned())));
        for wrong in [b"".as_slice(), &[b'x'; 256], "schlüssel".as_bytes(), b"a\tb"] {
            assert!(key(&headers(&[wrong])).is_err(), "{wrong:?}");
        }
        assert!(key(&headers(&[b"a", b"b"])).is_err(), "two keys");
    }

    #[test]
    fn an_id_is_scoped_to_caller_and_route() {
        let user = UserId(Uuid::from_u128(7));
        let id = command_id(user, "POST", "/api/v1/tickets", Some("k"));
        assert_eq!(id, "u/00000000-0000-0000-0000-000000000007/POST /api/v1/tickets/k");
        let longest = command_id(user, "POST", "/api/v1/tickets/{number}/steps/{id}/answer", Some(&"k".repeat(255)));
        assert!(longest.len() <= 512);
        assert_ne!(command_id(user, "POST", "/x", None), command_id(user, "POST", "/x", None));
    }

    #[test]
    fn another_body_or_path_is_another_call() {
        let one = fingerprint("POST", "/a", b"{}");
        assert_eq!(one, fingerprint("POST", "/a", b"{}"));
        assert_ne!(one, fingerprint("POST", "/a", b"{ }"));
        assert_ne!(one, fingerprint("POST", "/a{}", b""));
    }
}
