def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as e:
        raise LookupError(f"no setting {name!r}") from e


def main():
    try:
        load("b")
    except LookupError as e:
        raise RuntimeError("cannot start") from e


main()
