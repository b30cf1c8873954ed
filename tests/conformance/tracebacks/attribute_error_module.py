import math
print(math.sqrt(4))
print(math.squrt(4))
