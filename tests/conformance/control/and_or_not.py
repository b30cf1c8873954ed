# the operands themselves come back, the right one is lazy
def t(v):
    print("<%r>" % (v,), end=" ")
    return v


print(t(0) or t("x"))
print(t(1) or t("x"))
print(t(0) and t("x"))
print(t(1) and t("x"))
print(t("") or t([]) or t({}))
print(t(1) and t(2) and t(3))
print(t(0) or t(1) and t(2))
print(t(1) or t(0) and t(2))
print(not t(0) and t(5))
print(not 0, not "a", not not [], not None)
print(1 and [] or "last", None or 0 or (), [] and 1 / 0)


class Loud:
    def __bool__(self):
        print("bool", end=" ")
        return True


print(Loud() and 1)
x = Loud() or 2
print(type(x).__name__)
if Loud() and not Loud():
    print("never")
else:
    print("else")


class Wrong:
    def __bool__(self):
        return 1


try:
    if Wrong():
        pass
except TypeError as e:
    print(e)
try:
    not Wrong()
except TypeError as e:
    print(e)
