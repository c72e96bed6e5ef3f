import sys

import orjson

lines = 0
with open(sys.argv[1], "rb") as recording:
    for line in recording:
        orjson.loads(line)
        lines += 1
print(lines)
