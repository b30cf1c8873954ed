print(all([]), any([]), all([1, 2]), all([1, 0]), any([0, ""]), any([0, 5]), all("ab"), any({}), all({0: 1}), any(x > 2 for x in range(5)), all(x < 5 for x in range(5)))
seen = []


def t(x):
    seen.append(x)
    return x


print(any(t(x) for x in [0, 1, 2]), seen)
seen.clear()
print(all(t(x) for x in [1, 0, 2]), seen)
print(all([[], [1]]), any([[], [0]]), all(range(1, 5)), any(map(str.isdigit, "ab1")), all(iter([])), any(bytes(2)), any(b"\x01"))


class B:
    def __bool__(self):
        raise ValueError("bool")


for f in (all, any):
    for bad in (5, None, [B()]):
        try:
            f(bad)
        except (TypeError, ValueError) as e:
            print(e)
it = iter([1, 0, 3])
print(all(it), list(it))
print(all([float("nan")]), any([0.0, -0.0, 0j]), any([None, False, "x"]))
