def convert(text):
    try:
        return int(text)
    except ValueError:
        raise TypeError(f"bad number: {text}") from None


try:
    convert("x")
except TypeError as e:
    print(e, repr(e.__context__))
    raise
