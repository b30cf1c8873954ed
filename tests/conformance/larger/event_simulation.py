# a queue of events, processes as generators
class Sim:
    def __init__(self):
        self.now, self.queue, self.seq = 0, [], 0

    def at(self, t, proc, value=None):
        self.seq += 1
        self.queue.append((t, self.seq, proc, value))
        i = len(self.queue) - 1
        while i and self.queue[i][:2] < self.queue[(i - 1) // 2][:2]:
            p = (i - 1) // 2
            self.queue[i], self.queue[p] = self.queue[p], self.queue[i]
            i = p

    def next(self):
        q = self.queue
        q[0], q[-1] = q[-1], q[0]
        item, i = q.pop(), 0
        while True:
            small = min((c for c in (i, 2 * i + 1, 2 * i + 2) if c < len(q)), key=lambda c: q[c][:2], default=i)
            if small == i:
                return item
            q[i], q[small] = q[small], q[i]
            i = small

    def run(self, until):
        while self.queue:
            t, _, proc, value = self.next()
            if t > until:
                return "time is up"
            self.now = t
            try:
                wait = proc.send(value)
            except StopIteration:
                continue
            if isinstance(wait, int):
                self.at(self.now + wait, proc)
            else:
                wait.append(proc)
        return "nothing left"


class Resource:
    def __init__(self, sim, n):
        self.sim, self.free, self.waiting = sim, n, []

    def append(self, proc):
        if self.free:
            self.free -= 1
            self.sim.at(self.sim.now, proc, "at once")
        else:
            self.waiting.append(proc)

    def release(self):
        if self.waiting:
            self.sim.at(self.sim.now, self.waiting.pop(0), "after waiting")
        else:
            self.free += 1


def rng(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        yield seed >> 16


sim = Sim()
clerks = Resource(sim, 2)
random = rng(42)
stats = []


def customer(n):
    came = sim.now
    how = yield clerks
    waited = sim.now - came
    print(f"{sim.now:>3} customer {n} served {how}")
    yield next(random) % 7 + 1
    clerks.release()
    stats.append((n, waited))


def arrivals():
    for n in range(8):
        sim.at(sim.now, customer(n))
        yield next(random) % 4


def ticker():
    while True:
        print(f"{sim.now:>3} tick, {len(clerks.waiting)} waiting")
        yield 10


sim.at(0, arrivals())
sim.at(0, ticker())
print(sim.run(35), sim.now)
print(sorted(stats), sum(w for _, w in stats) / len(stats))
