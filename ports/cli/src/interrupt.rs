//! Ctrl-C as a flag.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

static FLAG: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on Ctrl-C sets the flag and does not end the command. A second one before the first was seen ends it.
pub fn catch() {
    FLAG.get_or_init(|| {
        let flag = Arc::new(AtomicBool::new(false));
        // Where there are no signals, Ctrl-C ends the command as always.
        let _ = signal_hook::flag::register_conditional_shutdown(
            signal_hook::consts::SIGINT,
            130,
            Arc::clone(&flag),
        );
        let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::clone(&flag));
        flag
    });
}

/// Was Ctrl-C pressed since it was last asked?
pub fn take() -> bool {
    FLAG.get().is_some_and(|flag| flag.swap(false, Ordering::Relaxed))
}
