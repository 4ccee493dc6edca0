//! The stack that scripts want, and a thread that has it.

use std::io;
use std::thread::{self, Builder};

/// The stack that a thread needs to run scripts: the deepest nesting that the
/// limits allow, with room to spare.
pub const STACK_BYTES: usize = 16 << 20;

/// Does something on a thread with the stack of scripts, and waits for it. A
/// panic is given to the caller, who knows what to make of it.
///
/// # Errors
/// Where the machine has no thread for it.
pub fn on_own_stack<T: Send>(name: &str, work: impl FnOnce() -> T + Send) -> io::Result<thread::Result<T>> {
    thread::scope(|scope| {
        let builder = Builder::new().name(name.to_owned()).stack_size(STACK_BYTES);
        Ok(builder.spawn_scoped(scope, work)?.join())
    })
}
