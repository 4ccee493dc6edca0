//! The words `http::…` and `secret`: calls to neighbours. What may be called is
//! decided in `guard`, how in `outgoing`.

use super::super::outgoing::{OutgoingAnswer, OutgoingCall, Trouble};
use super::super::secrets::HeaderText;
use super::{Run, raised, text, wrong_type};
use crate::script::{Call, Hint, Object, Stop, Value, Word};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// What `secret(…)` gives: a name, never a value.
const SECRET: &str = "secret";

const GET: u16 = 20;
const POST: u16 = 21;
const PUT: u16 = 22;
const PATCH: u16 = 23;
const DELETE: u16 = 24;
const ENCODE: u16 = 25;

/// The functions of `http`.
pub(super) fn words() -> Vec<Word> {
    const URL: &[Hint] = &[Hint::Text, Hint::Map];
    vec![
        Word::new(GET, "get", 1, 2).hints(URL),
        Word::new(POST, "post", 1, 2).hints(URL),
        Word::new(PUT, "put", 1, 2).hints(URL),
        Word::new(PATCH, "patch", 1, 2).hints(URL),
        Word::new(DELETE, "delete", 1, 2).hints(URL),
        Word::new(ENCODE, "encode", 1, 1).hints(&[Hint::Text]),
    ]
}

/// Percent-encodes a text for one segment or value of a URL.
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}

impl Run {
    pub(super) fn secret(&self, call: &Call<'_>) -> Result<Value, Stop> {
        let name = text(call, 0, "a secret's name")?;
        let prefix = if call.len() > 1 { text(call, 1, "a prefix")? } else { String::new() };
        if !self.plugin.secrets.declares(&name) {
            let message = format!("secret: plugin.toml does not name \"{name}\" in `secrets`");
            return Err(Stop::fault("unknown_secret", message));
        }
        let label = format!("secret({name})");
        Ok(Value::Object(Object::opaque(SECRET, json!({ "name": name, "prefix": prefix }), label)))
    }

    pub(super) fn http(&self, call: &Call<'_>) -> Result<Value, Stop> {
        let method = match call.id() {
            POST => Method::POST,
            PUT => Method::PUT,
            PATCH => Method::PATCH,
            DELETE => Method::DELETE,
            ENCODE => return Ok(Value::Text(encode(&text(call, 0, "a text")?))),
            _ => Method::GET,
        };
        let url = text(call, 0, "a URL")?;
        let (headers, body) = options(call)?;
        let outgoing = OutgoingCall { method, url, headers, body, deadline: self.deadline };
        match self.plugin.outgoing.send(&self.door, &self.plugin.hosts, &self.plugin.secrets, outgoing) {
            Ok(answer) => Ok(answered(&answer)),
            Err(trouble) => Err(troubled(&trouble)),
        }
    }
}

/// What a script reads of an answer: `#{ status, body }`.
fn answered(answer: &OutgoingAnswer) -> Value {
    let json = answer.json.then(|| serde_json::from_str(&answer.body).ok()).flatten();
    let body = json.map_or_else(|| Value::from(answer.body.as_str()), |json: Json| Value::from_json(&json));
    Value::Map(BTreeMap::from([("status".to_owned(), Value::Int(i64::from(answer.status))), ("body".to_owned(), body)]))
}

/// An outage is for the script to catch; what the author or the installation
/// got wrong is not.
fn troubled(trouble: &Trouble) -> Stop {
    match trouble {
        Trouble::Unreachable(..)
        | Trouble::TimedOut
        | Trouble::TooLarge
        | Trouble::Redirects
        | Trouble::NotNoted(_) => raised("unreachable", trouble.to_string()),
        // What is kept back ends the function: it is answered by its sample.
        Trouble::Barred(_) | Trouble::Header(_) | Trouble::NoSecret(_) | Trouble::Broken(_) | Trouble::KeptBack => {
            Stop::fault("http", trouble.to_string())
        }
    }
}

type Options = (Vec<(String, HeaderText)>, Option<(&'static str, Vec<u8>)>);

/// Reads `#{ headers: #{…}, body: … }`.
fn options(call: &Call<'_>) -> Result<Options, Stop> {
    let options = match call.value(1)? {
        Value::Unit => BTreeMap::new(),
        Value::Map(options) => options,
        other => return Err(wrong_type(call, "a map of options", &other)),
    };
    let (mut headers, mut body) = (Vec::new(), None);
    for (name, value) in options {
        match (name.as_str(), value) {
            ("headers", Value::Map(given)) => {
                for (name, value) in given {
                    headers.push((name, header(call, &value)?));
                }
            }
            ("body", Value::Unit) => {}
            ("body", Value::Text(text)) => body = Some(("text/plain; charset=utf-8", text.into_bytes())),
            ("body", value) => body = Some(("application/json", value.to_json().to_string().into_bytes())),
            (other, _) => {
                let message = format!("{}: the options are `headers` (a map) and `body`, not \"{other}\"", call.name());
                return Err(Stop::fault("unknown_option", message));
            }
        }
    }
    Ok((headers, body))
}

fn header(call: &Call<'_>, value: &Value) -> Result<HeaderText, Stop> {
    let part = |object: &Object, key: &str| object.key().get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    match value {
        Value::Text(text) => Ok(HeaderText::Plain(text.clone())),
        Value::Int(number) => Ok(HeaderText::Plain(number.to_string())),
        Value::Object(object) if object.kind() == SECRET => {
            Ok(HeaderText::Secret { prefix: part(object, "prefix"), name: part(object, "name") })
        }
        other => Err(wrong_type(call, "a text or a secret", other)),
    }
}
