"""`!=` asks the derived class first, and `__eq__` where there is no `__ne__`."""
calls = []


class Base:
    def __eq__(self, other):
        calls.append('Base.__eq__')
        return NotImplemented


class Derived(Base):
    def __eq__(self, other):
        calls.append('Derived.__eq__')
        return NotImplemented

    def __ne__(self, other):
        calls.append('Derived.__ne__')
        return NotImplemented


class OnlyEq(Base):
    def __eq__(self, other):
        calls.append('OnlyEq.__eq__')
        return NotImplemented


class Nothing(Base):
    pass


class Other:
    def __ne__(self, other):
        calls.append('Other.__ne__')
        return NotImplemented


for left in (Base, Derived, OnlyEq, Nothing, Other, object):
    for right in (Base, Derived, OnlyEq, Nothing, Other, object):
        del calls[:]
        answer = left() != right()
        print(left.__name__, right.__name__, answer, calls)
