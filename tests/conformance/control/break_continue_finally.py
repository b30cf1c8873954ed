def run():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(("body", i))
        finally:
            out.append(("fin", i))
    else:
        out.append("else")
    return out


print(run())


def nested():
    for i in range(3):
        try:
            try:
                if i == 1:
                    break
            finally:
                print("inner", i)
        finally:
            print("outer", i)
    return i


print(nested())


def swallow():
    for i in range(2):
        try:
            1 / 0
        finally:
            print("swallowed", i)
            continue
    while True:
        try:
            1 / 0
        finally:
            break
    return "done"


print(swallow())


def loop_in_finally():
    try:
        return "value"
    finally:
        for i in range(3):
            if i == 1:
                continue
            if i == 2:
                break


print(loop_in_finally())
