"""An adapter that misbehaves, in the way its first argument says, at axis 13; else it answers
[process id, requests answered by this process]."""

import json
import os
import signal
import subprocess
import sys
import time

MODE = sys.argv[1]
answered = 0


def out(text, end="\n"):
    sys.stdout.write(text + end)
    sys.stdout.flush()


def good(request_id):
    tensor = {"dtype": "float64", "shape": [2], "values": [os.getpid(), answered]}
    return json.dumps({"id": request_id, "output": tensor})


def output(request_id, **changes):
    tensor = {"dtype": "float32", "shape": [2], "values": [1, 2], **changes}
    return json.dumps({"id": request_id, "output": tensor})


def misbehave(request_id):
    if MODE == "garbage":
        out("hello")
    elif MODE == "blank":
        out("")
    elif MODE == "long-garbage":
        out("x" * 5000)
    elif MODE == "array":
        out("[1]")
    elif MODE == "two-objects":
        out(good(request_id) + good(request_id))
    elif MODE == "hang":
        time.sleep(60)
    elif MODE == "hang-with-children":
        subprocess.Popen(["sleep", "61.25"])
        time.sleep(60)
    elif MODE == "exit":
        sys.stderr.write("first\nout of luck\n")
        sys.stderr.flush()
        os._exit(7)
    elif MODE == "exit-0":
        os._exit(0)
    elif MODE == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif MODE == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif MODE == "half-line":
        out('{"id":', end="")
        os._exit(3)
    elif MODE == "wrong-id":
        out(good(99))
    elif MODE == "text-id":
        out(good(str(request_id)))
    elif MODE == "endless-line":
        while True:
            sys.stdout.write("x" * 65536)
    elif MODE == "deep":
        out("[" * 100000)
    elif MODE == "negative-shape":
        out(output(request_id, shape=[-1]))
    elif MODE == "huge-shape":
        out(output(request_id, shape=[2**31, 2**31]))
    elif MODE == "large-shape":
        out(output(request_id, shape=[2**31 - 1]))
    elif MODE == "short":
        out(output(request_id, shape=[3]))
    elif MODE == "dtype":
        out(output(request_id, dtype="float8"))
    elif MODE == "fraction":
        out(output(request_id, dtype="int32", values=[1, 1.5]))
    elif MODE == "both":
        out(json.dumps({"id": request_id, "failed": {}, "unsupported": {}}))
    elif MODE == "none":
        out(json.dumps({"id": request_id}))
    elif MODE == "describes-again":
        out(json.dumps({"id": request_id, "description": DESCRIPTION}))
    elif MODE == "closes-stdout":
        os.close(1)
        time.sleep(60)
    elif MODE == "grandchild":
        # It holds stdout and stderr open beyond the end of this process.
        subprocess.Popen(["sleep", "15"], stdin=subprocess.DEVNULL)
        os._exit(3)
    elif MODE == "stderr-flood":
        while True:
            sys.stderr.write("noise " * 1000)
    elif MODE == "not-utf-8":
        os.write(1, b'{"id":%d,"failed":{"message":"\xff"}}\n' % request_id)
    else:
        raise ValueError(MODE)


DESCRIPTION = {
    "name": "hostile",
    "version": "1",
    "operations": {"softmax": {"dtypes": ["float32"]}},
}


def describe(request_id):
    if MODE == "describe-garbage":
        out("Welcome to the adapter!")
    elif MODE == "describe-hang":
        time.sleep(60)
    elif MODE == "describe-incomplete":
        out(json.dumps({"id": request_id, "description": {"name": "hostile"}}))
    elif MODE == "describe-refused":
        out(json.dumps({"id": request_id, "failed": {"message": "no licence"}}))
    elif MODE == "describe-half":
        out("{", end="")
        os._exit(4)
    elif MODE == "describe-exit":
        sys.stderr.write("Traceback\nModuleNotFoundError: no numpy\n")
        sys.exit(1)
    else:
        out(json.dumps({"id": request_id, "description": DESCRIPTION}), end="\r\n")


for line in sys.stdin:
    request = json.loads(line)
    if "describe" in request:
        describe(request["id"])
        continue
    axis = request["attributes"].get("axis")
    if axis == 13:
        misbehave(request["id"])
        continue
    if axis == 14:
        time.sleep(1.5)
    answered += 1
    if MODE == "fails":
        sys.stderr.write("warning: low memory\n")
        sys.stderr.flush()
        out(json.dumps({"id": request["id"], "failed": {"message": "no memory"}}))
        continue
    out(good(request["id"]))
    if MODE == "leaks" and answered == 8:
        os._exit(9)
    if MODE == "twice" or (MODE == "one-twice" and answered == 6):
        out(good(request["id"]))
if MODE == "stays":
    time.sleep(60)
