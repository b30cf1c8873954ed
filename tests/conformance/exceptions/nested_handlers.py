def f(n):
    try:
        try:
            if n == 0:
                raise ValueError("a")
            if n == 1:
                raise KeyError("b")
            if n == 2:
                return "returned"
        except ValueError as e:
            try:
                raise TypeError("c") from e
            except TypeError as t:
                print("inner", repr(t), repr(t.__cause__))
                raise
            finally:
                print("inner finally")
        else:
            print("else")
            raise OSError("from else")
        finally:
            print("middle finally")
    except TypeError as e:
        print("outer type", repr(e))
    except KeyError:
        print("outer key")
        return "from outer"
    except OSError as e:
        print("outer os", e)
    finally:
        print("outer finally")
    return "end"


for n in range(4):
    print(n, f(n))
try:
    try:
        try:
            try:
                raise RuntimeError(1)
            except RuntimeError:
                raise RuntimeError(2)
        except RuntimeError:
            raise RuntimeError(3)
    except RuntimeError:
        raise RuntimeError(4)
except RuntimeError as e:
    while e:
        print(e.args[0], end=" ")
        e = e.__context__
print()
