class Node:
    def __init__(self, value, next=None): self.value = value; self.next = next
head = None
for i in range(40): head = Node(i, head)
total = 0
while head: total += head.value; head = head.next
a = []; a.append(a); d = {}; d['me'] = d
print(total, a, d)
