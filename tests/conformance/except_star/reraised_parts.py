o = ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    try: raise o
    except* ValueError: raise
except BaseException as f: print(f is o, f.__suppress_context__, o.__suppress_context__, repr(f))
try:
    try: raise o
    except* KeyError: raise
except BaseException as f: print(f is o, f.__suppress_context__, o.__suppress_context__)
try:
    try: raise o
    except* (ValueError, TypeError): raise
except BaseException as f: print(f is o, f.__suppress_context__, o.__suppress_context__)
o2 = ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    try: raise o2
    except* ValueError as e: 
        print(e.__suppress_context__)
        raise e
except BaseException as f: print(f is o2, f.__suppress_context__, repr(f))
o3 = ExceptionGroup("g", [ValueError(1), TypeError(2)])
try:
    try: raise o3
    except* ValueError: pass
    except* TypeError: raise
except BaseException as f: print(f is o3, f.__suppress_context__, repr(f))
i = ExceptionGroup("i", [ValueError(1)])
o = ExceptionGroup("o", [i, TypeError(2)])
o.add_note("note")
try:
    try: raise o
    except* KeyError: raise
except BaseException as f: print(f.exceptions[0] is i, f.__notes__, f.__notes__ is o.__notes__, f.__cause__)
class G(ExceptionGroup):
    def derive(self, e): print("derive", e); return G(self.message, e)
try:
    try: raise G("x", [ValueError(), TypeError()])
    except* ValueError: pass
except BaseException as f: print(repr(f), type(f))
class H(ExceptionGroup): pass
try:
    try: raise H("x", [ValueError(), TypeError()])
    except* KeyError: pass
except BaseException as f: print(repr(f), type(f))
