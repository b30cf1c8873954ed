def tasks():
    errors = []
    for i in range(3):
        try:
            10 / (i - 1)
            [1, 2][i]
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("tasks", errors)


def main():
    try:
        tasks()
    except ExceptionGroup as e:
        raise RuntimeError("main failed") from e


main()
