//! Catalog items: a form (JSON Schema) with the catalog's data beside it
//! (`x-catalog`, contracts.md "A catalog item"), who may ask for it, and what a
//! filled form costs. How a form is checked is in `form`.

mod audience;
mod cells;
mod form;
mod link;
mod meaning;
mod ordered;

pub use audience::{Audience, Because, Effect, Known, because};
pub use cells::{read_cell, separator};
pub use form::{Checker, FormError, check_amount, check_numbers, fields, fits, locate};
pub use meaning::{Meaning, Named, Pick, When};
pub use ordered::Ordered;

use super::money::Money;
use super::problem::Fault;
use super::ticket::Kind;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;

/// `x-catalog`. Any other key is an error.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// What a ticket of this item is.
    pub kind: Kind,
    /// Category, for intake and browsing.
    #[serde(default)]
    pub category: String,
    /// Words that find it.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Base price.
    pub price: Option<Money>,
    /// A price that comes again.
    pub recurring: Option<Recurring>,
    /// Place in its category.
    #[serde(default)]
    pub order: i64,
    /// Icon's name.
    pub icon: Option<String>,
    /// The workflow's name, when it is not the item's.
    pub workflow: Option<String>,
    /// Read by scripts as `item.values.NAME`.
    #[serde(default)]
    pub values: Map<String, Json>,
    /// Who may ask; absent means everybody.
    pub available_to: Option<Audience>,
    /// Who may not; wins over `available_to`.
    pub not_available_to: Option<Audience>,
    /// The group that fulfils it.
    pub group: Option<String>,
    /// Tickets of it are seen by this group only.
    pub restricted_to: Option<String>,
}

/// A price that comes again.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recurring {
    /// How much, a decimal string.
    pub amount: String,
    /// How often, `month`.
    pub every: String,
}

/// One thing that can be asked for, in one version.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name: `laptop`.
    pub name: String,
    /// Title, source text.
    pub title: String,
    /// Description, source text.
    pub description: String,
    /// Hash of the schema's text: the item's version.
    pub version: String,
    /// The form as published, `x-catalog` and `x-ui` taken out.
    pub schema: Json,
    /// The same with its fields in the author's order: what people are shown.
    pub shown: Arc<Ordered>,
    /// A uiSchema as react-jsonschema-form reads it.
    pub ui: Json,
    /// `x-catalog`.
    pub meta: Meta,
    /// Names of the form's fields.
    pub field_names: Arc<BTreeSet<String>>,
    /// What the form's texts stand for.
    pub meaning: Arc<Meaning>,
    /// The compiled form; compiled once per version.
    pub checker: Arc<Checker>,
}

impl Item {
    /// Reads `schemas/NAME.json`. `common` maps the path of every shared
    /// definition (`schemas/common/…`) to its text.
    ///
    /// # Errors
    /// Faults with the file and, for broken JSON, line and column.
    pub fn parse(name: &str, text: &str, version: &str, common: &BTreeMap<String, String>) -> Result<Item, Vec<Fault>> {
        let file = format!("schemas/{name}.json");
        let mut schema = form::parse_object(&file, text)?;
        let broken = |names: &[&str], message: String| {
            let (line, column) = form::locate(text, names);
            vec![Fault::of_file(&file, "schema", message).at(line, column)]
        };
        let meta = schema.remove("x-catalog").ok_or_else(|| broken(&[], "`x-catalog` is missing".to_owned()))?;
        let meta: Meta = serde_json::from_value(meta).map_err(|error| {
            let message = error.to_string();
            let word = message.split('`').nth(1).unwrap_or_default().to_owned();
            broken(&["x-catalog", &word], format!("x-catalog: {message}"))
        })?;
        if let Some(price) = meta.price.as_ref().filter(|price| !Money::is_currency(&price.currency)) {
            let message = format!("x-catalog: `{}` is no ISO 4217 currency", price.currency);
            return Err(broken(&["x-catalog", "currency"], message));
        }
        if let Some(price) = &meta.price {
            let wrong = |message| broken(&["x-catalog", "amount"], format!("x-catalog: price: {message}"));
            form::check_amount(price.amount).map_err(wrong)?;
        }
        let ui = schema.remove("x-ui").unwrap_or_else(|| Json::Object(Map::new()));
        let text_of = |key: &str| schema.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
        let (title, description) = (text_of("title"), text_of("description"));
        if title.is_empty() {
            return Err(broken(&[], "`title` is missing".to_owned()));
        }
        let schema = Json::Object(schema);
        form::check_prices(&schema).map_err(|message| broken(&["x-price"], message))?;
        let word = |message: &str| ["x-pick", "x-when"].into_iter().find(|it| message.contains(it)).unwrap_or("x-list");
        let meaning = Meaning::of(&schema).map_err(|message| broken(&[word(&message)], message))?;
        let (field_names, meaning) = (Arc::new(fields(&schema)), Arc::new(meaning));
        let checker = Checker::compile(&file, text, &schema, common)?;
        let shown = Ordered::parse(text).map_err(|error| broken(&[], error.to_string()))?;
        let shown = Arc::new(shown.without(&["x-catalog", "x-ui"]));
        let (name, version) = (name.to_owned(), version.to_owned());
        let checker = Arc::new(checker);
        Ok(Item { name, title, description, version, schema, shown, ui, meta, field_names, meaning, checker })
    }

    /// The name of the workflow that carries its tickets.
    pub fn workflow(&self) -> &str {
        self.meta.workflow.as_deref().unwrap_or(&self.name)
    }

    /// Whether somebody may ask for it, as far as its audiences say.
    pub fn available_to(&self, person: &Known<'_>) -> bool {
        let excluded = self.meta.not_available_to.as_ref().is_some_and(|audience| audience.names(person));
        !excluded && self.meta.available_to.as_ref().is_none_or(|audience| audience.names(person))
    }

    /// What a filled form costs: the base price and every chosen option's
    /// `x-price`. `None` where neither the item nor an option has a price.
    pub fn price(&self, form: &Map<String, Json>, currency: &str) -> Option<Money> {
        let mut sum = self.meta.price.clone();
        for (_, price) in self.chosen_prices(form) {
            let total = sum.get_or_insert_with(|| Money::new(Decimal::ZERO, currency));
            total.amount = total.amount.checked_add(price).unwrap_or(total.amount);
        }
        sum
    }

    /// Every chosen option that has a price, with what it is called.
    pub fn chosen_prices(&self, form: &Map<String, Json>) -> Vec<(String, Decimal)> {
        form::chosen_prices(&self.title, &self.schema, &Json::Object(form.clone()))
    }
}

/// Reads an `x-price`.
fn decimal(price: &Json) -> Option<Decimal> {
    price.as_str().and_then(|text| Decimal::from_str(text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    pub(crate) const LAPTOP: &str = r#"{
      "title": "Laptop", "description": "A new or replacement laptop.",
      "x-catalog": { "kind": "request", "category": "technical", "price": { "amount": "10.00", "currency": "EUR" },
                     "available_to": { "departments": ["*"] }, "not_available_to": { "roles": ["auditor"] } },
      "type": "object", "required": ["model"], "additionalProperties": false,
      "properties": {
        "model": { "oneOf": [ { "const": "light", "title": "Light 13", "x-price": "900.00" },
                              { "const": "pro", "title": "Pro 16", "x-price": "2100.00" } ] },
        "reason": { "type": "string", "maxLength": 20 } } }"#;

    fn laptop() -> Item {
        Item::parse("laptop", LAPTOP, "v1", &BTreeMap::new()).unwrap()
    }

    #[test]
    fn the_price_is_the_base_and_what_was_chosen() {
        let form = json!({"model": "pro"});
        let price = laptop().price(form.as_object().unwrap(), "EUR").unwrap();
        assert_eq!(price.to_string(), "2110.00 EUR");
    }

    #[test]
    fn prices_count_wherever_they_were_chosen() {
        let text = r#"{ "title": "Set", "x-catalog": { "kind": "request" }, "type": "object",
          "properties": {
            "desk": { "properties": { "lamp": { "type": "boolean", "x-price": "15.00" } } },
            "items": { "items": { "properties": { "k": { "oneOf": [ { "const": "x", "x-price": "10.10" }, { "const": "y", "x-price": "0.20" } ] } } } },
            "remote": { "type": "boolean" }, "vpn": {} },
          "if": { "properties": { "remote": { "const": true } }, "required": ["remote"] },
          "then": { "properties": { "vpn": { "oneOf": [ { "const": "fast", "x-price": "100.00" } ] } } } }"#;
        let item = Item::parse("set", text, "v", &BTreeMap::new()).unwrap();
        let sum = |form: Json| item.price(form.as_object().unwrap(), "EUR").map(|price| price.amount.to_string());
        let form = json!({"desk": {"lamp": true}, "items": [{"k": "x"}, {"k": "y"}], "remote": true, "vpn": "fast"});
        assert_eq!(sum(form.clone()).as_deref(), Some("125.30"));
        let lines: Vec<String> = item
            .chosen_prices(form.as_object().unwrap())
            .into_iter()
            .map(|(name, price)| format!("{name} {price}"))
            .collect();
        assert_eq!(lines, ["lamp 15.00", "x 10.10", "y 0.20", "fast 100.00"]);
        assert_eq!(sum(json!({"desk": {"lamp": false}, "remote": false, "vpn": "fast"})), None);
    }

    #[test]
    fn a_schema_that_does_not_compile_is_named_with_its_line() {
        let faults = Item::parse("x", &LAPTOP.replace("\"string\"", "\"strnig\""), "v", &BTreeMap::new()).unwrap_err();
        assert_eq!(faults[0].line, 9, "{}", faults[0]);
    }

    #[test]
    fn each_error_of_a_form_has_its_pointer() {
        let errors = laptop().checker.check(&json!({"reason": 7, "colour": "red"}), "/form").unwrap_err();
        let pointers: Vec<_> = errors.iter().map(|e| (e.pointer.as_str(), e.code.as_str())).collect();
        assert!(pointers.contains(&("/form/model", "required")), "{pointers:?}");
        assert!(pointers.contains(&("/form/reason", "type")), "{pointers:?}");
        assert!(pointers.contains(&("/form/colour", "additionalProperties")), "{pointers:?}");
    }

    #[test]
    fn an_unknown_key_of_x_catalog_is_a_fault() {
        let faults =
            Item::parse("x", &LAPTOP.replace("\"category\"", "\"categroy\""), "v", &BTreeMap::new()).unwrap_err();
        assert!(faults[0].message.contains("unknown field `categroy`"), "{}", faults[0]);
    }

    #[test]
    fn broken_json_is_named_with_line_and_column() {
        let faults = Item::parse("x", "{\n  \"title\": \"A\",\n}", "v", &BTreeMap::new()).unwrap_err();
        assert_eq!((faults[0].line, faults[0].column), (3, 1), "{}", faults[0]);
    }
}
