def convert(items):
    return [int(x) for x in items if x]


def total(rows):
    return sum(sum(convert(r)) for r in rows)


print(total([["1", "2"], ["3"]]))
print({k: v for k, v in [(total([["1"]]), total([["1", "x"]]))]})
