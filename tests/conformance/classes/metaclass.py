log = []


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        log.append(("prepare", name, kw))
        return {"prepared": True}

    def __new__(mcls, name, bases, ns, **kw):
        log.append(("new", name, sorted(k for k in ns if not k.startswith("__"))))
        return super().__new__(mcls, name, bases, {**ns, "added": name.lower()})

    def __init__(cls, name, bases, ns, **kw):
        log.append(("init", name, kw))
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        log.append(("call", cls.__name__, args))
        return super().__call__(*args)

    def __len__(cls):
        return 42

    def __getitem__(cls, k):
        return cls.__name__, k

    def __iter__(cls):
        return iter("meta")

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    @property
    def prop(cls):
        return "prop of " + cls.__name__

    def method(cls):
        return "method of " + cls.__name__


class A(metaclass=Meta, option=5):
    x = 1

    def __init__(self, *a):
        self.a = a


class B(A):
    pass


a = A(1, 2)
for entry in log:
    print(entry)
print(A, B, type(A).__name__, type(B).__name__, a.a, A.added, B.added, A.prepared)
print(len(A), A[3], list(A), A.prop, B.method(), isinstance(A, Meta))
for text in ("a.prop", "a.method", "len(a)", "a[0]"):
    try:
        eval(text)
    except (AttributeError, TypeError) as e:
        print(e)


class Other(type):
    pass


try:
    class Conflict(A, metaclass=Other):
        pass
except TypeError as e:
    print(e)


def function_meta(name, bases, ns):
    return name, bases, [k for k in ns if not k.startswith("__")]


class Weird(metaclass=function_meta):
    y = 1


print(Weird)
