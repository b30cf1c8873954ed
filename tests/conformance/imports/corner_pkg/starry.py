_private = 1
public = 2
import math
__all__ = ("_private", "public")
