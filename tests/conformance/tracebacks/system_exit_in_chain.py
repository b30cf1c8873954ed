# SystemExit shows no traceback, also with a cause
import sys


def leave():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise SystemExit("leaving because of an error") from e


try:
    leave()
finally:
    print("last words")
