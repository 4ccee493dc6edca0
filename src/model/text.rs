//! Text rules: what may enter, and how text is folded for search in three
//! languages. Ranking and full text search live elsewhere.

use unicode_normalization::UnicodeNormalization;

/// Folds text for case-insensitive search: compatibility composition (NFKC),
/// lower case, `ё` as `е`. Both databases search this column, since their own
/// ideas of case differ.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
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
}
