import retry_pkg
retry_pkg.runs.append("bad")
1 / 0
