//! Logs: structured, on standard error, as text or as one JSON object per line.

use super::settings::{LogFormat, LogSettings};
use tracing_subscriber::EnvFilter;

/// Starts logging. A second start in one process (tests) changes nothing.
pub fn start(settings: &LogSettings) {
    let filter = EnvFilter::try_new(&settings.filter).unwrap_or_else(|_| EnvFilter::new("info"));
    // Where nobody reads the log any more, the desk goes on without: the report
    // of the failure would go to the same place, and panic.
    let builder =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false);
    match settings.format {
        LogFormat::Text => builder.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).try_init().ok(),
        LogFormat::Json => {
            builder.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init().ok()
        }
    };
}
