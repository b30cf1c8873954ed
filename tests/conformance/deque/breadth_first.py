# A queue at work: shortest path in a maze.
from collections import deque
MAZE = """#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########"""
grid = [list(row) for row in MAZE.splitlines()]
def find(c):
    return next((y, x) for y, row in enumerate(grid) for x, v in enumerate(row) if v == c)
start, end = find("S"), find("E")
queue, came = deque([start]), {start: None}
while queue:
    y, x = here = queue.popleft()
    if here == end:
        break
    for step in ((y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1)):
        if grid[step[0]][step[1]] != "#" and step not in came:
            came[step] = here
            queue.append(step)
path, at = deque(), end
while at:
    path.appendleft(at)
    at = came[at]
for y, x in list(path)[1:-1]:
    grid[y][x] = "o"
print("\n".join("".join(row) for row in grid))
print(len(path) - 1, len(came))
