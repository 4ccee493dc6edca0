//! The allocator of the process and a meter of what the present thread holds.
//! Scripts are stopped by it; nothing else is decided here.

use tikv_jemalloc_ctl::thread;

/// One allocator that counts each thread's bytes, so that a script's appetite
/// can be told from its neighbours'.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

type Counter = thread::ThreadLocal<u64>;

std::thread_local! {
    // Where jemalloc counts for this thread; asked once per thread.
    static COUNTERS: Option<(Counter, Counter)> =
        thread::allocatedp::read().ok().zip(thread::deallocatedp::read().ok());
}

/// Bytes that this thread has allocated and not freed. Memory that went to
/// another thread still counts here; only differences over a short time mean
/// anything. 0 where the allocator does not count.
pub fn held() -> i64 {
    COUNTERS
        .try_with(|counters| {
            counters.as_ref().map_or(0, |(allocated, freed)| allocated.get().wrapping_sub(freed.get()).cast_signed())
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meter_sees_what_is_held_and_what_is_given_back() {
        let before = held();
        let block = vec![1u8; 8 << 20];
        let with = held();
        assert!(with - before >= 8 << 20, "{before} {with}");
        drop(block);
        assert!(held() - before < 1 << 20);
    }
}
