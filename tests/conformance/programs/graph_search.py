# Depth first, breadth first, Dijkstra, A*, topological order, components and spanning tree.
from collections import deque


class Graph:
    def __init__(self, directed=False):
        self.edges, self.directed = {}, directed

    def add(self, a, b, cost=1):
        self.edges.setdefault(a, {})[b] = cost
        back = self.edges.setdefault(b, {})
        if not self.directed:
            back[a] = cost
        return self

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        seen.add(start)
        yield start
        for n in self.edges[start]:
            if n not in seen:
                yield from self.dfs(n, seen)

    def bfs(self, start):
        came, queue = {start: None}, deque([start])
        while queue:
            at = queue.popleft()
            for n in self.edges[at]:
                if n not in came:
                    came[n] = at
                    queue.append(n)
        return came

    def path(self, came, goal):
        out = []
        while goal is not None:
            out.append(goal)
            goal = came[goal]
        return out[::-1]

    def dijkstra(self, start, goal, guess=lambda n: 0):
        best, came, done, looked = {start: 0}, {start: None}, set(), 0
        while True:
            open_nodes = [n for n in best if n not in done]
            if not open_nodes:
                return None, [], looked
            at = min(open_nodes, key=lambda n: (best[n] + guess(n), str(n)))
            looked += 1
            if at == goal:
                return best[at], self.path(came, goal), looked
            done.add(at)
            for n, cost in self.edges[at].items():
                if n not in best or best[at] + cost < best[n]:
                    best[n], came[n] = best[at] + cost, at

    def topological(self):
        degree = {n: 0 for n in self.edges}
        for targets in self.edges.values():
            for t in targets:
                degree[t] += 1
        ready, out = sorted(n for n in degree if not degree[n]), []
        while ready:
            n = ready.pop(0)
            out.append(n)
            for t in self.edges[n]:
                degree[t] -= 1
                if not degree[t]:
                    ready.append(t)
                    ready.sort()
        if len(out) < len(degree):
            raise ValueError("cycle among " + ", ".join(sorted(n for n in degree if degree[n])))
        return out

    def components(self):
        left, out = dict.fromkeys(self.edges), []
        while left:
            part = list(self.dfs(next(iter(left))))
            for n in part:
                del left[n]
            out.append(sorted(part))
        return out

    def spanning_tree(self):
        parent = {n: n for n in self.edges}

        def root(n):
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n

        for cost, a, b in sorted((c, a, b) for a, t in self.edges.items() for b, c in t.items() if a < b):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                yield a, b, cost


roads = Graph()
for line in """Ulm-Bonn 4; Ulm-Kiel 9; Bonn-Kiel 3; Bonn-Jena 7; Kiel-Jena 2; Jena-Hof 5; Oslo-Moss 1; Kiel-Hof 8""".split(";"):
    names, cost = line.split()
    roads.add(*names.split("-"), int(cost))
print(list(roads.dfs("Ulm")), roads.path(roads.bfs("Ulm"), "Hof"), roads.dijkstra("Ulm", "Hof"),
    roads.dijkstra("Ulm", "Oslo"))
print(roads.components(), list(roads.spanning_tree()))
tasks = Graph(directed=True)
for pair in ("shirt tie", "tie jacket", "trousers shoes", "trousers belt", "belt jacket", "socks shoes"):
    tasks.add(*pair.split())
print(tasks.topological())
tasks.add("jacket", "shirt")
try:
    tasks.topological()
except ValueError as e:
    print(e)
MAP = ["..........", ".########.", "......#...", ".####.#.#.", ".#..#...#.", ".#....###.", ".######...",
    ".........."]
grid = Graph()
for y, row in enumerate(MAP):
    for x, c in enumerate(row):
        if c == ".":
            for nx, ny in ((x + 1, y), (x, y + 1)):
                if ny < len(MAP) and nx < len(row) and MAP[ny][nx] == ".":
                    grid.add((x, y), (nx, ny))
start, goal = (2, 4), (7, 3)
plain = grid.dijkstra(start, goal)
star = grid.dijkstra(start, goal, lambda n: abs(n[0] - goal[0]) + abs(n[1] - goal[1]))
print(plain[0], star[0], plain[2] >= star[2], len(grid.path(grid.bfs(start), goal)) - 1)
for y, row in enumerate(MAP):
    print("".join("o" if (x, y) in star[1] else c for x, c in enumerate(row)))
