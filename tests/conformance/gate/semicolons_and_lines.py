# the shape of lines
a = 1; b = 2; c = 3
print(a, b, c);
if a: print("one line"); print("two statements")
if not a: print("no")
else: print("else on a line")
for i in range(3): print(i, end=" "); print("-", end=" ")
print()
while b: b -= 1; print(b)
total = 1 + \
    2 + \
    3
print(total)
value = (1 +
         2      # a comment inside
         +
         3)
print(value)
text = "a\
b"
print(text)
def f(): return 5
class C: x = 1; y = 2
print(f(), C.x, C.y)
if True:
	print("tab indented")
if True:
        print("eight")
        if True:
         print("nine")
# last comment without newline
