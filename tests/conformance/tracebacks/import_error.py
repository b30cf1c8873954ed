from _tools import hammer
print(hammer)


def fetch():
    from _tools import hamer


fetch()
