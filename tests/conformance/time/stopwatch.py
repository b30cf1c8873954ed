# A stopwatch with an injected clock, as programs test themselves.
class Stopwatch:
    def __init__(self, clock):
        self.clock, self.total, self.started, self.laps = clock, 0, None, []
    def __enter__(self):
        self.started = self.clock()
        return self
    def __exit__(self, *exc):
        lap = self.clock() - self.started
        self.laps.append(lap)
        self.total += lap
        self.started = None
        return False
import time
ticks = iter([0.0, 1.5, 10.0, 12.25, 20.0, 20.125])
w = Stopwatch(lambda: next(ticks))
for _ in range(2):
    with w:
        pass
try:
    with w:
        raise ValueError("inside")
except ValueError as e:
    print(e)
print(w.laps, w.total, w.started)
real = Stopwatch(time.monotonic)
with real:
    sum(range(1000))
print(len(real.laps), real.total >= 0, real.total < 60)
def stamp(seconds):
    days, seconds = divmod(seconds, 86400)
    hours, seconds = divmod(seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    return f"{days}d {hours:02}:{minutes:02}:{seconds:02}"
print([stamp(s) for s in (0, 59, 60, 3599, 3600, 86399, 86400, 1000000)],
    [time.gmtime(s)[3:6] for s in (59, 3600, 86399)])
