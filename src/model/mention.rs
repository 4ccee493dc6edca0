//! Mentions: `@username` in a text. Who is meant is asked of whoever knows
//! people; an address (`ann@example.org`) mentions nobody.

use std::collections::BTreeSet;

/// Characters of the longest username that is looked for.
const LONGEST: usize = 100;

/// Whoever a text mentions, by what `known` knows.
pub fn mentioned<T: Ord>(text: &str, known: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    let mut found = BTreeSet::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if c == '@' && before.is_none_or(|before: char| !is_name(before)) {
            let rest = text.get(at + 1..).unwrap_or_default();
            found.extend(readings(rest).into_iter().find_map(&known));
        }
        before = Some(c);
    }
    found
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "._-@".contains(c)
}

/// What may be the username at the beginning of a text, the longest first: a name
/// ends where its characters end, before punctuation, and where one script meets another.
fn readings(rest: &str) -> Vec<&str> {
    let name: Vec<(usize, char)> = rest.char_indices().take(LONGEST).take_while(|(_, c)| is_name(*c)).collect();
    let mut ends = Vec::new();
    for (n, (at, c)) in name.iter().enumerate() {
        let next = name.get(n + 1).map(|(_, next)| *next);
        let same = |next: char| next.is_alphanumeric() && c.is_alphanumeric() && next.is_ascii() == c.is_ascii();
        if !next.is_some_and(same) {
            ends.push(at + c.len_utf8());
        }
    }
    ends.into_iter().rev().filter_map(|end| rest.get(..end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_is_a_name_behind_an_at_sign() {
        let people = ["dora", "ann", "a.b", "李"];
        let found = |text: &str| -> Vec<&str> {
            mentioned(text, |name| people.into_iter().find(|known| *known == name)).into_iter().collect()
        };
        assert_eq!(found("@dora, ask @ann. And (@a.b)!"), ["a.b", "ann", "dora"]);
        assert_eq!(found("@dora请看 @李: 好"), ["dora", "李"]);
        assert!(found("ann@dora x@ann doraemon @doraemon @nobody @ @@").is_empty());
    }
}
