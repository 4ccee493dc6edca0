//! What the codes of the policy are called. Where the file has no words for a
//! code, the code itself is made readable.

use super::Policy;
use crate::model::text::capitalised;
use std::collections::BTreeMap;

/// `permanent_fix` as people read it: `Permanent fix`.
pub fn in_words(code: &str) -> String {
    capitalised(&code.replace(['_', '-'], " "))
}

/// A label in a language: in the very one, in a related one, in English.
pub fn label<'l>(labels: &'l BTreeMap<String, String>, language: &str) -> Option<&'l str> {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let related = || labels.iter().find(|(tag, _)| base(tag) == base(language)).map(|(_, text)| text);
    labels.get(language).or_else(related).or_else(|| labels.get("en")).map(String::as_str)
}

impl Policy {
    /// Every text of the policy that is said in the reader's language by the
    /// translations: words of codes that have no labels of their own.
    pub fn words(&self) -> Vec<String> {
        let said = self.rejection_codes.values().chain(self.returns.codes.values()).cloned();
        let codes = self.closure_reasons.keys().chain(&self.matrix.impacts).chain(&self.matrix.urgencies);
        let mut words: Vec<String> = said.chain(codes.map(|code| in_words(code))).collect();
        words.sort();
        words.dedup();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_code_is_readable() {
        assert_eq!([in_words("permanent_fix"), in_words("line-2"), in_words("")], ["Permanent fix", "Line 2", ""]);
    }
}
