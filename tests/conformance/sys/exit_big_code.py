# only the low byte leaves the process
import sys
print("out")
sys.exit(256 + 7)
