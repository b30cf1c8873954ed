//! Sorting: a stable merge sort from the bottom up, in steps, without recursion.
//!
//! The work of a sort is an array: `n, class, width, place, keys, spare`, then the n words being sorted, then n words of
//! room. With keys the words are indices into the list of keys, else they are the items themselves. When a comparison needs
//! Python code the words stay a stable arrangement of what was there, and frozen code sorts on from it.

use crate::builtins::operator::{first_item, quick_order};
use crate::heap::{Held, Kind};
use crate::native::Result;
use crate::value::Value;
use crate::vm::Vm;

const N: usize = 1;
const CLASS: usize = 2;
const WIDTH: usize = 3;
const PLACE: usize = 4;
const KEYS: usize = 5;
const DATA: usize = 7;
/// Length of the runs that are made by insertion.
const RUN: usize = 12;
/// Words that one step looks at, about.
const STEP: usize = 8192;

/// Words to be sorted and the room behind them.
trait Board {
    fn get(&self, i: usize) -> u64;
    fn set(&mut self, i: usize, word: u64);
    /// Is the first smaller? None: only Python code can say.
    fn less(&self, a: u64, b: u64) -> Option<bool>;

    fn copy(&mut self, from: usize, to: usize, n: usize) {
        for i in 0..n {
            let word = self.get(from + i);
            self.set(to + i, word);
        }
    }
}

/// Inline integers or floats, all of one sort.
struct Flat<'a, const FLOATS: bool>(&'a mut [u64]);

impl<const FLOATS: bool> Board for Flat<'_, FLOATS> {
    #[inline]
    fn get(&self, i: usize) -> u64 {
        self.0[i]
    }

    #[inline]
    fn set(&mut self, i: usize, word: u64) {
        self.0[i] = word;
    }

    #[inline]
    fn less(&self, a: u64, b: u64) -> Option<bool> {
        Some(if FLOATS {
            Value(a).raw_float() < Value(b).raw_float()
        } else {
            (a << 16 ^ 1 << 63) < (b << 16 ^ 1 << 63)
        })
    }
}

/// Anything, somewhere in the block; with keys the words are indices of them.
struct Mixed<'a, 'm> {
    vm: &'a mut Vm<'m>,
    at: usize,
    /// Where they are, and how many.
    keys: Option<(usize, usize)>,
}

impl Board for Mixed<'_, '_> {
    #[inline]
    fn get(&self, i: usize) -> u64 {
        self.vm.heap.mem[self.at + i]
    }

    #[inline]
    fn set(&mut self, i: usize, word: u64) {
        self.vm.heap.mem[self.at + i] = word;
    }

    fn less(&self, a: u64, b: u64) -> Option<bool> {
        let key = |word: u64| match self.keys {
            Some((keys, n)) => Value(self.vm.heap.mem[keys + (word as u32 as usize).min(n - 1)]),
            None => Value(word),
        };
        quick_order(self.vm, key(a), key(b)).map(|order| order.is_lt())
    }
}

/// Sorts a run by insertion; false when a comparison needs Python code.
fn insert_run(board: &mut impl Board, low: usize, high: usize) -> bool {
    for i in low + 1..high {
        let word = board.get(i);
        let mut at = i;
        while at > low {
            let before = board.get(at - 1);
            match board.less(word, before) {
                Some(true) => board.set(at, before),
                Some(false) => break,
                None => {
                    board.set(at, word);
                    return false;
                }
            }
            at -= 1;
        }
        board.set(at, word);
    }
    true
}

/// Joins two sorted neighbours with the room at `room`; false when a comparison needs Python code.
fn merge(board: &mut impl Board, low: usize, middle: usize, high: usize, room: usize) -> bool {
    match board.less(board.get(middle), board.get(middle - 1)) {
        Some(true) => {}
        Some(false) => return true,
        None => return false,
    }
    // What of the left side is in its place already stays.
    let mut start = low;
    let first = board.get(middle);
    while start < middle && board.less(first, board.get(start)) == Some(false) {
        start += 1;
    }
    let left = middle - start;
    board.copy(start, room, left);
    let (mut i, mut j, mut to) = (0, middle, start);
    let mut known = true;
    while i < left && j < high {
        let (x, y) = (board.get(room + i), board.get(j));
        match board.less(y, x) {
            Some(true) => {
                board.set(to, y);
                j += 1;
            }
            Some(false) => {
                board.set(to, x);
                i += 1;
            }
            None => {
                known = false;
                break;
            }
        }
        to += 1;
    }
    board.copy(room + i, to, left - i);
    known
}

/// How far a step came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sorted {
    /// All is in order.
    Done,
    /// There is more to do.
    More,
    /// A comparison needs Python code.
    Ask,
}

/// Some of the work: runs first (`width` 0), then merges of growing width.
fn work(board: &mut impl Board, n: usize, width: &mut usize, place: &mut usize) -> Sorted {
    let mut seen = 0;
    while seen < STEP {
        if *width == 0 {
            let high = (*place + RUN).min(n);
            if !insert_run(board, *place, high) {
                return Sorted::Ask;
            }
            seen += high - *place;
            *place = high;
            if high == n {
                (*width, *place) = (RUN, 0);
            }
            continue;
        }
        if *width >= n {
            return Sorted::Done;
        }
        let middle = *place + *width;
        if middle >= n {
            (*width, *place) = (*width * 2, 0);
            continue;
        }
        let high = (middle + *width).min(n);
        if !merge(board, *place, middle, high, n) {
            return Sorted::Ask;
        }
        seen += high - *place;
        *place = high;
    }
    Sorted::More
}

/// What the words are: 0 inline ints, 1 floats, 2 anything.
fn classify(words: &[u64]) -> usize {
    if words.iter().all(|&w| Value(w).is_int()) {
        0
    } else if words.iter().all(|&w| Value(w).is_float()) {
        1
    } else {
        2
    }
}

/// Sorts a list at once, when that needs no Python code; false: it does, and the list is as it was or partly sorted.
pub(crate) fn try_sort(vm: &mut Vm<'_>, list: Value, reverse: bool) -> Result<bool> {
    let n = vm.heap.list_len(list);
    if n < 2 {
        return Ok(true);
    }
    vm.charge(n * (usize::BITS - n.leading_zeros()) as usize / 4);
    let place = vm.heap.hold(list);
    if reverse {
        super::reverse_items(vm, vm.heap.held(place));
    }
    let sorted = if n <= RUN { sort_run(vm, place, n) } else { sort_all(vm, place)? };
    if reverse {
        super::reverse_items(vm, vm.heap.held(place));
    }
    vm.heap.release(place);
    Ok(sorted)
}

fn sort_run(vm: &mut Vm<'_>, place: Held, n: usize) -> bool {
    let at = first_item(vm, vm.heap.held(place));
    insert_run(&mut Mixed { vm, at, keys: None }, 0, n)
}

fn sort_all(vm: &mut Vm<'_>, place: Held) -> Result<bool> {
    let list = vm.heap.held(place);
    let work = sort_begin(vm, list, Value::NONE)?;
    loop {
        match sort_step(vm, work) {
            Sorted::More => {}
            end => {
                let list = vm.heap.held(place);
                sort_end(vm, work, list);
                return Ok(end == Sorted::Done);
            }
        }
    }
}

/// The work of sorting a list by the list of its keys, or by itself (None). May reserve and move.
pub(crate) fn sort_begin(vm: &mut Vm<'_>, list: Value, keys: Value) -> Result {
    let n = vm.heap.list_len(list);
    let mark = vm.heap.held_mark();
    let (l, k) = (vm.heap.hold(list), vm.heap.hold(keys));
    let room = vm.reserve(DATA + 2 * n);
    let (list, keys) = (vm.heap.held(l), vm.heap.held(k));
    vm.heap.release_to(mark);
    room?;
    let work = vm.heap.alloc_array(DATA - 1 + 2 * n, Value::NONE);
    let keyed = vm.heap.is_kind(keys, Kind::List);
    let class = if keyed { 2 } else { classify(vm.heap.items(list)) };
    for (field, word) in [(N, n), (CLASS, class), (WIDTH, 0), (PLACE, 0)] {
        vm.heap.set_field(work, field, Value::int(word as i64));
    }
    vm.heap.set_field(work, KEYS, keys);
    let to = work.offset() + DATA;
    if keyed {
        for i in 0..n {
            vm.heap.mem[to + i] = Value::int(i as i64).0;
        }
    } else if n > 0 {
        let from = first_item(vm, list);
        vm.heap.mem.copy_within(from..from + n, to);
    }
    Ok(work)
}

/// Is it the work of a sort, as far as no figure in it leads out of it? A snapshot may have brought anything.
pub(crate) fn is_sort_work(vm: &Vm<'_>, array: Value) -> bool {
    if !vm.heap.is_kind(array, Kind::Array) || vm.heap.size(array) < DATA {
        return false;
    }
    let field = |i| vm.heap.field(array, i);
    if [N, CLASS, WIDTH, PLACE].into_iter().any(|i| !field(i).is_int()) {
        return false;
    }
    let n = field(N).raw_int();
    let words = vm.heap.size(array) - DATA;
    // Widths double once they are above all lengths at most.
    n >= 0
        && n as usize == words / 2
        && (0..=2 * n + RUN as i64).contains(&field(WIDTH).raw_int())
        && (0..=n).contains(&field(PLACE).raw_int())
}

/// A step of the work. Never reserves.
pub(crate) fn sort_step(vm: &mut Vm<'_>, array: Value) -> Sorted {
    let word = |vm: &Vm<'_>, i| vm.heap.field(array, i).raw_int() as usize;
    let (n, class) = (word(vm, N), word(vm, CLASS));
    if n == 0 {
        return Sorted::Done;
    }
    let (mut width, mut place) = (word(vm, WIDTH), word(vm, PLACE));
    let keys = vm.heap.field(array, KEYS);
    let at = array.offset() + DATA;
    let done = match class {
        0 => work(&mut Flat::<false>(&mut vm.heap.mem[at..at + 2 * n]), n, &mut width, &mut place),
        1 => work(&mut Flat::<true>(&mut vm.heap.mem[at..at + 2 * n]), n, &mut width, &mut place),
        _ => {
            let keys = if vm.heap.is_kind(keys, Kind::List) {
                // The list of keys is the frozen code's own, but its length is looked at all the same.
                if vm.heap.list_len(keys) < n {
                    return Sorted::Ask;
                }
                Some((first_item(vm, keys), n))
            } else {
                None
            };
            work(&mut Mixed { vm, at, keys }, n, &mut width, &mut place)
        }
    };
    vm.heap.set_field(array, WIDTH, Value::int(width as i64));
    vm.heap.set_field(array, PLACE, Value::int(place as i64));
    done
}

/// Puts the sorted words into a list of the same length: themselves, or what their indices say. Never reserves.
pub(crate) fn sort_end(vm: &mut Vm<'_>, array: Value, list: Value) {
    let n = vm.heap.field(array, N).raw_int() as usize;
    if vm.heap.list_len(list) != n || n == 0 {
        return;
    }
    let (data, to) = (array.offset() + DATA, first_item(vm, list));
    if !vm.heap.is_kind(vm.heap.field(array, KEYS), Kind::List) {
        vm.heap.mem.copy_within(data..data + n, to);
        return;
    }
    vm.heap.mem.copy_within(to..to + n, data + n);
    for i in 0..n {
        let index = vm.heap.mem[data + i] as u32 as usize;
        vm.heap.mem[to + i] = vm.heap.mem[data + n + index.min(n - 1)];
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    fn sorted(values: &[i64]) -> Vec<i64> {
        let n = values.len();
        let mut words: Vec<u64> = values.iter().map(|&v| Value::int(v).0).collect();
        words.resize(2 * n, 0);
        let (mut width, mut place) = (0, 0);
        let mut board = Flat::<false>(&mut words);
        while work(&mut board, n, &mut width, &mut place) == Sorted::More {}
        words[..n].iter().map(|&w| Value(w).raw_int()).collect()
    }

    #[test]
    fn numbers_of_all_lengths_and_arrangements_are_sorted() {
        let mut random = 1u64;
        for n in (0..200).chain([1000, 20_000]) {
            let mut values: Vec<i64> = (0..n)
                .map(|_| {
                    random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (random >> 40) as i64 - (1 << 23)
                })
                .collect();
            let mut expected = values.clone();
            expected.sort();
            assert_eq!(sorted(&values), expected);
            values.sort_by(|a, b| b.cmp(a));
            assert_eq!(sorted(&values), expected);
            assert_eq!(sorted(&expected), expected);
        }
    }

    /// Pairs of small keys and places: equal keys must keep the order of their places.
    struct Pairs(Vec<u64>);

    impl Board for Pairs {
        fn get(&self, i: usize) -> u64 {
            self.0[i]
        }
        fn set(&mut self, i: usize, word: u64) {
            self.0[i] = word;
        }
        fn less(&self, a: u64, b: u64) -> Option<bool> {
            if (a >> 32) + (b >> 32) == 15 { None } else { Some(a >> 32 < b >> 32) }
        }
    }

    #[test]
    fn equal_keys_keep_their_order_also_when_a_comparison_is_refused() {
        for keys in [5u64, 9] {
            let n = 500;
            let mut words: Vec<u64> = (0..n as u64).map(|i| (i * 7919 % 31 % keys) << 32 | i).collect();
            words.resize(2 * n, 0);
            let mut board = Pairs(words);
            let (mut width, mut place) = (0, 0);
            let mut end = Sorted::More;
            while end == Sorted::More {
                end = work(&mut board, n, &mut width, &mut place);
            }
            assert_eq!(end, if keys == 5 { Sorted::Done } else { Sorted::Ask });
            let mut seen: Vec<u64> = board.0[..n].to_vec();
            for key in 0..keys {
                let places: Vec<u64> =
                    seen.iter().filter(|&&w| w >> 32 == key).map(|&w| w as u32 as u64).collect();
                assert!(places.windows(2).all(|p| p[0] < p[1]), "key {key}");
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), n);
        }
    }
}
