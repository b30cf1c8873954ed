# Churn: many short-lived objects, tuples and lists; a binary tree rebuilt again and again.
class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def main():
    total = 0
    keep = make(14)
    for depth in (4, 8, 12):
        for _ in range(1 << (18 - depth)):
            total += make(depth).check()
    total += keep.check()
    ring = [None] * 1000
    for i in range(2600000):
        ring[i % 1000] = (i, [i, i + 1], i * 0.5)
    for t in ring:
        total += t[1][1]
    head = None
    for i in range(1500000):
        head = (i, head)
        if i % 1000 == 999:
            head = None
    print(total, head)


main()
