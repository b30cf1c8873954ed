# text that has no file shows no source lines
source = """
def inner(x):
    return x / 0

def outer():
    inner(5)
"""
space = {}
exec(source, space)


def call():
    space["outer"]()


call()
