log = []


class Ctx:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append("+" + self.name)
        if self.fail == "enter":
            raise OSError("enter " + self.name)
        return self

    def __exit__(self, t, v, tb):
        log.append("-" + self.name + (":" + repr(v) if t else ""))
        if self.fail == "exit":
            raise OSError("exit " + self.name)
        return self.swallow


def show():
    print(" ".join(log))
    log.clear()


with Ctx("a"), Ctx("b") as b, Ctx("c"):
    log.append("body")
show()
with Ctx("a"):
    with Ctx("b", swallow=True):
        with Ctx("c"):
            raise KeyError(1)
show()
try:
    with Ctx("a"), Ctx("b", fail="enter"), Ctx("c"):
        log.append("never")
except OSError as e:
    print(e)
show()
try:
    with Ctx("a"), Ctx("b", fail="exit"):
        pass
except OSError as e:
    print(e)
show()
with Ctx("a", swallow=True), Ctx("b", fail="exit"):
    raise KeyError(2)
show()
with (
    Ctx("p1") as x,
    Ctx("p2"),
):
    log.append(x.name)
show()
try:
    with Ctx("a"), undefined as u, Ctx("c"):
        pass
except NameError as e:
    print(e)
show()
