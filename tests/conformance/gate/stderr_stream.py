import sys
print("one", file=sys.stderr)
sys.stderr.write("two\n")
print("out")
n = sys.stdout.write("three\n")
print(n)
print(sys.stderr.write(""))
sys.stdout.flush()
sys.stderr.flush()
