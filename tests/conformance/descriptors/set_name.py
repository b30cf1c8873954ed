class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} wants {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value


class P:
    x = Field(int)
    name = Field(str)

    def __init__(self, x, name):
        self.x, self.name = x, name


p = P(1, "n")
print(p.x, p.name, p.__dict__, P.fields)
try:
    p.x = "text"
except TypeError as e:
    print(e)
later = Field(int)
P.later = later
print(hasattr(later, "name"))
Q = type("Q", (), {"f": Field(float)})
print(Q.fields)


class Remover:
    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, name + "_was_here", True)


class R:
    a = Remover()
    b = 1


print(hasattr(R, "a"), R.a_was_here, R.b)


class Adder:
    def __set_name__(self, owner, name):
        for i in range(3):
            setattr(owner, f"{name}{i}", i)


class S:
    a = Adder()
    z = Adder()


print(S.a0, S.a2, S.z1)


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("no")


try:
    class T:
        b = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))


class Shared:
    names = []

    def __set_name__(self, owner, name):
        self.names.append(name)


class U:
    a = b = Shared()


print(U.a.names, U.a is U.b)
