"""`__reduce__`, `__reduce_ex__`, `__getstate__`, and module copyreg."""
import copyreg


class Plain:
    pass


class Slots:
    __slots__ = ('a', '__hidden')

    def __init__(self):
        self.a = 1


class Both(Slots):
    pass


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class MyTuple(tuple):
    pass


class WithArgs:
    def __new__(cls, *args, **keywords):
        return super().__new__(cls)

    def __getnewargs__(self):
        return 1, 2


class WithKeywords(WithArgs):
    def __getnewargs_ex__(self):
        return (1,), {'k': 2}


class WithState:
    def __getstate__(self):
        return 'my state'


class WithReduce:
    def __reduce__(self):
        return 'reduced'


def show(parts):
    shown = []
    for part in parts:
        if type(part).__name__.endswith('iterator'):
            part = ['items', *part]
        elif callable(part) and hasattr(part, '__name__'):
            part = f'{part.__module__}.{part.__name__}'
        elif isinstance(part, tuple):
            part = tuple([getattr(x, '__name__', x) for x in part])
        shown.append(part)
    return shown


p = Plain()
print(show(p.__reduce_ex__(4)), p.__getstate__())
p.x = 5
print(show(p.__reduce_ex__(4)), show(p.__reduce_ex__(2)), p.__getstate__())
print(p.__reduce_ex__(2)[0] is copyreg.__newobj__, p.__getstate__() is p.__dict__)
s = Slots()
print(show(s.__reduce_ex__(4)))
b = Both()
b.extra = 2
b._Slots__hidden = 3
print(show(b.__reduce_ex__(3)))
l = MyList([1, 2])
l.note = 'n'
print(show(l.__reduce_ex__(4)), show([3].__reduce_ex__(4)))
print(show(MyDict(a=1).__reduce_ex__(4)), show({1: 2}.__reduce_ex__(4)))
print(show(MyInt(7).__reduce_ex__(4)), show((7).__reduce_ex__(4)), show(True.__reduce_ex__(4)))
print(show(MyTuple((1, 2)).__reduce_ex__(4)), show('abc'.__reduce_ex__(4)), show(1.5.__reduce_ex__(2)))
print(show(WithArgs().__reduce_ex__(4)), show(WithKeywords().__reduce_ex__(4)))
print(show(WithState().__reduce_ex__(4)), WithReduce().__reduce_ex__(4), WithReduce().__reduce__())
print(show({1}.__reduce_ex__(4)), show(frozenset([2]).__reduce__()))
print(show(bytearray(b'ab').__reduce_ex__(4)), show(bytearray().__reduce_ex__(4)))
print(show(slice(1, 2).__reduce__()), show(slice(1, 2).__reduce_ex__(4)), show(range(5).__reduce__()))
error = ValueError('a', 1)
print(error.__reduce__(), error.__reduce_ex__(4))
error.extra = 1
print(error.__reduce__())
print(OSError(2, 'text', 'file').__reduce__(), OSError(2, 'text').__reduce__())
print(show(p.__reduce__()), show(l.__reduce_ex__(1)), show(MyInt(7).__reduce_ex__(0)))
print(len.__reduce__(), show([].append.__reduce__()), show(WithState().__getstate__.__reduce__())[0])


def rebuild(obj, protocol):
    make, args, *rest = obj.__reduce_ex__(protocol)
    new = make(*args)
    state = rest[0] if rest else None
    if isinstance(state, tuple):
        for name, value in state[1].items():
            setattr(new, name, value)
        state = state[0]
    if state:
        new.__dict__.update(state)
    if len(rest) > 1 and rest[1] is not None:
        new.extend(rest[1])
    if len(rest) > 2 and rest[2] is not None:
        for key, value in rest[2]:
            new[key] = value
    return new


for obj in (p, b, l, MyDict(a=1), MyInt(7), MyTuple((1, 2)), WithKeywords()):
    for protocol in (0, 2, 4):
        try:
            new = rebuild(obj, protocol)
        except TypeError as failed:
            print('TypeError', failed)
            continue
        same = type(new) is type(obj) and new is not obj
        print(protocol, type(new).__name__, same, sorted(getattr(new, '__dict__', {}).items()), new if isinstance(obj, (list, dict, int, tuple)) else '')


def generator():
    yield


class C:
    @property
    def prop(self):
        pass


async def coroutine():
    pass


c = coroutine()
for odd in (generator(), c, C.prop, {}.keys(), memoryview(b'')):
    for protocol in (1, 2):
        try:
            odd.__reduce_ex__(protocol)
        except TypeError as failed:
            print(protocol, failed)
c.close()


class BadArgs:
    def __getnewargs__(self):
        return [1]


class BadBoth:
    def __getnewargs_ex__(self):
        return (1, 2, 3)


for bad in (BadArgs(), BadBoth()):
    try:
        bad.__reduce_ex__(2)
    except (TypeError, ValueError) as failed:
        print(type(failed).__name__, failed)
print(object.__reduce_ex__(p, 2)[1:3] == p.__reduce_ex__(2)[1:3], object.__getstate__(p))
copyreg.pickle(Plain, lambda obj: (Plain, ()))
print(Plain in copyreg.dispatch_table, copyreg.dispatch_table[complex](1 + 2j))
try:
    copyreg.pickle(Plain, 5)
except TypeError as failed:
    print(failed)
