//! A call by a link that needs no sign-in. It is answered with a page where a
//! browser calls, as its `Accept` or its form says, else as the API answers.

use super::call::no_state;
use super::problem::Problem;
use super::state::State;
use super::{body, caller, fields, language};
use crate::model::problem::{Code, Refusal};
use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use std::net::IpAddr;
use std::pin::Pin;
use url::form_urlencoded;
use utoipa::PartialSchema;

/// Who follows a link.
pub struct Linked {
    /// What all calls share.
    pub state: Data<State>,
    /// The caller's address.
    pub address: IpAddr,
    /// The link's token.
    pub token: String,
    /// Whether a page is wanted.
    pub page: bool,
    /// The language that the browser likes best.
    pub language: String,
    form: bool,
    json: bool,
    body: Bytes,
}

impl FromRequest for Linked {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let state = State::of(&request).ok_or_else(no_state)?;
            let body = body::read_any(&request, &mut payload, &state.options).await?;
            let form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded");
            let json = body::is_json(request.content_type());
            let address = caller::address(&request, &state.options);
            let token = request.match_info().get("token").unwrap_or_default().to_owned();
            let page = form || named(request.headers(), header::ACCEPT).contains("text/html");
            let language = language::liked(request.headers()).to_owned();
            Ok(Self { state, address, token, page, language, form, json, body })
        })
    }
}

fn named(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_ascii_lowercase()
}

impl Linked {
    /// The body, sent as JSON or by a form.
    ///
    /// # Errors
    /// 400, 422.
    pub fn body<B: DeserializeOwned + PartialSchema>(&self) -> Result<B, Refusal> {
        if self.form {
            return fields::read(&of_form(&self.body)?);
        }
        if !self.json {
            let detail = "Send the body as `Content-Type: application/json`, or as a form.";
            return Err(Refusal::new(Code::Malformed, detail));
        }
        body::typed(&self.body)
    }
}

/// A form's fields as JSON: what is empty was not said, digits are a number.
fn of_form(body: &[u8]) -> Result<Json, Refusal> {
    let mut map = Map::new();
    for (name, value) in form_urlencoded::parse(body).filter(|(_, value)| !value.is_empty()) {
        if name.contains('\0') || value.contains('\0') {
            return Err(Refusal::invalid(format!("/{name}"), "nul", "NUL characters are not allowed"));
        }
        let number = value.parse::<i64>().ok().filter(|_| name == "score");
        map.insert(name.into_owned(), number.map_or_else(|| Json::from(value.into_owned()), Json::from));
    }
    Ok(Json::Object(map))
}
