# How floats lie in packed bytes, by name.
for kind in ('double', 'float', 'x', 3):
    try:
        print(float.__getformat__(kind))
    except (TypeError, ValueError) as error:
        print(error)
