l = []
for i in range(20):
    try: l.append('x' * i + str(i))
    except MemoryError: l.append(None)
    finally: l.append(i)
print(len(l))
