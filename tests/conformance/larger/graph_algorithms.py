from collections import deque


class Graph:
    def __init__(self, text):
        self.edges = {}
        for part in text.split():
            a, b, w = part.split("-")
            self.edges.setdefault(a, {})[b] = int(w)
            self.edges.setdefault(b, {})[a] = int(w)

    def bfs(self, start):
        seen, queue, order = {start}, deque([start]), []
        while queue:
            node = queue.popleft()
            order.append(node)
            for n in sorted(self.edges[node]):
                if n not in seen:
                    seen.add(n)
                    queue.append(n)
        return order

    def dfs(self, node, seen=None):
        seen = [] if seen is None else seen
        seen.append(node)
        for n in sorted(self.edges[node]):
            if n not in seen:
                self.dfs(n, seen)
        return seen

    def shortest(self, a, b):
        dist, prev, todo = {a: 0}, {}, {a}
        while todo:
            node = min(todo, key=lambda n: (dist[n], n))
            todo.remove(node)
            for n, w in self.edges[node].items():
                if dist[node] + w < dist.get(n, float("inf")):
                    dist[n], prev[n] = dist[node] + w, node
                    todo.add(n)
        path = [b]
        while path[-1] != a:
            path.append(prev[path[-1]])
        return dist[b], path[::-1]

    def spanning(self):
        parent = {n: n for n in self.edges}

        def root(n):
            while parent[n] != n:
                n = parent[n]
            return n
        total = []
        for w, a, b in sorted((w, a, b) for a in self.edges for b, w in self.edges[a].items() if a < b):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                total.append((a + b, w))
        return total


g = Graph("a-b-4 a-c-2 b-c-1 b-d-5 c-d-8 c-e-10 d-e-2 d-f-6 e-f-3")
print(g.bfs("a"), g.dfs("a"))
print(g.shortest("a", "f"), g.shortest("f", "b"))
print(g.spanning(), sum(w for _, w in g.spanning()))


def topo(deps):
    order, state = [], {}

    def visit(n, trail):
        if state.get(n) == "done":
            return
        if state.get(n) == "open":
            raise ValueError("cycle: " + ">".join(trail[trail.index(n):] + [n]))
        state[n] = "open"
        for d in deps.get(n, ()):
            visit(d, trail + [n])
        state[n] = "done"
        order.append(n)
    for n in deps:
        visit(n, [])
    return order


print(topo({"app": ["lib", "ui"], "ui": ["lib", "gfx"], "lib": [], "gfx": ["lib"]}))
try:
    topo({"a": ["b"], "b": ["c"], "c": ["b"]})
except ValueError as e:
    print(e)


def knapsack(items, cap):
    best = [[0] * (cap + 1) for _ in range(len(items) + 1)]
    for i, (w, v) in enumerate(items, 1):
        for c in range(cap + 1):
            best[i][c] = max(best[i - 1][c], best[i - 1][c - w] + v if w <= c else 0)
    return best[-1][-1]


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


print(knapsack([(3, 4), (4, 5), (7, 10), (8, 11), (9, 13)], 17), edit("kitten", "sitting"), edit("", "abc"))
