import sys
print(type(sys.version).__name__, sys.version_info >= (3, 4), sys.version_info[0], sys.version_info.major, sys.version_info.minor > 3, len(sys.version_info), sys.version_info[:1])
print(sys.byteorder in ("little", "big"), sys.maxsize in (2 ** 31 - 1, 2 ** 63 - 1), sys.maxunicode, type(sys.platform).__name__)
print(type(sys.implementation.name).__name__, sys.implementation.version[0] >= 0)
print(type(sys.argv).__name__, len(sys.argv), sys.argv[0])
print(type(sys.path).__name__, type(sys.modules).__name__, "sys" in sys.modules, "__main__" in sys.modules)
print(sys.modules["sys"] is sys, sys.__name__, "maxsize" in dir(sys), sys.__dict__["maxsize"] == sys.maxsize)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min)
print(sys.hash_info.width in (32, 64), sys.hash_info.inf)
print(callable(sys.exit), callable(sys.exc_info), callable(sys.intern), sys.intern("abc") == "abc")
a = sys.intern("some text " + str(5))
b = sys.intern("some text 5")
print(a is b)
try:
    sys.intern(5)
except TypeError as e:
    print(e)
print(sys.getrecursionlimit() > 50)
sys.setrecursionlimit(sys.getrecursionlimit())
for bad in (0, -1):
    try:
        sys.setrecursionlimit(bad)
    except ValueError as e:
        print(e)
print(sys.getsizeof([]) > 0, sys.getsizeof("abc") <= sys.getsizeof("abcabcabcabcabcabcabc"))
try:
    sys.nothing_like_that
except AttributeError as e:
    print(e)
sys.new_attribute = 5
print(sys.new_attribute)
del sys.new_attribute
print(hasattr(sys, "new_attribute"), repr(sys))
print(type(sys.prefix), type(sys.exec_prefix))
