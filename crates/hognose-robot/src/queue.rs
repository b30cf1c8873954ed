//! A short queue without allocation: what does not fit is counted and dropped, the oldest stays.

/// At most `N` things, first in, first out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Queue<T, const N: usize> {
    items: [Option<T>; N],
    first: usize,
    len: usize,
}

impl<T: Copy, const N: usize> Queue<T, N> {
    pub const EMPTY: Self = Queue { items: [None; N], first: 0, len: 0 };

    /// Puts something at the end; false when it is full.
    pub fn push(&mut self, item: T) -> bool {
        if self.len == N {
            return false;
        }
        let at = (self.first + self.len) % N;
        self.items[at] = Some(item);
        self.len += 1;
        true
    }

    /// Takes the first.
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let item = self.items[self.first].take();
        self.first = (self.first + 1) % N;
        self.len -= 1;
        item
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_in_first_out() {
        let mut queue = Queue::<u8, 3>::EMPTY;
        for round in 0..5 {
            assert!(queue.push(round) && queue.push(round + 1) && queue.push(round + 2));
            assert!(!queue.push(9));
            assert_eq!(
                [queue.pop(), queue.pop(), queue.pop(), queue.pop()],
                [Some(round), Some(round + 1), Some(round + 2), None]
            );
        }
    }
}
