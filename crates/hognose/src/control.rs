//! Requests to a running engine from elsewhere: a thread, an interrupt, a signal handler.

use core::sync::atomic::{AtomicBool, Ordering};

/// Flags that the engine looks at every 4,096 instructions at least. Setting one is a plain store, so it may be done in an
/// interrupt or a signal handler.
///
/// ```
/// use hognose::{Budget, Control, Engine, Outcome};
///
/// let control = Control::new();
/// let mut block = vec![0u64; 16 * 1024];
/// let mut engine = Engine::new(&mut block)?;
/// engine.set_control(&control);
/// engine.load_source("while True: pass", "busy.py")?;
/// control.pause();
/// assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Paused);
/// control.stop();
/// assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Stopped);
/// # Ok::<(), hognose::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Control {
    /// Any of the others is set: the only one that the interpreter looks at.
    pub(crate) attention: AtomicBool,
    stop: AtomicBool,
    pause: AtomicBool,
    interrupt: AtomicBool,
}

impl Control {
    /// No request.
    pub const fn new() -> Control {
        Control {
            attention: AtomicBool::new(false),
            stop: AtomicBool::new(false),
            pause: AtomicBool::new(false),
            interrupt: AtomicBool::new(false),
        }
    }

    /// Ends the program: no handler and no `finally` of it runs any more. The request stands until
    /// [`Control::clear`].
    pub fn stop(&self) {
        self.request(&self.stop);
    }

    /// Ends this run with [`Outcome::Paused`](crate::Outcome::Paused).
    pub fn pause(&self) {
        self.request(&self.pause);
    }

    /// Raises `KeyboardInterrupt` in the program, which may catch it.
    pub fn interrupt(&self) {
        self.request(&self.interrupt);
    }

    /// Takes back all requests.
    pub fn clear(&self) {
        for flag in [&self.attention, &self.stop, &self.pause, &self.interrupt] {
            flag.store(false, Ordering::SeqCst);
        }
    }

    fn request(&self, flag: &AtomicBool) {
        flag.store(true, Ordering::SeqCst);
        self.attention.store(true, Ordering::SeqCst);
    }

    /// Takes the most urgent request. Several are taken one after the other.
    pub(crate) fn take(&self) -> Option<Request> {
        // Attention first: a request that comes after the flags were read sets it again.
        self.attention.store(false, Ordering::SeqCst);
        if self.stop.load(Ordering::SeqCst) {
            self.attention.store(true, Ordering::SeqCst);
            return Some(Request::Stop);
        }
        for (flag, request) in [(&self.interrupt, Request::Interrupt), (&self.pause, Request::Pause)] {
            if flag.load(Ordering::SeqCst) {
                flag.store(false, Ordering::SeqCst);
                if self.pause.load(Ordering::SeqCst) {
                    self.attention.store(true, Ordering::SeqCst);
                }
                return Some(request);
            }
        }
        None
    }
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    Stop,
    Interrupt,
    Pause,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_taken_once_the_most_urgent_first() {
        let control = Control::new();
        assert_eq!(control.take(), None);
        control.pause();
        control.interrupt();
        assert_eq!(control.take(), Some(Request::Interrupt));
        assert!(control.attention.load(Ordering::SeqCst), "the pause still stands");
        assert_eq!(control.take(), Some(Request::Pause));
        assert_eq!(control.take(), None);
        assert!(!control.attention.load(Ordering::SeqCst));
    }

    #[test]
    fn a_stop_stands_until_it_is_cleared() {
        let control = Control::new();
        control.stop();
        assert_eq!((control.take(), control.take()), (Some(Request::Stop), Some(Request::Stop)));
        control.clear();
        assert_eq!(control.take(), None);
    }
}
