# classes and their parents
names = """BaseException Exception ArithmeticError AssertionError AttributeError BufferError EOFError FloatingPointError
GeneratorExit ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
NameError NotImplementedError OSError OverflowError RecursionError ReferenceError RuntimeError StopAsyncIteration
StopIteration SyntaxError SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError
UnicodeEncodeError UnicodeError ValueError ZeroDivisionError Warning DeprecationWarning UserWarning
FileNotFoundError FileExistsError PermissionError TimeoutError ConnectionError BrokenPipeError InterruptedError
IsADirectoryError NotADirectoryError BlockingIOError ConnectionResetError""".split()
import builtins
for name in names:
    cls = getattr(builtins, name)
    print(name, [c.__name__ for c in cls.__mro__[1:-1]], cls.__module__)
print(IOError is OSError, EnvironmentError is OSError)
for a, b in ((KeyError, LookupError), (ValueError, Exception), (SystemExit, Exception), (UnicodeError, ValueError)):
    print(a.__name__, b.__name__, issubclass(a, b))
