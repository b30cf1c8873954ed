# The containers together: counting, grouping and ranking words.
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
TEXT = """The snake that plays dead is not dead. The snake is small, and the
machine is small; what is small can be understood, and what is understood
can be trusted. A machine that is trusted runs."""
words = [w.strip(".,;").lower() for w in TEXT.split()]
counts = Counter(words)
by_length = defaultdict(set)
for w in words:
    by_length[len(w)].add(w)
Rank = namedtuple("Rank", "place word count")
ranks = [Rank(i, w, n) for i, (w, n) in enumerate(sorted(counts.items(), key=lambda p: (-p[1], p[0])), 1)]
for r in ranks[:6]:
    print(f"{r.place:2} {r.word:<10} {'#' * r.count}")
print({k: sorted(v) for k, v in sorted(by_length.items())})
window, pairs = deque(maxlen=2), Counter()
for w in words:
    window.append(w)
    if len(window) == 2:
        pairs[tuple(window)] += 1
print([p for p in sorted(pairs.items(), key=lambda p: (-p[1], p[0])) if p[1] > 1])
print(list(OrderedDict.fromkeys(words))[:8], len(counts), counts.total())
