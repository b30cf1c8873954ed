# what a script knows of itself
import sys

print(__name__)
print(__file__)
print(__doc__)
print(__builtins__ is sys.modules["builtins"])
print(sys.modules["__main__"].__name__)
if __name__ == "__main__":
    print("run as a script")
print(sys.argv)
print([n for n in ("__name__", "__file__", "__doc__", "__builtins__", "__path__") if n in globals()])
print(type(sys.path), len(sys.path) > 0)
x = 5
print(globals()["x"], vars(sys.modules["__main__"])["x"], locals() is globals())
