//! Where no handler is: a plugin's page where there is one, 405 where the path has
//! other methods, else 404; under `/api/v1` only to who is signed in, as everywhere.

use super::answer::Answer;
use super::caller::authenticate;
use super::pages;
use super::problem::Problem;
use super::state::State;
use crate::model::problem::{Code, Refusal};
use actix_web::HttpRequest;
use actix_web::http::Method;

/// Answers what no route answers.
///
/// # Errors
/// Always where there is no page.
pub async fn fallback(request: HttpRequest) -> Answer {
    let Some(state) = State::of(&request) else { return Err(Refusal::not_found().into()) };
    let path = request.path();
    let mut methods = state.routes.methods(path);
    let inside = path == "/api/v1" || path.starts_with("/api/v1/");
    if inside && !state.routes.is_public(path) {
        authenticate(&request, &state).await?;
    }
    if methods.is_empty()
        && let Some(page) = pages::at(&request, &state)
    {
        if request.method() == Method::GET {
            return Ok(page);
        }
        methods = vec!["GET".to_owned(), "HEAD".to_owned()];
    }
    if methods.is_empty() {
        return Err(Problem::new(Code::NotFound, "There is no such path."));
    }
    let mut refusal = Refusal::new(Code::MethodNotAllowed, format!("This path has no method {}.", request.method()));
    refusal.allowed = methods;
    Err(refusal.into())
}
