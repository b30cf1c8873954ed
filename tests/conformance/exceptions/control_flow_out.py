# continue, break and return out of except and else
def f(mode):
    out = []
    for i in range(4):
        try:
            if i == 1:
                raise ValueError(i)
        except ValueError as e:
            out.append(repr(e))
            if mode == "continue":
                continue
            if mode == "break":
                break
            if mode == "return":
                return out + ["returned"]
            if mode == "raise":
                raise KeyError(mode)
        else:
            out.append(i)
            if mode == "else continue":
                continue
            if mode == "else break" and i == 2:
                break
        finally:
            out.append("f")
        out.append("after")
    else:
        out.append("loop else")
    return out


for mode in ("none", "continue", "break", "return", "raise", "else continue", "else break"):
    try:
        print(mode, f(mode))
    except KeyError as e:
        print(mode, repr(e), repr(e.__context__))
