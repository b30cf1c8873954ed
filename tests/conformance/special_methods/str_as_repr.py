# `object.__str__` asks for the `__repr__`: as a `__repr__` it asks itself.
class Foo:
    pass


Foo.__repr__ = Foo.__str__
for act in str, repr, ascii, '{}'.format, lambda foo: str([foo]), lambda foo: f'{foo!r}':
    try:
        act(Foo())
    except RecursionError:
        print('RecursionError')


class Named(str):
    __repr__ = str.__str__


print(repr(Named('x')), [Named('y')], str(Named('z')))
