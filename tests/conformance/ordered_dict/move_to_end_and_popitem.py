# move_to_end both ways; popitem from either end.
from collections import OrderedDict
d = OrderedDict.fromkeys("abcde")
d.move_to_end("b")
print("".join(d))
d.move_to_end("d", last=False)
d.move_to_end("b", last=True)
d.move_to_end("e", False)
print("".join(d))
print(d.popitem(), d.popitem(last=False), d.popitem(False), "".join(d))
d["z"] = 1
print(d.pop("z"), d.pop("nope", 5), d)
for f in (lambda: d.move_to_end("q"), lambda: d.pop("q"), lambda: OrderedDict().popitem(),
        lambda: OrderedDict().popitem(last=False), lambda: d.move_to_end(), lambda: d.pop(),
        lambda: d.move_to_end([])):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
d.clear()
print(d, list(d))
