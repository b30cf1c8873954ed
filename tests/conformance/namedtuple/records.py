# Records in a small report: group, sort, aggregate.
from collections import namedtuple
Row = namedtuple("Row", "name dept salary")
text = """Ada,eng,120
Bob,ops,80
Cy,eng,100
Di,ops,95
Ed,hr,70"""
rows = [Row(n, d, int(s)) for n, d, s in (line.split(",") for line in text.splitlines())]
depts = {}
for r in rows:
    depts.setdefault(r.dept, []).append(r)
for d, members in sorted(depts.items()):
    print(f"{d:>4} {len(members)} {sum(m.salary for m in members) / len(members):7.2f} {max(members, key=lambda m: m.salary).name}")
raised = [r._replace(salary=r.salary + 10) if r.dept == "ops" else r for r in rows]
print(raised[1], raised[0] is rows[0], sum(r.salary for r in raised) - sum(r.salary for r in rows))
print(sorted(raised, key=lambda r: (-r.salary, r.name))[0], [r.name for r in sorted(rows, reverse=True)],
    Row._make(raised[2]) == rows[2])
