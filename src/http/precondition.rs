//! `ETag` and `If-Match`: the version that a caller has seen.

use super::problem::Problem;
use actix_web::http::header::{self, HeaderMap, HeaderValue};

/// No ticket ever has this version: they begin with 1.
const NEVER: i64 = 0;

/// A version as an entity tag.
pub fn etag(version: i64) -> HeaderValue {
    // Digits in quotes are always a legal header value.
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"0\""))
}

/// The hash of a text as an entity tag.
pub fn etag_of(hash: &str) -> String {
    format!("\"{hash}\"")
}

/// The tag that must be in force; none where the caller does not mind.
///
/// # Errors
/// 400 where it is no entity tag, or several.
pub fn if_match(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut values = headers.get_all(header::IF_MATCH);
    let Some(value) = values.next() else { return Ok(None) };
    let text = value.to_str().map(str::trim).ok().filter(|_| values.next().is_none());
    match text {
        Some("*") => Ok(None),
        // If-Match compares strongly (RFC 9110 section 13.1.1): a weak tag matches nothing.
        Some(text) => match (text.strip_prefix("W/").and_then(opaque), opaque(text)) {
            (Some(_), _) => Ok(Some(String::new())),
            (None, Some(tag)) => Ok(Some(tag.to_owned())),
            (None, None) => Err(malformed()),
        },
        None => Err(malformed()),
    }
}

/// The ticket's version that a tag names.
///
/// A tag that is none of ours matches no version, so that it comes to 412, but
/// only after the ticket was found.
pub fn version(tag: &str) -> i64 {
    tag.parse().ok().filter(|version| *version > 0).unwrap_or(NEVER)
}

fn malformed() -> Problem {
    Problem::malformed("`If-Match` must be `*` or one entity tag, as `ETag` gave it: \"7\".")
}

/// What stands between the quotes.
fn opaque(tag: &str) -> Option<&str> {
    tag.strip_prefix('"')?.strip_suffix('"').filter(|inner| !inner.contains('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &'static str) -> Result<Option<i64>, Problem> {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_MATCH, HeaderValue::from_static(value));
        Ok(if_match(&headers)?.map(|tag| version(&tag)))
    }

    #[test]
    fn a_version_is_read_as_it_was_given() {
        assert_eq!(etag(7), "\"7\"");
        assert_eq!(read("\"7\""), Ok(Some(7)));
        assert_eq!(read("W/\"7\""), Ok(Some(NEVER)));
        assert_eq!(read("*"), Ok(None));
        assert_eq!(if_match(&HeaderMap::new()), Ok(None));
    }

    #[test]
    fn a_foreign_tag_matches_nothing() {
        assert_eq!(read("\"abc\""), Ok(Some(NEVER)));
        assert_eq!(read("\"-1\""), Ok(Some(NEVER)));
    }

    #[test]
    fn what_is_no_tag_is_malformed() {
        for wrong in ["7", "\"7", "\"7\", \"8\"", "", "\""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
