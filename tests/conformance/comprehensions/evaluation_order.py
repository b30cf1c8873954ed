log = []


def t(name, value=True):
    log.append(name)
    return value


[t("elem") for x in t("src", [1, 2]) if t("cond")]
print(log)
log.clear()
[t("elem") for x in t("src1", [1, 2]) for y in t("src2", [3])]
print(log)
log.clear()
[t("elem") for x in t("src1", [1]) if t("c1", False) for y in t("src2", [3])]
print(log)
log.clear()
[t("e") for x in [1] if t("a") if t("b", False) if t("c")]
print(log)
log.clear()
g = (t("elem") for x in t("src1", [1]) for y in t("src2", [2]))
print(log)
list(g)
print(log)
log.clear()
it = iter(range(10))
print([x for x in it if x < 3], list(it))
it = iter(range(6))
print([(x, next(it)) for x in it])
data = [1, 2, 3]
print([data.pop() for _ in range(len(data))], data)
data = [1]
print([data.append(x + 1) or x for x in data if x < 5], data)
try:
    [t("before"), 1 / 0, t("after")]
except ZeroDivisionError:
    print(log)
print([x for x in [1, 2, 3] if x > 1][0], [x for x in "abc"][::-1], {x for x in [1]} == {1}, [*(x for x in "ab")], *[x for x in "yz"])
print([x for x in [1, 2]] + [y for y in [3]], [x for x in [1]] * 2, [[x] for x in [1]][0][0], -[x for x in [5]][0])
print(max(x for x in [3, 1]), "".join(c for c in "hello" if c not in "l"), dict([(i, i) for i in range(2)]))
