import sys


def report(f):
    try:
        f()
    except Exception:
        sys.excepthook(*sys.exc_info())


data = {"a": {"b": [1, 2, {"c": None}]}}


def key():
    return data["a"]["x"]["c"]


def index():
    return data["a"]["b"][5]


def none_item():
    return data["a"]["b"][2]["c"]["d"]


def store():
    data["a"]["b"][2]["c"]["d"] = 1


def delete():
    del data["a"]["zzz"]


def slicing():
    return data["a"]["b"]["x":]


def tuple_store():
    t = (1, 2)
    t[0] = 5


def call_then_index():
    return list(data.keys())[7]


def aug():
    data["count"] += 1


for f in (key, index, none_item, store, delete, slicing, tuple_store, call_then_index, aug):
    report(f)
