import json
import sys

lines = 0
with open(sys.argv[1], "rb") as recording:
    for line in recording:
        json.loads(line)
        lines += 1
print(lines)
