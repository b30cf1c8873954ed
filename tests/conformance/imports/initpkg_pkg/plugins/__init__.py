from . import one, two
found = [one, two]
