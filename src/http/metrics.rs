//! Prometheus figures: calls by route and status, how long they take, and what
//! the desk says of itself. Who may read them is in `routes::metrics`.

use crate::desk::Figures;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::fmt;
use std::time::Duration;

/// The media type of the text format.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Seconds: from a quarter of a millisecond to ten seconds.
const BUCKETS: [f64; 13] = [0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Call {
    method: String,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: String,
    route: String,
}

/// All figures of one server.
pub struct Metrics {
    registry: Registry,
    calls: Family<Call, Counter>,
    seconds: Family<Route, Histogram>,
}

impl Metrics {
    /// Figures of a server and of the desk behind it, which is asked when somebody asks us.
    pub fn new(desk: impl Fn() -> Figures + Send + Sync + 'static) -> Self {
        let mut registry = Registry::with_prefix("maitred");
        let calls = Family::default();
        let seconds = Family::<Route, Histogram>::new_with_constructor(|| Histogram::new(BUCKETS));
        registry.register("http_requests", "Calls by method, route and status", calls.clone());
        registry.register("http_request_seconds", "How long calls take", seconds.clone());
        registry.register_collector(Box::new(OfDesk(Box::new(desk))));
        Self { registry, calls, seconds }
    }

    /// Counts a call.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let (method, route) = (known_method(method).to_owned(), route.to_owned());
        let labels = Route { method: method.clone(), route: route.clone() };
        self.seconds.get_or_create(&labels).observe(took.as_secs_f64());
        self.calls.get_or_create(&Call { method, route, status }).inc();
    }

    /// The figures as text.
    ///
    /// # Errors
    /// None that a string could give.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Methods are a client's words: only the usual ones become labels.
fn known_method(method: &str) -> &str {
    match method {
        "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" => method,
        _ => "other",
    }
}

/// The desk's own figures.
struct OfDesk(Box<dyn Fn() -> Figures + Send + Sync>);

impl fmt::Debug for OfDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfDesk")
    }
}

impl Collector for OfDesk {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let figures = (self.0)();
        let mut gauge = |name: &str, help: &str, value: usize| {
            let value = ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
            value.encode(encoder.encode_descriptor(name, help, None, value.metric_type())?)
        };
        gauge("desk_commands_waiting", "Commands that wait for a worker", figures.commands_waiting)?;
        gauge("desk_commits_waiting", "Commands that wait for their commit", figures.commits_waiting)?;
        let commands: u64 =
            figures.batches.iter().map(|(size, commits)| commits * u64::try_from(*size).unwrap_or(0)).sum();
        let commands = ConstCounter::new(commands);
        let descriptor =
            encoder.encode_descriptor("desk_commands", "Commands committed", None, commands.metric_type())?;
        commands.encode(descriptor)?;
        batches(&mut encoder, &figures.batches)
    }
}

/// How many commits carried how many commands.
fn batches(encoder: &mut DescriptorEncoder<'_>, batches: &[(usize, u64)]) -> Result<(), fmt::Error> {
    let mut family = encoder.encode_descriptor(
        "desk_commits",
        "Commits by how many commands they carried",
        None,
        MetricType::Counter,
    )?;
    for (size, commits) in batches {
        let labels = [("commands", size.to_string())];
        ConstCounter::new(*commits).encode(family.encode_family(&labels)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_counted_by_route_and_status() {
        let figures = Figures { commands_waiting: 3, commits_waiting: 0, batches: vec![(1, 7), (20, 2)] };
        let metrics = Metrics::new(move || figures.clone());
        metrics.request("GET", "/api/v1/tickets/{number}", 200, Duration::from_millis(3));
        metrics.request("BREW", "none", 404, Duration::from_millis(1));
        let text = metrics.text().unwrap();
        let line = r#"maitred_http_requests_total{method="GET",route="/api/v1/tickets/{number}",status="200"} 1"#;
        assert!(text.contains(line), "{text}");
        assert!(text.contains(r#"method="other""#), "{text}");
        assert!(text.contains("maitred_desk_commands_waiting 3"), "{text}");
        assert!(text.contains(r#"maitred_desk_commits_total{commands="20"} 2"#), "{text}");
        assert!(text.contains("maitred_desk_commands_total 47"), "{text}");
    }
}
