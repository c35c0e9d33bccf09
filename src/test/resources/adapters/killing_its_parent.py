"""Answers what two equal logits ask and notes each request in the file of its first argument; the
third of all ends whoever started it."""

import json
import os
import signal
import sys

DTYPES = ["float32", "float64"]
DESCRIPTION = {"name": "killing", "version": "1", "operations": {"softmax": {"dtypes": DTYPES}}}


def note(request):
    with open(sys.argv[1], "a+") as log:
        log.write(json.dumps(request) + "\n")
        log.seek(0)
        return len(log.readlines())


for line in sys.stdin:
    request = json.loads(line)
    if "describe" in request:
        answer = {"description": DESCRIPTION}
    else:
        if note(request) == 3:
            os.kill(os.getppid(), signal.SIGKILL)
            os._exit(0)
        if request["attributes"]:
            answer = {"refused": {"code": "invalid_axis", "message": "no such axis"}}
        else:
            dtype = request["inputs"]["logits"]["dtype"]
            answer = {"output": {"dtype": dtype, "shape": [2], "values": [0.5, 0.5]}}
    print(json.dumps({"id": request["id"], **answer}), flush=True)
