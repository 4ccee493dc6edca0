//! Which file a path names, and whether it may be a path of the page's own.
//! Names are looked up in memory, so no path reaches another file; what looks
//! as if it tried to is answered with nothing at all.

use crate::http::encoding::decode;

/// Longer paths name nothing.
const LONGEST: usize = 2_048;

/// What a path wants.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its segments, read.
    segments: Vec<String>,
    /// The file that it names; none where a segment holds a slash, or it is a folder's.
    pub file: Option<String>,
    /// Whether the page may have such a path of its own: one whose last segment
    /// has no extension.
    pub may_be_route: bool,
}

impl Wanted {
    /// The first segment.
    pub fn first(&self) -> &str {
        self.segments.first().map(String::as_str).unwrap_or_default()
    }
}

/// Reads a path, `/a/b`; none where it cannot be read, or is none that a page has.
pub fn read(path: &str) -> Option<Wanted> {
    let written = path.strip_prefix('/').filter(|path| path.len() <= LONGEST)?;
    let segments: Vec<String> = written.split('/').map(|segment| decode(segment, false)).collect::<Option<_>>()?;
    let (last, others) = segments.split_last()?;
    if others.iter().any(String::is_empty) || !segments.iter().all(|segment| is_harmless(segment)) {
        return None;
    }
    let names_file = !last.is_empty() && !segments.iter().any(|segment| segment.contains('/'));
    let may_be_route = !last.contains('.');
    Some(Wanted { file: names_file.then(|| segments.join("/")), may_be_route, segments })
}

/// No hidden name, no way up, nothing that another system would read as a separator.
fn is_harmless(segment: &str) -> bool {
    !segment.split('/').any(|part| part.starts_with('.')) && !segment.chars().any(|c| c.is_control() || c == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_a_file_or_is_the_pages_own() {
        let file = read("/assets/a%20b.js").unwrap();
        assert_eq!((file.file.as_deref(), file.may_be_route), (Some("assets/a b.js"), false));
        let route = read("/tickets/SR-000123").unwrap();
        assert_eq!((route.first(), route.may_be_route), ("tickets", true));
        assert_eq!(read("/").unwrap(), Wanted { segments: vec![String::new()], file: None, may_be_route: true });
        let group = read("/groups/field%2Fsupport").unwrap();
        assert_eq!((group.file, group.may_be_route), (None, true), "a name may hold a slash");
    }

    #[test]
    fn what_is_hostile_is_read_as_nothing() {
        for path in [
            "/..",
            "/../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/a/%2E%2e/b",
            "/..%2f..%2fetc",
            "/a%2f..%2fb",
            "/..%5cetc",
            "/a%5c..%5cb",
            "/a\\b",
            "/a%00",
            "/a%0a",
            "/.env",
            "/a/.git/config",
            "/a//b",
            "//evil.example",
            "/%zz",
            "/%ff",
            "a",
        ] {
            assert_eq!(read(path), None, "{path}");
        }
        assert_eq!(read(&format!("/{}", "a".repeat(3_000))), None);
    }
}
