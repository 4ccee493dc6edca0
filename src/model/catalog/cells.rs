//! What a cell of a table means for a field of a form: a text, unless the form
//! wants something else there, under whatever condition.

use serde_json::Value as Json;

/// Between the entries of a list within one cell.
const BETWEEN: char = ';';

/// The cell as the field wants it; what it cannot be stays a text, which the
/// form's check then refuses by its name.
pub fn read_cell(schema: &Json, field: &str, cell: &str) -> Json {
    let mut found = Vec::new();
    of_field(schema, field, &mut found);
    found.iter().find_map(|wanted| read(wanted, cell)).unwrap_or_else(|| Json::from(cell))
}

/// Everything that a schema says of a field, its conditions too.
fn of_field<'s>(schema: &'s Json, field: &str, into: &mut Vec<&'s Json>) {
    into.extend(schema.get("properties").and_then(|fields| fields.get(field)));
    for part in ["then", "else"].into_iter().filter_map(|key| schema.get(key)) {
        of_field(part, field, into);
    }
    for key in ["allOf", "anyOf", "oneOf"] {
        for part in schema.get(key).and_then(Json::as_array).into_iter().flatten() {
            of_field(part, field, into);
        }
    }
}

/// The cell read by one thing that is said of the field; `None` where that does
/// not say what it is, or where the cell is no such thing.
fn read(wanted: &Json, cell: &str) -> Option<Json> {
    let types: Vec<&str> = match wanted.get("type") {
        Some(Json::Array(types)) => types.iter().filter_map(Json::as_str).collect(),
        other => other.and_then(Json::as_str).into_iter().collect(),
    };
    if let Some(read) = types.into_iter().find_map(|kind| of_type(kind, wanted, cell)) {
        return Some(read);
    }
    let choices = ["oneOf", "anyOf"].into_iter().filter_map(|key| wanted.get(key)?.as_array()).flatten();
    let constants = choices.filter_map(|choice| choice.get("const"));
    let listed = wanted.get("enum").and_then(Json::as_array).into_iter().flatten();
    let said = [Json::from(cell)].into_iter().chain(serde_json::from_str(&cell.to_lowercase()).ok());
    let said: Vec<Json> = said.collect();
    constants.chain(listed).find(|value| said.contains(value)).cloned()
}

fn of_type(kind: &str, wanted: &Json, cell: &str) -> Option<Json> {
    match kind {
        // Spreadsheets write TRUE.
        "boolean" => cell.to_lowercase().parse::<bool>().ok().map(Json::from),
        "integer" | "number" => serde_json::from_str::<Json>(cell).ok().filter(Json::is_number),
        "array" => {
            let none = Json::Null;
            let items = wanted.get("items").unwrap_or(&none);
            let entry = |part: &str| read(items, part).unwrap_or_else(|| Json::from(part));
            let parts = cell.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
            Some(parts.map(entry).collect())
        }
        "string" => Some(Json::from(cell)),
        _ => None,
    }
}

/// What stands between the columns of a table: what its first line has most of,
/// outside of quotes. A comma where it has one column.
pub fn separator(table: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in table.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == byte) {
            *count += 1;
        }
    }
    // Of several that it has as many of, the first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| *byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_cell_is_what_its_field_wants_under_whatever_condition() {
        let schema = json!({"properties": {"name": {"type": "string"}, "size": {"oneOf": [{"const": 1}, {"const": 2}]}},
            "allOf": [{"if": {"properties": {"name": {"const": "x"}}}, "then": {"properties": {"yes": {"type": "boolean"}}},
                "else": {"properties": {"many": {"type": ["integer", "null"]}, "who": {"type": "array", "items": {"type": "string"}},
                    "figures": {"type": "array", "items": {"type": "integer"}}}}}]});
        let cell = |field, text| read_cell(&schema, field, text);
        assert_eq!([cell("yes", "TRUE"), cell("yes", "perhaps")], [json!(true), json!("perhaps")]);
        assert_eq!(
            [cell("many", "12"), cell("name", "12"), cell("other", "12")],
            [json!(12), json!("12"), json!("12")]
        );
        assert_eq!([cell("who", "ann; 7;"), cell("figures", "1;2")], [json!(["ann", "7"]), json!([1, 2])]);
        assert_eq!([cell("size", "2"), cell("size", "3")], [json!(2), json!("3")]);
    }

    #[test]
    fn the_first_line_says_what_stands_between_columns() {
        for (text, wanted) in [
            ("a,b\n1;2;3;4", b','),
            ("a;b;c\n", b';'),
            ("\n\"a,b,c\";d\n", b';'),
            ("a\tb", b'\t'),
            ("a", b','),
            ("", b','),
        ] {
            assert_eq!(separator(text), wanted, "{text:?}");
        }
    }
}
