# Exceptions: try without raising, raise and catch, deep unwinding, finally.
class Stop(Exception):
    pass


def quiet(n):
    total = 0
    for i in range(n):
        try:
            total += i & 3
        except ValueError:
            total = 0
    return total


def loud(n):
    caught = 0
    for i in range(n):
        try:
            if i & 1:
                raise Stop(i)
            raise KeyError(i)
        except Stop as e:
            caught += e.args[0] & 1
        except (KeyError, IndexError):
            caught += 2
    return caught


def dive(depth):
    try:
        if depth == 0:
            raise Stop("bottom")
        dive(depth - 1)
    finally:
        seen[0] += 1


def errors(n):
    d = {}
    a = [1, 2, 3]
    count = 0
    for i in range(n):
        try:
            d[i]
        except KeyError:
            count += 1
        try:
            a[i + 3]
        except IndexError:
            count += 1
        try:
            1 // (i & 1)
        except ZeroDivisionError:
            count += 1
    return count


seen = [0]
total = quiet(5000000) + loud(1200000) + errors(500000)
for _ in range(25000):
    try:
        dive(20)
    except Stop:
        total += 1
print(total, seen[0])
