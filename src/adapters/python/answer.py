"""Answers the requests of `crosscheck export` by an adapter, in several processes side by side:

    java -jar target/crosscheck.jar export > requests.jsonl
    python3 src/adapters/python/answer.py 16 requests.jsonl "python3 src/adapters/python/torch_adapter.py cuda" > answers.jsonl
    java -jar target/crosscheck.jar judge answers.jsonl

A machine with a GPU needs no JVM for that. Each process has a run of neighbouring requests, so that what
belongs to one case is asked of one process. Where the adapter's process ends over a request, the answer to
it says so and a new process takes the next one.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import sys
import threading

WRITING = threading.Lock()


def write(line):
    with WRITING:
        sys.stdout.write(line)
        sys.stdout.flush()


def work(command, requests):
    """Answers these requests in turn by a process of its own."""
    process = None
    for request in requests:
        if process is None:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            process.stdin.write(request)
            process.stdin.flush()
        except BrokenPipeError:
            # The process ended after its last answer; what follows sees that it gives none.
            pass
        line = process.stdout.readline()
        if line.endswith("\n"):
            write(line)
        else:
            message = f"crashed: exit status {process.wait()}"
            write(json.dumps({"id": json.loads(request)["id"], "failed": {"message": message}}) + "\n")
            process = None
    if process is not None:
        process.stdin.close()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description="Answers requests by an adapter in several processes.")
    parser.add_argument("processes", type=int, help="how many answer side by side")
    parser.add_argument("requests", type=pathlib.Path, help="what export wrote")
    parser.add_argument("command", type=shlex.split, help="what starts the adapter")
    options = parser.parse_args()
    if options.processes < 1:
        parser.error(f"processes is {options.processes}; expected 1 or more")
    if not options.requests.is_file():
        parser.error(f"there is no file {options.requests}; expected what export wrote")
    with options.requests.open(encoding="utf-8") as lines:
        describe, *requests = lines
    work(options.command, [describe])
    size = -(-len(requests) // options.processes) or 1
    threads = [
        threading.Thread(target=work, args=(options.command, requests[i : i + size]))
        for i in range(0, len(requests), size)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
