def helper(x):
    return x["missing"]


table = {"a": 1}
value = helper(table)
