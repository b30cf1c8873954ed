# right side first, then targets left to right; operands left to right
log = []


def v(name, value=None):
    log.append(name)
    return value


class Rec:
    def __getitem__(self, k):
        log.append(("get", k))
        return 1

    def __setitem__(self, k, x):
        log.append(("set", k, x))

    def __setattr__(self, n, x):
        log.append(("attr", n, x))


def show():
    print(log)
    log.clear()


r = Rec()
v("a", 1) + v("b", 2) * v("c", 3)
show()
v("t", r)[v("k", 0)] = v("val", 9)
show()
v("t", r)[v("k", 0)] += v("val", 9)
show()
v("t", r).name = v("val", 3)
show()
r[v("k1", 1)], r[v("k2", 2)] = v("x", 3), v("y", 4)
show()
{v("k"): v("v"), v("k2"): v("v2")}
show()
v("f", lambda *a, **k: None)(v("p"), *v("s", []), k=v("kw"), **v("d", {}))
show()
v("lo", [1, 2, 3])[v("i", 0):v("j", 2):v("st", 1)]
show()
v("l", 1) < v("m", 0) < v("n", 5)
show()
[v("elem") for _ in v("src", [1])]
show()
lambda d=v("default"): v("body")
show()
