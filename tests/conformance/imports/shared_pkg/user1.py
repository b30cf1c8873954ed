import _counter
_counter.bump()
_counter.items.append("user1")
seen = _counter.count


def read():
    return _counter.count


def call():
    return _counter.bump()
