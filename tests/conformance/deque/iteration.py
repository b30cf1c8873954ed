# Iterating; changing the deque meanwhile is an error.
from collections import deque
d = deque("hello")
print([c for c in d], sorted(d), list(enumerate(d)), "".join(d), max(d), [*d], tuple(d),
    set(d) == set("helo"), list(zip(d, range(2))), list(map(str.upper, d)))
a, *b = d
print(a, b)
def grow():
    for x in d:
        d.append(x)
def shrink():
    for x in d:
        d.popleft()
def rotate():
    for x in d:
        d[0] = x
    return "".join(d)
for f in (grow, shrink, rotate):
    try:
        print(f())
    except RuntimeError as e:
        print("RuntimeError", e)
it = iter(deque([1]))
print(next(it), next(it, "end"), iter(it) is it)
while True:
    try:
        d.pop()
    except IndexError:
        break
print(d, list(d))
big = deque(range(5000))
for _ in range(2500):
    big.popleft()
    big.append(big.popleft())
print(len(big), big[0], big[-1], sum(big))
