# A name of a built-in module that was deleted stays deleted for as long as the program wants.
import sys
import math

saved = sys.stdout
pi = math.pi
del sys.stdout, math.pi
total = 0
for i in range(50):
    total += i
print("x") if hasattr(sys, "stdout") else None
sys.stdout = saved
print(total, hasattr(math, "pi"))
try:
    math.pi
except AttributeError as e:
    print(e)
try:
    del math.pi
except AttributeError as e:
    print(type(e).__name__)
math.pi = pi
print(math.pi)
