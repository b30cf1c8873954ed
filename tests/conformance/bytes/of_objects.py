# What bytes() and bytearray() ask an object for.
class Text(str):
    def __bytes__(self):
        return b'abc'


class Index(bytes):
    def __index__(self):
        raise TypeError('no index')


class OnlyIndex:
    def __index__(self):
        raise TypeError('no index')


class Items:
    def __index__(self):
        raise TypeError('no index')

    def __iter__(self):
        return iter((1, 2, 3))


print(bytes(Text('\u20ac')), bytes(Text('\xe9'), 'latin-1'))
print(bytes(Index(b'foo')), bytearray(Index(b'foobar')), bytes(Items()), bytearray(Items()))
for make in (lambda: bytes(OnlyIndex()), lambda: bytearray(OnlyIndex()), lambda: bytearray(Text('a')), lambda: bytes('a')):
    try:
        print(make())
    except TypeError as error:
        print(error)
import sys
print(0 << sys.maxsize, 0 << 10 ** 30, 5 >> 10 ** 30, -5 >> 10 ** 30)
try:
    print >> sys.stderr
except TypeError as error:
    print(error)
try:
    print >>= 3
except (TypeError, NameError) as error:
    print(error)
