def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            for x in walk(t):
                yield x
    else:
        yield tree


print(list(walk([1, [2, [3, [4]], 5], [[[]]], 6])))


def permutations(items):
    if not items:
        yield []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


print(list(permutations("abc")))


def combos(items, n):
    if n == 0:
        yield ()
        return
    for i, x in enumerate(items):
        for rest in combos(items[i + 1:], n - 1):
            yield (x,) + rest


print(list(combos([1, 2, 3, 4], 2)))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3)))


def queens(n, row=0, cols=()):
    if row == n:
        yield cols
    else:
        for c in range(n):
            if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)):
                yield from queens(n, row + 1, cols + (c,))


print(next(queens(6)), len(list(queens(6))))


class Node:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right


print(list(Node(4, Node(2, Node(1), Node(3)), Node(6, Node(5)))))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(100)))
