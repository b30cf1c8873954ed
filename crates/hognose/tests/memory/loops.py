out = []
for i in range(6):
    if i == 2: continue
    if i == 5: break
    while True:
        i -= 1
        if i < 0: break
    else: out.append('never')
    out.append(i)
else: out.append('never')
for x in []: pass
else: out.append('else')
print(out)
