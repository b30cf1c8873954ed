# Order through updates, deletion and re-insertion; reversed; views.
from collections import OrderedDict
d = OrderedDict()
for i, k in enumerate(["one", "two", "three", "four"]):
    d[k] = i
d["two"] = 22
print(list(d), list(reversed(d)), list(reversed(d.items()))[:2], list(reversed(d.values())),
    list(reversed(d.keys())))
del d["one"]
d["one"] = 1
d.update(three=33, five=5)
print(d)
print(d.keys(), d.values(), d.items(), "two" in d, ("two", 22) in d.items(), 5 in d.values(),
    max(d, key=d.get), [k for k, v in d.items() if v > 4])
first = next(iter(d))
last = next(reversed(d))
print(first, last)
def change():
    for k in d:
        d[k + "!"] = 0
def delete():
    for k in d:
        del d[k]
for f in (change, delete):
    try:
        f()
    except RuntimeError as e:
        print("RuntimeError", e)
big = OrderedDict((i, i) for i in range(2000))
for i in range(0, 2000, 2):
    del big[i]
for i in range(1, 2000, 200):
    big.move_to_end(i)
print(len(big), list(big)[:5], list(big)[-4:], sum(big.values()))
