# bound methods and other objects taken out of modules
import sys
from random import randint, random
print(0 <= random() < 1, 1 <= randint(1, 3) <= 3)


class Obj:
    def __init__(self):
        self.log = []

    def write(self, x):
        self.log.append(x)
        return len(self.log)

    @property
    def prop(self):
        return "property value"

    @staticmethod
    def stat():
        return "static"


o = sys.modules["an_object"] = Obj()
from an_object import write, prop, stat, log
print(write("a"), write("b"), prop, stat(), log, o.log is log)
import an_object as ao
print(ao.write("c"), ao.prop)


class Lazy:
    def __getattr__(self, name):
        print("asked for", name)
        if name.startswith("_"):
            raise AttributeError(name)
        return name.upper()


sys.modules["lazy"] = Lazy()
from lazy import abc, xyz as q
print(abc, q)
try:
    from lazy import _no
except ImportError as e:
    print(type(e).__name__)
sys.modules["number"] = 5
from number import real, bit_length
print(real, bit_length())
sys.modules["cls"] = str
from cls import upper
print(upper("abc"))
