# Seeded simulations: dice, a random walk, Monte Carlo, weighted draws.
import random
random.seed(2024)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(3600)]
for total in range(2, 13):
    print(f"{total:2} {rolls.count(total):4} {'#' * (rolls.count(total) // 20)}")
x = y = 0
far = 0
for _ in range(500):
    dx, dy = random.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
    x, y = x + dx, y + dy
    far = max(far, abs(x) + abs(y))
print(x, y, far)
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(4000))
print(inside, 4 * inside / 4000)
deck = [r + s for s in "SHDC" for r in "23456789TJQKA"]
random.shuffle(deck)
hands = [deck[i::4][:5] for i in range(4)]
for h in hands:
    print(" ".join(sorted(h)))
def markov(text, n):
    follow = {}
    words = text.split()
    for a, b in zip(words, words[1:]):
        follow.setdefault(a, []).append(b)
    out = [words[0]]
    while len(out) < n and out[-1] in follow:
        out.append(random.choice(follow[out[-1]]))
    return " ".join(out)
print(markov("the cat sat on the mat and the dog sat on the cat and the end", 12))
