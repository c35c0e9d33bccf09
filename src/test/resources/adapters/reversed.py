"""Answers whatever has come in, the last request first: [requests that came together, own axis]."""

import json
import os
import select

DESCRIPTION = {"name": "reversed", "version": "1", "operations": {"softmax": {"dtypes": ["float32"]}}}


def answer(request, together):
    if "describe" in request:
        return {"description": DESCRIPTION}
    values = [together, request["attributes"]["axis"]]
    return {"output": {"dtype": "float64", "shape": [2], "values": values}}


text = b""
while chunk := os.read(0, 1 << 20):
    text += chunk
    if select.select([0], [], [], 0.1)[0]:
        continue
    requests = [json.loads(line) for line in text.splitlines()]
    text = b""
    for request in reversed(requests):
        print(json.dumps({"id": request["id"], **answer(request, len(requests))}), flush=True)
