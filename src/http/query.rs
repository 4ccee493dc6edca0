//! Reading a query string. Parameters are taken one by one; what is wrong is
//! collected, so that one answer names it all, and is held back until the caller
//! is known to see what they ask about (404 comes before 422).

use super::encoding::decode;
use super::problem::Problem;
use crate::model::problem::{FieldError, Refusal, pointer_part};
use crate::model::text::did_you_mean;
use std::cell::RefCell;

/// Most entries of a list.
pub const MOST: u32 = 200;
/// Entries of a list when nobody says.
pub const USUAL: u32 = 50;

/// The parameters of one call.
#[derive(Debug, Default)]
pub struct Query {
    pairs: Vec<(String, String)>,
    complaints: RefCell<Vec<FieldError>>,
}

impl Query {
    /// Reads a raw query string; `known` are the documented parameters.
    ///
    /// # Errors
    /// 400 where its encoding cannot be read.
    pub fn read<S: AsRef<str>>(raw: &str, known: &[S]) -> Result<Self, Problem> {
        let mut query = Self::default();
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (decode(name, true), decode(value, true)) else {
                return Err(Problem::malformed("The query string is not percent-encoded UTF-8."));
            };
            query.pairs.push((name, value));
        }
        for (name, value) in &query.pairs {
            if !known.iter().any(|known| known.as_ref() == name) {
                query.complain(name, "unknown", &unknown(name, known.iter().map(AsRef::as_ref)));
            }
            if value.contains('\0') {
                query.complain(name, "nul", "NUL characters are not allowed");
            }
        }
        // Who may see it is asked before the verdict: a NUL must not reach the database meanwhile.
        for (_, value) in &mut query.pairs {
            value.retain(|c| c != '\0');
        }
        Ok(query)
    }

    fn complain(&self, name: &str, code: &str, message: &str) {
        let pointer = format!("/{}", pointer_part(name));
        self.complaints.borrow_mut().push(FieldError::new(pointer, code, message));
    }

    /// 422 where anything was wrong.
    ///
    /// # Errors
    /// All that was wrong.
    pub fn verdict(&self) -> Result<(), Refusal> {
        let complaints = self.complaints.borrow();
        if complaints.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(complaints.clone())) }
    }

    /// Every value of a parameter, `a=1&a=2` and `a=1,2` alike.
    pub fn each<T>(&self, name: &str, wants: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let values = self.pairs.iter().filter(|(n, _)| n == name).flat_map(|(_, value)| value.split(','));
        let parsed = values.map(|value| (value, parse(value)));
        let mut found = Vec::new();
        for (value, parsed) in parsed {
            match parsed {
                Some(value) => found.push(value),
                None => self.complain(name, "enum", &format!("`{value}` is not {wants}")),
            }
        }
        found
    }

    /// A parameter as text; an empty one counts as absent.
    pub fn text(&self, name: &str) -> Option<String> {
        let mut values = self.pairs.iter().filter(|(n, _)| n == name).map(|(_, value)| value);
        let first = values.next()?;
        if values.next().is_some() {
            self.complain(name, "duplicate", "this parameter comes twice");
        }
        (!first.is_empty()).then(|| first.clone())
    }

    /// A parameter of some type; `wants` says what in words.
    pub fn one<T>(&self, name: &str, wants: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.text(name)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            self.complain(name, "enum", &format!("`{value}` is not {wants}"));
        }
        parsed
    }

    /// `true` or `false`.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.one(name, "`true` or `false`", |value| value.parse().ok())
    }

    /// `limit`: 1 to 200, 50 when absent.
    pub fn limit(&self) -> u32 {
        let wants = format!("a number from 1 to {MOST}");
        self.one("limit", &wants, |value| value.parse().ok().filter(|n| (1..=MOST).contains(n))).unwrap_or(USUAL)
    }
}

fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let hint = did_you_mean(name, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no query parameter `{name}`{hint}")
}

/// The raw query string with its cursor replaced: where the next page is.
pub fn with_cursor(raw: &str, cursor: &str) -> String {
    let kept = raw.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some("cursor"));
    let encoded: String = url::form_urlencoded::byte_serialize(cursor.as_bytes()).collect();
    kept.map(str::to_owned).chain([format!("cursor={encoded}")]).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::status::Status;

    const KNOWN: &[&str] = &["status", "q", "limit", "cursor", "count"];

    fn complaints(query: &Query) -> Vec<(String, String)> {
        query.verdict().err().map(|r| r.errors.into_iter().map(|e| (e.pointer, e.code)).collect()).unwrap_or_default()
    }

    #[test]
    fn parameters_are_read() {
        let query = Query::read("status=new,closed&status=resolved&q=a+%D1%91&limit=7&count=true", KNOWN).unwrap();
        assert_eq!(query.each("status", "a status", Status::parse), [Status::New, Status::Closed, Status::Resolved]);
        assert_eq!(query.text("q").as_deref(), Some("a ё"));
        assert_eq!((query.limit(), query.flag("count"), query.text("cursor")), (7, Some(true), None));
        assert_eq!(query.verdict(), Ok(()));
        assert_eq!(Query::default().limit(), USUAL);
    }

    #[test]
    fn all_that_is_wrong_is_named_at_once() {
        let query = Query::read("stauts=new&limit=201&q=a&q=b&count=yes&cursor=%00", KNOWN).unwrap();
        query.limit();
        query.text("q");
        query.flag("count");
        let found = complaints(&query);
        let names: Vec<_> = found.iter().map(|(p, c)| format!("{p} {c}")).collect();
        assert_eq!(names, ["/stauts unknown", "/cursor nul", "/limit enum", "/q duplicate", "/count enum"]);
    }

    #[test]
    fn a_broken_encoding_is_malformed() {
        assert!(Query::read("q=%zz", KNOWN).is_err());
        assert!(Query::read("q=%ff", KNOWN).is_err());
    }

    #[test]
    fn the_next_page_keeps_the_filters() {
        assert_eq!(with_cursor("status=new&cursor=old&limit=2", "a+b"), "status=new&limit=2&cursor=a%2Bb");
        assert_eq!(with_cursor("", "x"), "cursor=x");
    }
}
