//! Text rules: what may enter, and how text is folded for search in three
//! languages. Ranking and full text search live elsewhere.

use unicode_normalization::UnicodeNormalization;

/// Folds text for case-insensitive search: compatibility composition (NFKC),
/// lower case, `ё` as `е`. Both databases search this column, since their own
/// ideas of case differ.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

/// A text with its first letter large, as labels begin.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The nearest of `known` to `word`, when it is near enough to be a typing slip.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &fold(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count().min(word.chars().count()) / 4)
        .min()
        .map(|(_, candidate)| candidate)
}

/// A template with its `{placeholders}` filled in, in one pass: what is filled
/// in is never taken for a placeholder itself. An unknown one stays as it is.
pub fn fill(template: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}').and_then(|(name, behind)| Some((value(name)?, behind))) {
            Some((value, behind)) => {
                filled.push_str(&value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_joins_what_people_take_for_the_same() {
        assert_eq!(fold("Ёлка ＡＢＣ Ноутбук 笔记本"), "елка abc ноутбук 笔记本");
    }

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        assert_eq!(did_you_mean("qorum", ["quorum", "within"]), Some("quorum"));
        assert_eq!(did_you_mean("banana", ["quorum", "within"]), None);
    }

    #[test]
    fn what_is_filled_in_is_no_placeholder_itself() {
        let value = |name: &str| match name {
            "a" => Some("{b}".to_owned()),
            "b" => Some("x".to_owned()),
            _ => None,
        };
        assert_eq!(fill("Hi {a} {b} {c} {", value), "Hi {b} x {c} {");
        assert_eq!(fill("{{a}}", value), "{{b}}");
    }
}
