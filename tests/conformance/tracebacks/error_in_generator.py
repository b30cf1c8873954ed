def numbers():
    yield 1
    yield from more()


def more():
    yield 2
    raise RuntimeError("generator broke")


def consume():
    total = 0
    for n in numbers():
        total += n
        print(total)
    return total


consume()
