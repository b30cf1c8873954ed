# a small event loop in plain Python
from collections import deque


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        yield ("sleep", self.ticks)


class Join:
    def __init__(self, task):
        self.task = task

    def __await__(self):
        if not self.task.done:
            yield ("join", self.task)
        if self.task.error:
            raise self.task.error
        return self.task.result


class Task:
    def __init__(self, name, coro):
        self.name, self.coro, self.done, self.result, self.error, self.waiters = name, coro, False, None, None, []


class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.count = 0, deque(), [], 0

    def spawn(self, name, coro):
        t = Task(name, coro)
        self.ready.append(t)
        return t

    def step(self, t):
        try:
            what, arg = t.coro.send(None)
        except StopIteration as e:
            t.done, t.result = True, e.value
        except Exception as e:
            t.done, t.error = True, e
        else:
            if what == "sleep":
                self.count += 1
                self.sleeping.append((self.now + arg, self.count, t))
                self.sleeping.sort(key=lambda s: s[:2])
            else:
                arg.waiters.append(t)
            return
        print(f"[{self.now}] {t.name} ended", t.result, repr(t.error))
        self.ready.extend(t.waiters)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, t = self.sleeping.pop(0)
                self.ready.append(t)
            self.step(self.ready.popleft())


loop = Loop()


async def worker(name, n, delay):
    for i in range(n):
        print(f"[{loop.now}] {name} {i}")
        await Sleep(delay)
    return name * 2


async def failing():
    await Sleep(2)
    raise ValueError("failed")


async def main():
    a = loop.spawn("a", worker("a", 2, 3))
    b = loop.spawn("b", worker("b", 3, 1))
    f = loop.spawn("f", failing())
    print(await Join(a), await Join(b))
    try:
        await Join(f)
    except ValueError as e:
        print("main caught", e)
    return "all"


loop.spawn("main", main())
loop.run()
