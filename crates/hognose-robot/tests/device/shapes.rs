//! The same device in a super-loop, in a thread, and as a task of an executor.

use crate::bench::Bench;
use hognose_link::{State, StopReason};
use std::cell::Cell;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::mpsc;
use std::task::{Context, Poll, Waker};

const PROGRAM: &str =
    "from robot import *\ndrive.straight(100)\nwait(500)\nprint('there', round(drive.distance(), -1))\n";

/// Sleeps exactly as long as the device says.
fn super_loop(bench: &mut Bench) -> u32 {
    let mut calls = 0;
    while bench.state() == State::Running || bench.state() == State::Stopping {
        let next = bench.slice();
        bench.now = next.max(bench.now + 1);
        let now = bench.now;
        bench.sim().advance(now);
        calls += 1;
        assert!(now < 20_000);
    }
    calls
}

#[test]
fn r38_r40_r61_in_a_super_loop_that_sleeps() {
    let mut bench = Bench::new();
    bench.upload(PROGRAM);
    bench.start();
    let calls = super_loop(&mut bench);
    assert_eq!(bench.output, "there 100.0\n");
    assert!(u64::from(calls) < bench.now, "{calls} calls in {} ms", bench.now);
}

#[test]
fn r37_r38_in_a_thread_with_a_stack_of_256_kb() {
    // Unoptimised code takes several times the stack of a release.
    let (commands, inbox) = mpsc::channel::<StopReason>();
    let (outbox, told) = mpsc::channel::<(State, StopReason, bool)>();
    let body = move || {
        let mut bench = Bench::new();
        bench.upload("from robot import *\nwhile True: drive.drive(100); wait(5)\n");
        bench.start();
        outbox.send((bench.state(), bench.device.reason(), bench.is_safe())).expect("somebody listens");
        loop {
            bench.tick();
            if let Ok(reason) = inbox.try_recv() {
                bench.device.stop(reason);
                bench.run(5);
                outbox
                    .send((bench.state(), bench.device.reason(), bench.is_safe()))
                    .expect("somebody listens");
                return;
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(body).expect("a thread");
    assert_eq!(told.recv(), Ok((State::Running, StopReason::None, false)));
    commands.send(StopReason::Host).expect("it listens");
    assert_eq!(told.recv(), Ok((State::Ready, StopReason::Host, true)));
    thread.join().expect("it ends");
}

/// A timer of virtual time.
#[derive(Clone, Default)]
struct Timer(Rc<Cell<u64>>);

struct Until(Timer, u64);

impl Future for Until {
    type Output = u64;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u64> {
        let now = self.0.0.get();
        if now >= self.1 { Poll::Ready(now) } else { Poll::Pending }
    }
}

#[test]
fn r38_as_a_task_of_an_executor() {
    let timer = Timer::default();
    let clock = timer.clone();
    let task = async move {
        let mut bench = Bench::new();
        bench.upload(PROGRAM);
        bench.start();
        while bench.state() == State::Running || bench.state() == State::Stopping {
            let next = bench.slice();
            bench.now = Until(clock.clone(), next.max(bench.now + 1)).await;
            let now = bench.now;
            bench.sim().advance(now);
        }
        bench.output
    };
    let mut task = pin!(task);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        match task.as_mut().poll(&mut context) {
            Poll::Ready(output) => return assert_eq!(output, "there 100.0\n"),
            Poll::Pending => timer.0.set(timer.0.get() + 1),
        }
        assert!(timer.0.get() < 20_000);
    }
}
