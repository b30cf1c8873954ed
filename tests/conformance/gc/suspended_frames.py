# what generators, closures, coroutines and frames hold survives
import gc


def gen(n):
    local = [n, [n * 2]]
    for i in range(3):
        got = yield local, i
        local.append(got)


gens = [gen(i) for i in range(50)]
first = [next(g) for g in gens]
gc.collect()
junk = [[j] for j in range(5000)]
del junk
gc.collect()
print([g.send("s")[0] for g in gens][49], [next(g)[1] for g in gens][7])


def make(i):
    data = {"v": i}

    def get():
        return data

    def put(x):
        nonlocal data
        data = {"v": x}
    return get, put


pairs = [make(i) for i in range(100)]
gc.collect()
for g, p in pairs[::2]:
    p("changed")
gc.collect()
print([g() for g, p in pairs[:4]])


def recurse(n):
    mine = [n]
    if n == 0:
        gc.collect()
        return 0
    return recurse(n - 1) + mine[0]


print(recurse(100))


class Iter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        gc.collect()
        self.n += 1
        if self.n > 5:
            raise StopIteration
        return [self.n]


print(list(map(lambda x: x + [0], Iter())), sorted(Iter(), key=lambda x: (gc.collect() >= 0, -x[0])), dict(zip("ab", Iter())), "".join(str(x) for x in Iter()))
m = "bound {}".format
b = [1, 2].append
it = iter({"k": [1]}.items())
gc.collect()
print(m("ok"), b(3), next(it))
try:
    try:
        raise ValueError([1, 2])
    except ValueError:
        gc.collect()
        raise KeyError({"deep": ["context"]})
except KeyError as e:
    gc.collect()
    print(e, e.__context__)
