import math, sys
from math import sqrt as root
print(root(16), math.gcd(12, 18), 'math' in sys.modules, math.factorial(20))
try: import nothing_here
except ImportError as e: print(e)
