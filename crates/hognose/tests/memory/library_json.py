import json
t = json.dumps({'a': [1, 2.5, None, True, 'x\n'], 'b': {'c': []}}, indent=1)
print(t, json.loads(t))
try: json.loads('[1,')
except ValueError as e: print(e)
