count = 0
items = []


def bump():
    global count
    count += 1
    return count
