x, y = 12.5, 'name'
print(f'{x:8.2f} {y!r:>10} {x=} {{}} {y:^{len(y) + 4}}', f"{'nested' + f'{x}'}")
