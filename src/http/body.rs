//! Reading a request's body: at most 1 MiB, within its time, as JSON of a known
//! shape.

use super::options::{MOST_BODY, Options};
use super::problem::Problem;
use super::{fields, json};
use crate::model::problem::{Code, Refusal};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use utoipa::PartialSchema;

/// Reads the whole body.
///
/// # Errors
/// 413 where it is too large, 400 where it does not come or is not said to be JSON.
pub async fn read(request: &HttpRequest, payload: &mut Payload, options: &Options) -> Result<Bytes, Problem> {
    let body = read_any(request, payload, options).await?;
    if !body.is_empty() && !is_json(request.content_type()) {
        return Err(Problem::malformed("Send the body as `Content-Type: application/json`."));
    }
    Ok(body)
}

/// Reads the whole body, whatever it is said to be.
///
/// # Errors
/// 413 where it is too large, 400 where it does not come.
pub async fn read_any(request: &HttpRequest, payload: &mut Payload, options: &Options) -> Result<Bytes, Problem> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > MOST_BODY) {
        return Err(too_large());
    }
    let payload = web::Payload::from_request(request, payload).await.map_err(|_| incomplete())?;
    let body = match tokio::time::timeout(options.body_within, payload.to_bytes_limited(MOST_BODY)).await {
        Err(_) => return Err(Problem::malformed("The body did not arrive in time.")),
        Ok(Err(_)) => return Err(too_large()),
        Ok(Ok(Err(_))) => return Err(incomplete()),
        Ok(Ok(Ok(body))) => body,
    };
    Ok(body)
}

fn too_large() -> Problem {
    Problem::new(Code::TooLarge, "The body is over 1 MiB.")
}

fn incomplete() -> Problem {
    Problem::malformed("The body broke off.")
}

/// A body without a type is taken for JSON, too.
pub fn is_json(content_type: &str) -> bool {
    let essence = content_type.trim().to_ascii_lowercase();
    essence.is_empty()
        || essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// Reads a body of a known shape. No body at all is read as `{}` where that will do.
///
/// # Errors
/// 400 where it is no JSON, 422 with pointers where it is not of that shape.
pub fn typed<T: DeserializeOwned + PartialSchema>(body: &[u8]) -> Result<T, Refusal> {
    if body.is_empty() {
        let nothing = fields::read::<T>(&Json::Object(Map::new()));
        return nothing.map_err(|_| Refusal::new(Code::Malformed, "A JSON object is wanted in the body."));
    }
    match json::read(body) {
        Ok(value @ Json::Object(_)) => fields::read(&value),
        // An array would be read by the order of the fields: a field is sent by its name.
        Ok(_) => Err(Refusal::invalid("", "type", "A JSON object is wanted in the body.")),
        Err(json::Unreadable::Malformed(why)) => Err(Refusal::new(Code::Malformed, why)),
        Err(json::Unreadable::Invalid(errors)) => Err(Refusal::invalid_fields(errors)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::command::{Cancel, Submit};

    fn code<T: DeserializeOwned + PartialSchema>(body: &[u8]) -> Code {
        typed::<T>(body).err().unwrap().code
    }

    #[test]
    fn a_media_type_of_json_is_taken() {
        for good in ["", "application/json", "Application/JSON", "application/merge-patch+json"] {
            assert!(is_json(good), "{good}");
        }
        for wrong in ["text/plain", "application/x-www-form-urlencoded", "image/svg+json"] {
            assert!(!is_json(wrong), "{wrong}");
        }
    }

    #[test]
    fn no_body_will_do_where_nothing_is_compulsory() {
        assert!(typed::<Cancel>(b"").is_ok());
        assert_eq!(code::<Submit>(b""), Code::Malformed);
    }

    #[test]
    fn malformed_comes_before_invalid() {
        assert_eq!(code::<Submit>(b"{\"colour\": 1,"), Code::Malformed);
        assert_eq!(code::<Submit>(b"{\"colour\": 1}"), Code::Invalid);
        assert_eq!(code::<Submit>(b"{\"item\": \"a\\u0000\"}"), Code::Invalid);
    }

    #[test]
    fn a_body_is_an_object_and_not_a_list_of_its_fields() {
        for wrong in [b"[\"why\"]".as_slice(), b"[]", b"null", b"7", b"\"why\""] {
            assert_eq!(code::<Cancel>(wrong), Code::Invalid);
        }
    }
}
