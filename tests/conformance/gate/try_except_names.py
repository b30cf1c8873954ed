# except with a name, a tuple, a base class, bare; else and finally


def probe(action):
    try:
        action()
    except ZeroDivisionError:
        return "zero"
    except (KeyError, IndexError) as e:
        return "lookup " + repr(e)
    except ArithmeticError:
        return "arithmetic"
    except OSError as e:
        return "os"
    except:
        return "bare"
    else:
        return "fine"


def overflow():
    return 2.0 ** 5000


def custom():
    class Own(BaseException):
        pass
    raise Own


print(probe(lambda: 1 / 0))
print(probe(lambda: {}["a"]))
print(probe(lambda: [][3]))
print(probe(overflow))
print(probe(lambda: None))
print(probe(custom))
print(probe(lambda: unknown_name))
print(probe(lambda: int("z")))
try:
    try:
        raise KeyError("inner")
    except ValueError:
        print("not here")
    finally:
        print("finally runs")
except LookupError as e:
    print("outer", repr(e))
