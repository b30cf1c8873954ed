fine = 1
also_fine = [1, 2]
def function(a, b:
    return a
