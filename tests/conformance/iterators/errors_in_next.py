class Bad:
    def __init__(self, exc, after=1):
        self.exc, self.left = exc, after

    def __iter__(self):
        return self

    def __next__(self):
        if self.left:
            self.left -= 1
            return self.left
        raise self.exc


for name, f in (("for", lambda it: [x for x in it]), ("list", list), ("tuple", tuple), ("sum", sum), ("star", lambda it: [*it]), ("unpack", lambda it: (lambda a, b: 1)(*it)),
                ("in", lambda it: 99 in it), ("max", max), ("sorted", sorted), ("join", lambda it: "".join(it)), ("zip", lambda it: list(zip(it))), ("map", lambda it: list(map(str, it))),
                ("filter", lambda it: list(filter(None, it))), ("enumerate", lambda it: list(enumerate(it))), ("dict", lambda it: dict.fromkeys(it)), ("extend", lambda it: [].extend(it)),
                ("any", lambda it: any(it)), ("all", lambda it: all(it)), ("set", set), ("bytes", bytes), ("gen", lambda it: list(x for x in it)), ("next", lambda it: (next(it), next(it)))):
    try:
        print(name, f(Bad(ValueError("from next"))))
    except Exception as e:
        print(name, repr(e))
# StopIteration after StopIteration, and an iterator that goes on


class Again:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration
        return self.n


a = Again()
print(list(a), list(a), list(a))


class IterFails:
    def __iter__(self):
        raise KeyError("from iter")


try:
    for x in IterFails():
        pass
except KeyError as e:
    print(repr(e))
