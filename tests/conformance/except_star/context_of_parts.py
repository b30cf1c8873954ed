def show(e, n=0):
    print(" " * n, repr(e), "ctx:", repr(e.__context__), "cause:", repr(e.__cause__), e.__suppress_context__)
    for s in getattr(e, "exceptions", ()): show(s, n + 2)
def a():
    try: b()
    except Exception as e: raise ExceptionGroup("ag", [e, RuntimeError("r")])
def b(): raise ValueError("deep")
try:
  try:
    a()
  except* RuntimeError as q:
    show(q); q0 = q
    raise KeyError("in star")
except BaseException as f:
    show(f); print("--"); show(f.exceptions[0].__context__); show(f.exceptions[1]); print(f.exceptions[0].__context__ is q0)
try:
  try:
    a()
  except* RuntimeError as q:
    raise
except BaseException as f:
    show(f)
try:
  try:
    a()
  except* RuntimeError as q:
    pass
except BaseException as f:
    show(f)
try:
  try:
    raise ValueError
  except* ValueError as q:
    raise KeyError
except BaseException as f:
    show(f)
def a():
    try: b()
    except Exception as e: raise ExceptionGroup("ag", [e, RuntimeError("r")])
def b(): raise ValueError("deep")
try:
    a()
except* RuntimeError:
    raise KeyError("in star")
