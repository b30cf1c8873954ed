def check(items):
    assert items, "no items"
    assert all(isinstance(i, int) for i in items), (
        f"not all ints: {items}"
    )
    return sum(items)


print(check([1, 2]))
try:
    check([])
except AssertionError as e:
    print(e)
check([1, "2"])
