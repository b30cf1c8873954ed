_private = 1
public2 = 2
import math as mm
def fun(): pass
