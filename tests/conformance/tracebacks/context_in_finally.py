class Resource:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        raise OSError("cannot close")


def main():
    try:
        with Resource():
            raise ValueError("in the body")
    finally:
        {}["in finally"]


main()
