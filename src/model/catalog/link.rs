//! Addresses in forms (`"format": "uri"`): what staff are shown as a link, and
//! click on. Only what leads to a page or to a mailbox is one.

use jsonschema::Uri;

/// What links may begin with.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
/// What is said of any other.
pub(super) const WANTED: &str = "an address is wanted: https://…, http://… or mailto:…";

/// Whether a format of JSON Schema is an address.
pub(super) fn is_one(format: &str) -> bool {
    ["uri", "iri", "uri-reference", "iri-reference"].contains(&format)
}

/// Whether a text is an address that may be followed.
pub(super) fn is_link(text: &str) -> bool {
    scheme(text).is_some_and(known) && is_clean(text)
}

/// The same, or an address within something else: `pages/one`.
pub(super) fn is_reference(text: &str) -> bool {
    scheme(text).is_none_or(known) && is_clean(text)
}

fn known(scheme: &str) -> bool {
    SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

/// What stands before the first colon, where no path has begun.
fn scheme(text: &str) -> Option<&str> {
    text.split(['/', '?', '#']).next()?.split_once(':').map(|(scheme, _)| scheme)
}

/// Browsers pass over blanks and control characters; letters of all scripts
/// stand for their bytes.
fn is_clean(text: &str) -> bool {
    let plain: String = text.chars().map(|letter| if letter.is_ascii() { letter } else { 'x' }).collect();
    match scheme(text) {
        Some(_) => Uri::parse(plain).is_ok(),
        None => !plain.contains(|letter: char| letter.is_ascii_control() || letter == ' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_would_run_is_no_link() {
        for good in
            ["https://shop.example.org/a?b=c#d", "HTTP://x.org", "mailto:ann@example.org", "https://пример.рф/я"]
        {
            assert!(is_link(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JavaScript://x/%0aalert(1)",
            "data:text/html,x",
            "java\nscript:x",
            "example.org",
            " https://x.org",
            "https://x.org/a b",
            "vbscript:x",
            "file:///etc/passwd",
            "",
        ] {
            assert!(!is_link(bad), "{bad}");
        }
        assert!(is_reference("pages/one:two") && is_reference("https://x.org") && !is_reference("javascript:alert(1)"));
        assert!(!is_reference("\tjavascript:alert(1)"));
    }
}
