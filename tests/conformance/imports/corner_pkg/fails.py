print("fails runs")
ok = 1
raise RuntimeError("in module")
