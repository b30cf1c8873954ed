def f(a, b, c, d, e, g, h):
    return a + b + c + d + e + g + h


x = f("a very long string argument that goes on and on", "another long string argument", "and one more string for good measure", "still going", "nearly there", "the end is near", 7)
