# shuffle in place; sample without replacement, with counts.
import random
random.seed(42)
a = list(range(10))
print(random.shuffle(a), a)
for n in range(4):
    b = list("abcd"[:n])
    random.shuffle(b)
    print(b, end=" ")
print()
print(random.sample(range(100), 5), random.sample("abcdef", 6), random.sample([1, 2, 3], 0),
    random.sample((1, 2), 1), random.sample(range(10**12), 3), random.sample(range(50), 40)[:6],
    random.sample("ab", counts=[3, 2], k=4))
c = [1, 2, 3, 4, 5]
s = random.sample(c, 3)
print(s, c, sorted(random.sample(c, 5)))
big = list(range(1000))
random.shuffle(big)
print(big[:8], sorted(big) == list(range(1000)))
for f in (lambda: random.shuffle((1, 2)), lambda: random.shuffle("ab"), lambda: random.sample([1], 2),
        lambda: random.sample([1], -1), lambda: random.sample({1, 2}, 1), lambda: random.sample(5, 1),
        lambda: random.shuffle(5), lambda: random.sample("ab"), lambda: random.sample("ab", 1.0),
        lambda: random.sample({1: 2}, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
