n = 3
while n:
    print(n, end=" ")
    n -= 1
else:
    print("else", n)

n = 5
while n:
    n -= 1
    if n == 2:
        print("break at", n)
        break
else:
    print("never")

while False:
    print("never")
else:
    print("else of a loop that never ran")

i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 7:
        break
    print(i, end=",")
print()

# break of the inner loop leaves the outer one alone; else belongs to its own loop
for a in range(3):
    j = 0
    while j < 3:
        if j == a:
            break
        j += 1
    else:
        print("never")
    print(a, j)


def find(limit):
    k = 0
    while k < limit:
        k += 1
        while True:
            if k == 4:
                return "found"
            break
    else:
        return "exhausted"


print(find(3), find(10))
