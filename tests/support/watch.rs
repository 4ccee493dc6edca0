//! Watches what nobody waits for: panics on the server's threads, and errors in
//! its log. A test in whose time one happened has failed, whatever it saw.

use parking_lot::Mutex;
use std::sync::Once;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What was seen so far; from then on only what is new concerns a test.
pub fn begin() -> usize {
    static START: Once = Once::new();
    START.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // A test's own thread bears its path; that one fails by itself.
            let thread = std::thread::current();
            if !thread.name().is_some_and(|name| name.contains("::") || name == "main") {
                SEEN.lock().push(format!("{}: {panic}", thread.name().unwrap_or("a thread")));
            }
            before(panic);
        }));
        let subscriber = tracing_subscriber::registry().with(Errors);
        tracing::subscriber::set_global_default(subscriber).ok();
    });
    SEEN.lock().len()
}

/// What was seen since.
pub fn since(begin: usize) -> Vec<String> {
    SEEN.lock().iter().skip(begin).cloned().collect()
}

struct Errors;

impl<S: Subscriber> Layer<S> for Errors {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() == Level::ERROR && event.metadata().target().starts_with("maitred") {
            let mut words = Words(String::new());
            event.record(&mut words);
            SEEN.lock().push(format!("{}:{}", event.metadata().target(), words.0));
        }
    }
}

struct Words(String);

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.push_str(&format!(" {field}={value:?}"));
    }
}
