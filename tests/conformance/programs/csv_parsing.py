# CSV with quotes and embedded newlines: read, validate, aggregate, write.
import io

DATA = '''id,name,team,score,note
1,Ada,red,12.5,"first, and ""best"""
2,Bob,blue,,
3,"Cy
Young",red,9,"two
lines"
4,Dee,green,x,"bad score"
5,Eve,blue,30,""
6,Fay,blue
7,"Gus"x,red,1,
8,Hal,red,4.25,"no end
'''


class CsvError(Exception):
    pass


def records(stream, line=1):
    field, row, quoted, start = [], [], None, line
    while True:
        c = stream.read(1)
        if quoted:
            if not c:
                raise CsvError(f"record at line {start}: quote without end")
            if c == '"':
                after = stream.read(1)
                if after == '"':
                    field.append('"')
                    continue
                quoted, c = False, after
                if c and c not in ",\n":
                    raise CsvError(f"record at line {start}: {c!r} after a quote")
            else:
                line += c == "\n"
                field.append(c)
                continue
        if c == '"' and not field and quoted is None:
            quoted = True
        elif c == "," or c == "\n" or not c:
            if c or field or row:
                row.append("".join(field))
            field, quoted = [], None
            if c != ",":
                if row and row != [""]:
                    yield start, row
                line += 1
                row, start = [], line
                if not c:
                    return
        else:
            field.append(c)


def quote(value):
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def load(text):
    stream = io.StringIO(text)
    source = records(stream)
    _, header = next(source)
    good, problems = [], []
    while True:
        try:
            line, row = next(source)
        except StopIteration:
            break
        except CsvError as e:
            problems.append(str(e))
            stream.readline()
            source = records(stream, text.count("\n", 0, stream.tell()) + 1)
            continue
        if len(row) != len(header):
            problems.append(f"line {line}: {len(row)} fields, expected {len(header)}")
            continue
        item = dict(zip(header, row))
        try:
            item["id"] = int(item["id"])
            item["score"] = float(item["score"]) if item["score"] else None
        except ValueError as e:
            problems.append(f"line {line}: {e}")
            continue
        good.append(item)
    return header, good, problems


header, rows, problems = load(DATA)
print(header)
for r in rows:
    print(r)
for p in problems:
    print("!", p)
teams = {}
for r in rows:
    teams.setdefault(r["team"], []).append(r)
print(f"{'team':<8}{'n':>3}{'mean':>8}")
for name, members in sorted(teams.items()):
    scores = [m["score"] for m in members if m["score"] is not None]
    mean = f"{sum(scores) / len(scores):.2f}" if scores else "-"
    print(f"{name:<8}{len(members):>3}{mean:>8}")
out = io.StringIO()
print(*header, sep=",", file=out)
for r in rows:
    print(*(quote(r[h]) for h in header), sep=",", file=out)
print(out.getvalue())
again = load(out.getvalue())
print(again[1] == rows, again[2], list(records(io.StringIO("a,,c\n\n,\n\"\"\nlast"))))
ranked = sorted((r for r in rows if r["score"] is not None), key=lambda r: (-r["score"], r["name"]))
print([(r["name"].split()[0], r["score"]) for r in ranked])
