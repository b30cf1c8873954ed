# defaults apply to the last fields.
from collections import namedtuple
P = namedtuple("P", "a b c", defaults=[2, 3])
print(P(1), P(1, 9), P(1, c=8), P(c=1, a=0), P._field_defaults, P.__new__.__defaults__)
Q = namedtuple("Q", "a b", defaults=(None, []))
print(Q(), Q(1), Q(b=5), Q._field_defaults)
N = namedtuple("Node", "value left right", defaults=(None, None))
tree = N(1, N(2), N(3, N(4)))
def total(n):
    return n.value + total(n.left) + total(n.right) if n else 0
print(tree, total(tree), tree.right.left.value)
for f in (lambda: P(), lambda: namedtuple("X", "a", defaults=[1, 2]), lambda: P(1, 2, 3, 4), lambda: P(b=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
