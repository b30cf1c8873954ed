# A discrete event simulation of a shop with two tills; a binary heap as event queue.
import random


class Heap:
    def __init__(self):
        self.items = []
        self.count = 0

    def push(self, when, event):
        self.count += 1
        a = self.items
        a.append((when, self.count, event))
        i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2

    def pop(self):
        a = self.items
        top = a[0]
        last = a.pop()
        if a:
            a[0] = last
            i = 0
            while True:
                child = 2 * i + 1
                if child >= len(a):
                    break
                if child + 1 < len(a) and a[child + 1] < a[child]:
                    child += 1
                if a[i] <= a[child]:
                    break
                a[i], a[child] = a[child], a[i]
                i = child
        return top[0], top[2]

    def __len__(self):
        return len(self.items)


class Shop:
    def __init__(self, tills, seed):
        self.random = random.Random(seed)
        self.events = Heap()
        self.now = 0
        self.queues = [[] for _ in range(tills)]
        self.waits, self.log, self.left = [], [], 0

    def at(self, delay, action, *args):
        self.events.push(self.now + delay, (action, args))

    def arrive(self, number):
        queue = min(range(len(self.queues)), key=lambda i: (len(self.queues[i]), i))
        if len(self.queues[queue]) >= 4:
            self.left += 1
            self.note(f"customer {number} leaves, queues are {[len(q) for q in self.queues]}")
        else:
            self.queues[queue].append((number, self.now))
            self.note(f"customer {number} joins till {queue}")
            if len(self.queues[queue]) == 1:
                self.serve(queue)
        if number < 25:
            self.at(self.random.randint(1, 40), self.arrive, number + 1)

    def serve(self, till):
        number, since = self.queues[till][0]
        self.waits.append(self.now - since)
        self.at(self.random.randint(20, 90), self.done, till)

    def done(self, till):
        number, _ = self.queues[till].pop(0)
        self.note(f"customer {number} is done at till {till}")
        if self.queues[till]:
            self.serve(till)

    def note(self, text):
        self.log.append(f"{self.now // 60:02}:{self.now % 60:02} {text}")

    def run(self):
        self.at(0, self.arrive, 1)
        while self.events:
            self.now, (action, args) = self.events.pop()
            action(*args)


shop = Shop(2, 42)
shop.run()
for line in shop.log[:12] + ["..."] + shop.log[-5:]:
    print(line)
w = shop.waits
print(f"served {len(w)}, left {shop.left}, mean wait {sum(w) / len(w):.2f} s, longest {max(w)} s, closed at {shop.now} s")
for tills in (1, 2, 3):
    shops = [Shop(tills, seed) for seed in range(10)]
    for s in shops:
        s.run()
    print(tills, [len(s.waits) for s in shops], max(max(s.waits) for s in shops))
h = Heap()
numbers = [random.Random(1).randrange(100) for _ in range(3)] + [(i * 37) % 101 for i in range(101)]
for n in numbers:
    h.push(n, n)
out = [h.pop()[1] for _ in range(len(h))]
print(out == sorted(numbers), out[:6], len(h))
h.push(1, "first")
h.push(1, "second")
h.push(0, "zero")
print([h.pop() for _ in range(3)])
