# SystemExit without a value: status 0, output is flushed
print("before", end="")
try:
    raise SystemExit
finally:
    print(" and finally")
print("never")
