def make(cls, text):
    try:
        raise cls(text)
    except cls as e:
        return e


group = ExceptionGroup("outer", [
    make(ValueError, "one"),
    ExceptionGroup("inner", [make(TypeError, "two"), make(KeyError, "three")]),
    OSError(2, "never raised"),
])
raise group
