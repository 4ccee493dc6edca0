//! What the codes of the policy are called. Where the file has no words for a
//! code, the code itself is made readable.

use super::Policy;
use crate::model::text::capitalised;
use std::collections::BTreeMap;

/// `permanent_fix` as people read it: `Permanent fix`.
pub fn in_words(code: &str) -> String {
    capitalised(&code.replace(['_', '-'], " "))
}

/// A name of a group or a role as people read it: keys like `service-desk` in
/// words, `hr` as the abbreviation that it is, what was named for people as it is.
pub fn called(name: &str) -> String {
    let is_key = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'));
    match name.len() {
        _ if !is_key => name.to_owned(),
        0..=3 => name.to_uppercase(),
        _ => in_words(name),
    }
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
    use super::{called, in_words};

    #[test]
    fn a_code_is_readable() {
        assert_eq!([in_words("permanent_fix"), in_words("line-2"), in_words("")], ["Permanent fix", "Line 2", ""]);
    }

    #[test]
    fn a_name_that_people_gave_stays() {
        let told = ["service-desk", "hr", "Einkauf-Nord", "财务-北京"].map(called);
        assert_eq!(told, ["Service desk", "HR", "Einkauf-Nord", "财务-北京"]);
    }
}
