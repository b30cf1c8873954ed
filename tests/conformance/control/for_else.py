for x in []:
    print("never")
else:
    print("empty else")
for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print("never")
print(x)
for x in "abc":
    pass
else:
    print("done", x)


def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if n % p == 0:
                break
        else:
            found.append(n)
    return found


print(primes(40))
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print("else", i)
        continue
    print("broken", i)
for i in range(2):
    try:
        continue
    finally:
        print("finally", i)
else:
    print("end")
