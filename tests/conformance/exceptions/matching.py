# what an except clause may name, and when it is looked at
log = []


def cls(c):
    log.append(c.__name__)
    return c


try:
    raise IndexError
except cls(KeyError):
    pass
except (cls(ValueError), cls(TypeError)):
    pass
except cls(LookupError):
    print("lookup")
except cls(Exception):
    pass
print(log)
for what in (ValueError, (ValueError,), (KeyError, (ValueError, IndexError)), (), Exception, BaseException, object, int, 5, "x", (ValueError, 5), None):
    try:
        try:
            raise ValueError("v")
        except what:
            print(what if not isinstance(what, type) else what.__name__, "matches")
    except ValueError:
        print(what, "does not match")
    except TypeError as e:
        print(type(e).__name__, e, repr(e.__context__))
try:
    try:
        raise ValueError("v")
    except undefined_name:
        pass
except NameError as e:
    print(e, repr(e.__context__))
try:
    pass
except undefined_name:
    pass
print("never looked at")
types = KeyError, IndexError
try:
    [][0]
except types as e:
    print(repr(e))


class Meta(type):
    def __instancecheck__(cls, obj):
        return True

    def __subclasscheck__(cls, sub):
        return True


class Any(Exception, metaclass=Meta):
    pass


try:
    try:
        raise ValueError
    except Any:
        print("hooks used")
except ValueError:
    print("hooks not used")
