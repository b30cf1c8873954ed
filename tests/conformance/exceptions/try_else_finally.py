def run(fail, where=None):
    log = []
    try:
        log.append("try")
        if fail:
            raise fail
    except ValueError:
        log.append("except")
        if where == "except":
            raise KeyError("from except")
    else:
        log.append("else")
        if where == "else":
            raise ValueError("from else")
    finally:
        log.append("finally")
        print(log)
        if where == "finally":
            raise IndexError("from finally")
    return "end"


for fail, where in ((None, None), (ValueError, None), (TypeError("t"), None), (ValueError, "except"), (None, "else"), (None, "finally"), (ValueError, "finally"), (TypeError, "finally")):
    try:
        print(run(fail, where))
    except Exception as e:
        print("out:", repr(e), "context:", repr(e.__context__))
try:
    pass
finally:
    print("only finally")
try:
    try:
        1 / 0
    finally:
        print("passing")
except ZeroDivisionError:
    print("caught")
