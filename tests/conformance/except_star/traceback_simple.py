def f():
    raise ExceptionGroup("several", [ValueError("first"), KeyError("second")])


f()
