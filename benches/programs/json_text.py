# JSON: dumping and loading records with the json module.
import json


def make(n):
    out = []
    for i in range(n):
        out.append({
            "id": i,
            "name": "item %d" % i,
            "tags": ["red", "green", "blue"][:i % 4],
            "size": {"w": i % 17, "h": i / 4, "ok": i % 2 == 0},
            "note": None if i % 3 else "a \"quoted\"\ntext",
        })
    return out


def main():
    total = 0
    data = make(2000)
    for _ in range(70):
        text = json.dumps(data)
        total += len(text)
        back = json.loads(text)
        total += len(back) + back[7]["size"]["w"]
        if back != data:
            print("differs")
    small = '{"cmd": "drive", "left": 40, "right": [-1.5, true, null]}'
    for i in range(150000):
        total += json.loads(small)["left"]
    print(total)


main()
