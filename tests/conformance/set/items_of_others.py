# What other collections hold must be hashable, also where a set could be asked for it; what stands before it counts first.
def show(f):
    try:
        result = f()
        print(sorted(result, key=str) if isinstance(result, (set, frozenset)) else result)
    except TypeError as e:
        print("TypeError", e)


for kind in (set, frozenset):
    for items in ((), (1, 2)):
        for other in ((None, {3}), [{3}], [[]], {1: 2}, [frozenset()], (1, {3}), ({3}, 1)):
            for name in ("difference", "isdisjoint", "intersection", "union", "symmetric_difference", "issuperset", "issubset",
                         "difference_update", "intersection_update", "symmetric_difference_update", "update"):
                made = kind(items)
                if hasattr(made, name):
                    print(kind.__name__, items, name, other)
                    show(lambda: getattr(made, name)(other))
                    if kind is set and "sym" not in name:
                        show(lambda: made)
