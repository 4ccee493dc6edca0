//! Floor 5: REST under `/api/v1`, its OpenAPI document, problem documents,
//! sessions at the door. The only place that knows actix.
//!
//! A handler reads what was sent, hands the desk a command or asks it for a
//! view, and shapes the answer. No rule of the desk is here: what may be done by
//! whom is decided below. What is here is the order of refusals (401, 413, 400,
//! 404, 403, 412, 409, 422), what a body and a query may look like, and what
//! every answer carries.

mod answer;
mod body;
mod bulk;
mod call;
mod caller;
mod change;
mod document;
mod encoding;
mod envelope;
mod export;
mod fallback;
mod fields;
mod json;
mod language;
mod link;
mod metrics;
mod once;
mod operations;
mod options;
mod pages;
mod precondition;
mod problem;
mod query;
mod rate_page;
mod request_id;
mod routes;
mod server;
mod session_cookie;
mod state;
mod ticket_filter;
mod upload;

pub use document::access::{Asks, ROUTES, Route, access_page};
pub use document::openapi;
pub use operations::operations;
pub use options::{MetricsOptions, Options};
pub use problem::{ProblemDocument, status_of};
pub use server::Server;
