"""Answers what two equal logits ask, and misbehaves in float64 as its first argument says."""

import json
import os
import signal
import subprocess
import sys

MODE = sys.argv[1]
DTYPES = ["float32", "float64"]
DESCRIPTION = {"name": "hostile", "version": "1", "operations": {"softmax": {"dtypes": DTYPES}}}


def out(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def misbehave(request_id):
    start = '{"id":%d,"output":{"dtype":"float64","shape":' % request_id
    if MODE == "endless-line":
        while True:
            out("x" * 65536)
    elif MODE == "gigabyte":
        out(start + '[2],"values":[0')
        for _ in range(1024):
            out(",1" * (1 << 19))
        out("]}}\n")
    elif MODE == "deep":
        out(start + "[" * 10_000_000 + "\n")
    elif MODE == "wrong-id":
        out('{"id":%d,"failed":{}}\n' % (request_id + 1000))
    elif MODE == "negative-shape":
        out(start + '[-1],"values":[]}}\n')
    elif MODE == "huge-shape":
        out(start + '[2147483648,2147483648],"bits":""}}\n')
    elif MODE == "half-line":
        out(start)
        os._exit(0)
    elif MODE == "fork":
        subprocess.Popen(["sleep", "20"], stdin=subprocess.DEVNULL)
        os._exit(3)
    elif MODE == "killed":
        out(start)
        os.kill(os.getpid(), signal.SIGKILL)


for line in sys.stdin:
    request = json.loads(line)
    if "describe" in request:
        answer = {"description": DESCRIPTION}
    elif request["inputs"]["logits"]["dtype"] == "float64":
        misbehave(request["id"])
        continue
    elif request["attributes"]:
        answer = {"refused": {"code": "invalid_axis", "message": "no such axis"}}
    else:
        answer = {"output": {"dtype": "float32", "shape": [2], "values": [0.5, 0.5]}}
    out(json.dumps({"id": request["id"], **answer}) + "\n")
