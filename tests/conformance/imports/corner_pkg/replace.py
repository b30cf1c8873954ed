import sys
class Fake:
    attr = "fake attr"
    __name__ = "fakename"
sys.modules[__name__] = Fake()
