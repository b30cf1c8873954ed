//! Events: handlers of a program that are called when something happens.

use crate::limits;
use crate::queue::Queue;
use hognose::Handle;
use hognose_device::Millis;

/// What a handler waits for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The right button goes down.
    Button,
    /// Something comes nearer than that many mm in front.
    Front(f32),
    /// Something is nearer at a side than that proximity in percent.
    Side(f32),
    /// The body touches something.
    Bump,
    /// The battery falls to that charge in percent.
    Battery(f32),
    /// That many ms have passed, again and again.
    Timer(Millis),
}

/// Names of events, in the order of their kinds.
pub const NAMES: [&str; 6] = ["button", "front", "side", "bump", "battery", "timer"];

impl Event {
    fn kind(self) -> usize {
        match self {
            Event::Button => 0,
            Event::Front(_) => 1,
            Event::Side(_) => 2,
            Event::Bump => 3,
            Event::Battery(_) => 4,
            Event::Timer(_) => 5,
        }
    }
}

/// A handler.
#[derive(Clone, Copy, Debug)]
struct Handler {
    event: Event,
    handle: Handle,
    /// Was it so when it was looked at last?
    was: bool,
    queued: bool,
    /// Not called before that time.
    next: Millis,
}

/// What the world is like, for those who wait for events.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Moment {
    pub presses: u32,
    pub front: Option<i16>,
    pub side: u8,
    pub bumped: bool,
    pub battery: u8,
}

/// All handlers of a program.
#[derive(Clone, Debug)]
pub(crate) struct Events {
    handlers: [Option<Handler>; limits::HANDLERS],
    presses: u32,
    dropped: Queue<Handle, { limits::HANDLERS }>,
    last: usize,
}

impl Default for Events {
    fn default() -> Self {
        Events { handlers: [None; limits::HANDLERS], presses: 0, dropped: Queue::EMPTY, last: 0 }
    }
}

impl Events {
    /// Forgets everything; the engine that had the handles is gone too.
    pub fn clear(&mut self) {
        *self = Events::default();
    }

    /// A handler for an event. False when there are too many.
    pub fn add(&mut self, now: Millis, event: Event, handle: Handle, moment: Moment) -> bool {
        if self.handlers.iter().all(Option::is_none) {
            self.presses = moment.presses;
        }
        let first = match event {
            Event::Timer(period) => now + period,
            _ => now,
        };
        let was = moment.has(event);
        let new = Handler { event, handle, was, queued: false, next: first };
        match self.handlers.iter_mut().find(|handler| handler.is_none()) {
            Some(place) => {
                *place = Some(new);
                true
            }
            None => false,
        }
    }

    /// Removes the handlers of a kind of event.
    pub fn remove(&mut self, kind: usize) {
        for place in &mut self.handlers {
            if let Some(handler) = place.filter(|handler| handler.event.kind() == kind) {
                self.dropped.push(handler.handle);
                *place = None;
            }
        }
    }

    /// Nobody needs that handle.
    pub fn drop_handle(&mut self, handle: Handle) {
        self.dropped.push(handle);
    }

    /// A handle that nobody needs any more.
    pub fn take_dropped(&mut self) -> Option<Handle> {
        self.dropped.pop()
    }

    /// Does anybody wait for an event of this kind?
    pub fn has(&self, kind: usize) -> bool {
        self.handlers.iter().flatten().any(|handler| handler.event.kind() == kind)
    }

    /// Looks what has happened; `now` is the program's time.
    pub fn look(&mut self, now: Millis, moment: Moment) {
        let pressed = moment.presses != self.presses;
        self.presses = moment.presses;
        for handler in self.handlers.iter_mut().flatten() {
            let is = moment.has(handler.event);
            handler.queued |= match handler.event {
                Event::Button => pressed,
                Event::Timer(_) => now >= handler.next,
                _ => is && !handler.was,
            };
            handler.was = is;
        }
    }

    /// The next handler to call, each in turn.
    pub fn next(&mut self, now: Millis) -> Option<Handle> {
        let n = self.handlers.len();
        for i in 1..=n {
            let at = (self.last + i) % n;
            let Some(handler) = &mut self.handlers[at] else { continue };
            if handler.queued && now >= handler.next {
                handler.queued = false;
                let gap = Millis::from(1000 / limits::EVENT_RATE);
                handler.next = match handler.event {
                    // Timers keep their beat, but what was missed is not made up for.
                    Event::Timer(period) if handler.next + period > now => handler.next + period,
                    Event::Timer(period) => now + period,
                    _ => now + gap,
                };
                self.last = at;
                return Some(handler.handle);
            }
        }
        None
    }
}

impl Moment {
    fn has(&self, event: Event) -> bool {
        match event {
            Event::Button | Event::Timer(_) => false,
            Event::Front(within) => self.front.is_some_and(|mm| f32::from(mm) < within),
            Event::Side(percent) => f32::from(self.side) >= percent,
            Event::Bump => self.bumped,
            Event::Battery(level) => f32::from(self.battery) <= level,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_queued_once_and_not_too_often() {
        let mut events = Events::default();
        let [a, b] = [1, 2].map(Handle::from_bits);
        let mut moment = Moment { battery: 100, ..Moment::default() };
        assert!(events.add(0, Event::Button, a, moment) && events.add(0, Event::Bump, b, moment));
        assert_eq!(events.next(0), None);
        moment.presses = 2;
        events.look(1, moment);
        moment.presses = 3;
        events.look(2, moment);
        assert_eq!((events.next(2), events.next(2)), (Some(a), None));
        moment.presses = 4;
        moment.bumped = true;
        events.look(3, moment);
        assert_eq!((events.next(3), events.next(3)), (Some(b), None), "at most 50 times a second");
        events.look(4, moment);
        assert_eq!((events.next(22), events.next(100)), (Some(a), None), "it still touches: no new event");
        events.remove(0);
        assert_eq!((events.take_dropped(), events.take_dropped()), (Some(a), None));
    }

    #[test]
    fn timers_keep_their_beat() {
        let mut events = Events::default();
        events.add(0, Event::Timer(100), Handle::from_bits(7), Moment::default());
        let mut times = 0;
        for now in 0..=1000 {
            events.look(now, Moment::default());
            times += i32::from(events.next(now).is_some());
        }
        assert_eq!(times, 10);
    }

    #[test]
    fn there_are_sixteen_handlers() {
        let mut events = Events::default();
        for i in 0..16 {
            assert!(events.add(0, Event::Bump, Handle::from_bits(i), Moment::default()));
        }
        assert!(!events.add(0, Event::Bump, Handle::from_bits(16), Moment::default()));
        events.remove(3);
        assert!(events.add(0, Event::Bump, Handle::from_bits(16), Moment::default()));
        assert_eq!(core::iter::from_fn(|| events.take_dropped()).count(), 16);
    }
}
