def inner(x):
    raise ValueError('the end', x)
def outer():
    try: inner({1: [2]})
    except ValueError as e: raise RuntimeError('outer') from e
outer()
