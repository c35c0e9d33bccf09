"""Answers what two equal logits ask, but its first request only once as many others have one as its
arguments say: a folder to meet in, and how many."""

import json
import os
import sys
import time

FOLDER, COUNT = sys.argv[1], int(sys.argv[2])
DTYPES = ["float32", "float64"]
DESCRIPTION = {"name": "meeting", "version": "1", "operations": {"softmax": {"dtypes": DTYPES}}}


def meet():
    open(os.path.join(FOLDER, str(os.getpid())), "w").close()
    while len(os.listdir(FOLDER)) < COUNT:
        time.sleep(0.01)


for line in sys.stdin:
    request = json.loads(line)
    if "describe" in request:
        answer = {"description": DESCRIPTION}
    else:
        meet()
        if request["attributes"]:
            answer = {"refused": {"code": "invalid_axis", "message": "no such axis"}}
        else:
            dtype = request["inputs"]["logits"]["dtype"]
            answer = {"output": {"dtype": dtype, "shape": [2], "values": [0.5, 0.5]}}
    print(json.dumps({"id": request["id"], **answer}), flush=True)
