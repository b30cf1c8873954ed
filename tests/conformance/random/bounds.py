# Every result lies inside its range, for many calls.
import random
random.seed(11)
for _ in range(2000):
    assert 0.0 <= random.random() < 1.0
    assert 3 <= random.randint(3, 9) <= 9
    assert random.randrange(-7, 8, 5) in (-7, -2, 3)
    assert 0 <= random.getrandbits(5) < 32
    assert -2.0 <= random.uniform(-2, 2) <= 2.0
    assert random.choice("xyz") in "xyz"
    assert random.expovariate(2) >= 0
    assert 1 <= random.triangular(1, 5, 2) <= 5
print({random.randrange(4) for _ in range(200)} == {0, 1, 2, 3},
    {random.getrandbits(2) for _ in range(200)} == {0, 1, 2, 3},
    {random.choice("ab") for _ in range(100)} == {"a", "b"}, {random.randint(0, 1) for _ in range(100)} == {0,
    1})
for _ in range(50):
    s = random.sample(range(20), 10)
    assert len(set(s)) == 10 and all(0 <= v < 20 for v in s)
    t = list(range(8))
    random.shuffle(t)
    assert sorted(t) == list(range(8))
    n = random.randrange(10**20, 10**20 + 5)
    assert 10**20 <= n < 10**20 + 5
print(random.random(), random.getrandbits(40))
