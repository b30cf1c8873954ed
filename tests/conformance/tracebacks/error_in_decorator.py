def logged(f):
    def wrapper(*args):
        try:
            return f(*args)
        finally:
            print("called", f.__name__, args)
    return wrapper


@logged
@logged
def divide(a, b):
    return a / b


print(divide(6, 3))
divide(1, 0)
