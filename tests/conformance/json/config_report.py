# A realistic use: read a configuration, check it, write it back.
import json
TEXT = """
{
  "name": "rover",
  "motors": [{"port": "A", "max": 80}, {"port": "B", "max": 120}],
  "sensors": {"front": {"kind": "sonar", "range": [2, 400]}, "floor": {"kind": "light"}},
  "gain": 0.75, "debug": false, "owner": null
}
"""
def check(node, path="$"):
    if isinstance(node, dict):
        for k, v in node.items():
            yield from check(v, f"{path}.{k}")
    elif isinstance(node, list):
        for i, v in enumerate(node):
            yield from check(v, f"{path}[{i}]")
    else:
        yield path, type(node).__name__, node
config = json.loads(TEXT)
for path, kind, value in check(config):
    print(f"{path:<28}{kind:<10}{json.dumps(value)}")
for m in config["motors"]:
    if m["max"] > 100:
        m["max"], m["clipped"] = 100, True
config["sensors"]["floor"].setdefault("range", [0, 100])
text = json.dumps(config, indent=2, sort_keys=True)
print(text)
print(json.loads(text) == config, len(json.dumps(config, separators=(",", ":"))))
