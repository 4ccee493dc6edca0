//! The OpenAPI 3.1 document: generated from the handlers that are mounted, and
//! the table of paths, methods and query parameters that is read from it again,
//! so that what is documented and what is taken cannot drift apart.

pub mod access;
mod asked_examples;
mod author_examples;
pub mod examples;
pub mod parameters;
pub mod problems;
mod recorded_examples;

use super::problem::ProblemDocument;
use super::routes;
use actix_web::App;
use std::collections::BTreeMap;
use utoipa::OpenApi;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa_actix_web::AppExt;

/// What stands around the operations.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "maitred",
        description = "A service desk: what may be asked for, tickets, their steps and their log. \
            Every answer is JSON; every refusal is a problem document (RFC 9457) whose `code` never changes. \
            Sign in by `POST /api/v1/session`, send the token as `Authorization: Bearer …`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(ProblemDocument)),
    tags(
        (name = "session", description = "Signing in and out, and one's own tokens"),
        (name = "catalog", description = "What may be asked for"),
        (name = "tickets", description = "Tickets and what people do to them"),
        (name = "steps", description = "What a ticket waits for"),
        (name = "appointments", description = "Who is to be where for a ticket, and invitations"),
        (name = "attachments", description = "Files: sent up, used on tickets, fetched"),
        (name = "views", description = "Lists that people keep, and queues with their counts"),
        (name = "content", description = "What authors publish: workflows, forms, releases"),
        (name = "people", description = "What pickers need, and messages to oneself"),
        (name = "operations", description = "Health and figures, outside `/api/v1`"),
    ),
)]
struct Frame;

/// The whole document. Pure: it needs no desk.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let app = App::new().into_utoipa_app().openapi(Frame::openapi()).configure(routes::mount);
    let (_, mut document) = app.split_for_parts();
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("maitred"))));
    let either = ["bearer", "cookie"].map(|scheme| SecurityRequirement::new::<_, _, &str>(scheme, []));
    document.security = Some(either.into());
    document
}

/// Operations of a path by method.
fn operations(item: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    let all = [
        ("GET", &item.get),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ];
    all.into_iter().filter_map(|(method, operation)| operation.as_ref().map(|operation| (method, operation)))
}

/// Paths, methods and query parameters, read from the document.
#[derive(Debug, Default)]
pub struct Routes {
    /// Path → method → what of it matters here.
    paths: BTreeMap<String, BTreeMap<&'static str, Route>>,
}

#[derive(Debug)]
struct Route {
    query: Vec<String>,
    public: bool,
}

impl Routes {
    /// The table of a document.
    pub fn of(document: &utoipa::openapi::OpenApi) -> Self {
        let route = |operation: &Operation| Route {
            query: operation
                .parameters
                .iter()
                .flatten()
                .filter_map(|parameter| match parameter {
                    RefOr::T(parameter) => Some(parameter),
                    RefOr::Ref(_) => None,
                })
                .filter(|parameter| parameter.parameter_in == ParameterIn::Query)
                .map(|parameter| parameter.name.clone())
                .collect(),
            // `security(())` is written as one empty requirement.
            public: operation
                .security
                .as_ref()
                .is_some_and(|security| security.contains(&SecurityRequirement::default())),
        };
        let methods =
            |item: &PathItem| operations(item).map(|(method, operation)| (method, route(operation))).collect();
        Self { paths: document.paths.paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect() }
    }

    /// The documented query parameters of a route.
    pub fn query_parameters(&self, method: &str, pattern: &str) -> &[String] {
        self.paths.get(pattern).and_then(|methods| methods.get(method)).map_or(&[], |route| &route.query)
    }

    fn matching(&self, path: &str) -> impl Iterator<Item = (&&'static str, &Route)> {
        self.paths.iter().filter(move |(pattern, _)| matches(pattern, path)).flat_map(|(_, methods)| methods)
    }

    /// The methods that a path has; none where there is no such path.
    pub fn methods(&self, path: &str) -> Vec<String> {
        let mut methods: Vec<String> = self.matching(path).map(|(method, _)| (*method).to_owned()).collect();
        if methods.iter().any(|method| method == "GET") {
            methods.push("HEAD".to_owned());
        }
        methods
    }

    /// Whether a path of ours begins with this segment: no page of a plugin does.
    pub fn begins_with(&self, segment: &str) -> bool {
        self.paths.keys().any(|path| path.split('/').nth(1) == Some(segment))
    }

    /// Whether a path is open to strangers.
    pub fn is_public(&self, path: &str) -> bool {
        self.matching(path).any(|(_, route)| route.public)
    }
}

/// Whether a path is of a pattern like `/tickets/{number}`.
fn matches(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests;
