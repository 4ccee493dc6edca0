//! Translations: the source text is the key, in `schemas/texts/LANGUAGE.json`.
//! What is stored and compared is always the source text; a translation is put in
//! its place when something is shown.
//!
//! A key with `{}` is a pattern: of a text that was put together by a script,
//! `"Delivered " + tag`, the key is `Delivered {}`. What stands in place of `{}`
//! is taken over; the translation says it in the same order by `{}`, or by number,
//! `{1}`, `{2}`. Named placeholders, `{number}`, are filled in by who shows the text.

use super::problem::Fault;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

const HOLE: &str = "{}";

/// Translations of all languages.
#[derive(Clone, Debug, Default)]
pub struct Texts(BTreeMap<String, Dictionary>);

/// Translations into one language.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    said: BTreeMap<String, String>,
    patterns: Vec<Pattern>,
}

#[derive(Clone, Debug)]
struct Pattern {
    /// What is written around the holes: one more than there are holes.
    pieces: Vec<String>,
    said: String,
}

impl Texts {
    /// Adds a language.
    pub fn add(&mut self, language: &str, dictionary: Dictionary) {
        self.0.insert(language.to_owned(), dictionary);
    }

    /// The translations that count for a language tag: its own, or those of its
    /// first part: for `zh-CN`, too, `zh`.
    pub fn of(&self, tag: &str) -> Option<&Dictionary> {
        let first = tag.split('-').next().unwrap_or_default();
        self.0.get(tag).or_else(|| self.0.get(first))
    }

    /// A text in a language; the source text where there is no translation.
    pub fn say<'t>(&self, tag: &str, text: &'t str) -> Cow<'t, str> {
        match self.of(tag).and_then(|dictionary| dictionary.say(text)) {
            Some(said) => Cow::Owned(said),
            None => Cow::Borrowed(text),
        }
    }
}

impl Dictionary {
    /// Reads a file of translations.
    ///
    /// # Errors
    /// Faults with their places: no map of texts, placeholders that differ.
    pub fn parse(file: &str, text: &str) -> Result<Dictionary, Vec<Fault>> {
        let broken = |error: serde_json::Error| {
            let place = |n: usize| u32::try_from(n).unwrap_or(0);
            vec![Fault::of_file(file, "json", error.to_string()).at(place(error.line()), place(error.column()))]
        };
        let Json::Object(entries) = serde_json::from_str(text).map_err(broken)? else {
            return Err(vec![Fault::of_file(file, "translation", "a map of texts to translations is wanted")]);
        };
        let mut faults = Vec::new();
        let mut dictionary = Dictionary::default();
        for (key, said) in &entries {
            let (line, column) = place_of(text, key);
            let wrong = |message: String| Fault::of_file(file, "translation", message).at(line, column);
            match said.as_str() {
                None => faults.push(wrong(format!("the translation of “{key}” is a text"))),
                Some(said) if said.trim().is_empty() => {
                    faults.push(wrong(format!("the translation of “{key}” is empty")))
                }
                Some(said) => match differing(key, said) {
                    Some(why) => faults.push(wrong(why)),
                    None => dictionary.add(key, said),
                },
            }
        }
        if faults.is_empty() { Ok(dictionary) } else { Err(faults) }
    }

    fn add(&mut self, key: &str, said: &str) {
        self.said.insert(key.to_owned(), said.to_owned());
        if key.contains(HOLE) {
            let pieces: Vec<String> = key.split(HOLE).map(str::to_owned).collect();
            self.patterns.push(Pattern { pieces, said: said.to_owned() });
            // Of two that fit, the one with more written words is meant.
            let written = |pattern: &Pattern| pattern.pieces.iter().map(String::len).sum::<usize>();
            self.patterns.sort_by_key(|pattern| std::cmp::Reverse(written(pattern)));
        }
    }

    /// Every key, in the order of the alphabet.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.said.keys().map(String::as_str)
    }

    /// Whether a text, or the pattern of one, has a translation.
    pub fn knows(&self, key: &str) -> bool {
        self.said.contains_key(key)
    }

    /// A text's translation.
    pub fn say(&self, text: &str) -> Option<String> {
        let exact = self.said.get(text).cloned();
        exact.or_else(|| self.patterns.iter().find_map(|pattern| pattern.say(text)))
    }
}

impl Pattern {
    fn say(&self, text: &str) -> Option<String> {
        let holes = self.holes(text)?;
        let next = Cell::new(0);
        let hole = |at: usize| holes.get(at).map(|hole| (*hole).to_owned());
        Some(super::text::fill(&self.said, |name| match name {
            "" => hole(next.replace(next.get() + 1)),
            number => hole(number.parse::<usize>().ok()?.checked_sub(1)?),
        }))
    }

    /// What stands in the holes, where the text fits.
    fn holes<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (first, rest) = self.pieces.split_first()?;
        let (last, middle) = rest.split_last()?;
        let mut left = text.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        let mut holes = Vec::new();
        for piece in middle {
            let (hole, after) = left.split_once(piece.as_str())?;
            holes.push(hole);
            left = after;
        }
        holes.push(left);
        Some(holes)
    }
}

/// What stands between braces in a text: names, numbers, or nothing.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        match after.split_once('}') {
            Some((name, behind)) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => {
                found.push(name);
                rest = behind;
            }
            _ => rest = after,
        }
    }
    found.sort_unstable();
    found
}

/// What is wrong with a translation's placeholders.
fn differing(key: &str, said: &str) -> Option<String> {
    let (wanted, found) = (placeholders(key), placeholders(said));
    let holes = wanted.iter().filter(|name| name.is_empty()).count();
    let mut numbered: Vec<String> = (1..=holes).map(|n| n.to_string()).collect();
    numbered.extend(wanted.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()));
    numbered.sort_unstable();
    if found == wanted || holes > 0 && found == numbered {
        return None;
    }
    let listed = |names: &[&str]| match names.is_empty() {
        true => "none".to_owned(),
        false => names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" "),
    };
    Some(format!("“{key}” has the placeholders {}, its translation {}", listed(&wanted), listed(&found)))
}

/// Where a key stands in the text of its file.
pub fn place_of(text: &str, key: &str) -> (u32, u32) {
    let quoted = serde_json::to_string(key).unwrap_or_default();
    text.find(&quoted).map_or((0, 0), |at| super::policy::position(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(json: &str) -> Texts {
        let mut texts = Texts::default();
        texts.add("ru", Dictionary::parse("schemas/texts/ru.json", json).unwrap());
        texts
    }

    #[test]
    fn a_text_is_said_in_the_language_of_who_reads_it() {
        let texts = texts(r#"{"Line manager": "Руководитель"}"#);
        assert_eq!(texts.say("ru", "Line manager"), "Руководитель");
        assert_eq!(texts.say("ru-RU", "Line manager"), "Руководитель");
        assert_eq!(texts.say("en", "Line manager"), "Line manager");
        assert_eq!(texts.say("ru", "line manager"), "line manager");
    }

    #[test]
    fn what_a_script_put_together_is_found_by_its_pattern() {
        let texts = texts(
            r#"{"Delivered {}": "Выдан {}", "{} on {}": "{2}: {1}", "{} {} is installed on {}": "{} {} установлено на {}",
                "{} is installed on {}": "{} стоит на {}"}"#,
        );
        let say = |text| texts.say("ru", text).into_owned();
        assert_eq!(say("Delivered LT-000001"), "Выдан LT-000001");
        assert_eq!(say("editor on PC-1"), "PC-1: editor");
        assert_eq!(say("editor 3.1 is installed on PC-1"), "editor 3.1 установлено на PC-1");
        assert_eq!(say("editor is installed on PC-1"), "editor стоит на PC-1");
        assert_eq!(say("delivered it"), "delivered it");
        assert_eq!(say("Delivered {1} {}"), "Выдан {1} {}", "what is put in is no placeholder itself");
    }

    #[test]
    fn named_placeholders_stay_for_who_fills_them() {
        let texts = texts(r#"{"Your {what} is ready": "Готово: {what}"}"#);
        assert_eq!(texts.say("ru", "Your {what} is ready"), "Готово: {what}");
    }

    #[test]
    fn what_is_wrong_with_a_file_is_named_with_its_place() {
        let told = |json: &str| {
            let faults = Dictionary::parse("schemas/texts/ru.json", json).unwrap_err();
            faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(told("{\n  \"A\": 1,\n  \"B {x}\": \"Б\",\n  \"C {}\": \"Ц {} {}\",\n  \"D\": \" \"\n}"), @r#"
        schemas/texts/ru.json:2:3: error: the translation of “A” is a text [translation]
        schemas/texts/ru.json:3:3: error: “B {x}” has the placeholders {x}, its translation none [translation]
        schemas/texts/ru.json:4:3: error: “C {}” has the placeholders {}, its translation {} {} [translation]
        schemas/texts/ru.json:5:3: error: the translation of “D” is empty [translation]
        "#);
        insta::assert_snapshot!(told("[]"), @"schemas/texts/ru.json: error: a map of texts to translations is wanted [translation]");
        assert!(told("{\n  \"A\": ,\n}").starts_with("schemas/texts/ru.json:2:8: error: "));
        assert!(Dictionary::parse("x", r#"{"{} of {}": "{2} {1}", "{a} {b}": "{b} {a}"}"#).is_ok());
    }
}
