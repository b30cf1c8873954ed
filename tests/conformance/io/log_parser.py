# A realistic use: read a log from a stream, write a report to another.
import io
LOG = """\
2024-01-05 10:00:01 INFO start
2024-01-05 10:00:07 WARN low battery: 12%
bad line
2024-01-05 10:01:30 ERROR motor A stalled
2024-01-05 10:01:31 INFO retry
2024-01-05 10:02:00 ERROR motor A stalled

2024-01-05 10:05:59 INFO stop
"""
def parse(stream):
    for number, line in enumerate(stream, 1):
        parts = line.rstrip("\n").split(" ", 3)
        if len(parts) != 4:
            if line.strip():
                yield number, None, line.strip()
            continue
        h, m, s = map(int, parts[1].split(":"))
        yield number, (h * 3600 + m * 60 + s, parts[2]), parts[3]
report, levels, first, last = io.StringIO(), {}, None, None
for number, head, text in parse(io.StringIO(LOG)):
    if head is None:
        print(f"line {number}: cannot read {text!r}", file=report)
        continue
    when, level = head
    first, last = first or when, when
    levels.setdefault(level, []).append(text)
for level in sorted(levels):
    print(f"{level:<6}{len(levels[level]):>3} {', '.join(sorted(set(levels[level])))}", file=report)
print(f"span {last - first} s", file=report, end=".")
print(report.getvalue())
raw = io.BytesIO(LOG.encode())
print(sum(1 for _ in raw), raw.tell() == len(LOG), raw.seek(0), raw.read(10), raw.getvalue().count(b"\n"))
