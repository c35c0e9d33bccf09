#!/usr/bin/env bash
# Judges the answers that libraries gave on a GPU, reports/gpu/answers, and writes their records and matrix
# to the folder of the argument. No GPU is needed for that; on a machine with one the answers come from
#
#     java -jar target/crosscheck.jar export > requests.jsonl
#     JAX_PLATFORMS=cuda XLA_PYTHON_CLIENT_PREALLOCATE=false python3 src/adapters/python/answer.py 16 \
#       requests.jsonl "python3 src/adapters/python/jax_adapter.py" | gzip -9n > reports/gpu/answers/jax-gpu.jsonl.gz
#
# and likewise with "cupy_adapter.py" and "torch_adapter.py cuda".
#
#     mvn -q -DskipTests package && src/adapters/publish-gpu.sh reports/gpu
set -euo pipefail
target=${1:?"usage: src/adapters/publish-gpu.sh FOLDER"}
cd "$(dirname "$0")/../.."
rm -rf target/judged
mkdir -p target/judged
java -jar target/crosscheck.jar export > target/requests.jsonl
for answers in reports/gpu/answers/*.jsonl.gz; do
  status=0
  gunzip -c "$answers" > target/given.jsonl
  # Without what nobody asks any more, and with what was asked for the first time since then.
  python3 - target/requests.jsonl target/given.jsonl > target/answers.jsonl << 'PYTHON'
import json, sys
requests, given = (open(path).read().splitlines() for path in sys.argv[1:])
answers = {json.loads(line)["id"]: line for line in given}
for number in sorted(json.loads(line)["id"] for line in requests):
    unasked = {"id": number, "unsupported": {"reason": "written after the answers were taken"}}
    print(answers.get(number) or json.dumps(unasked))
PYTHON
  java -jar target/crosscheck.jar judge --report target/judged target/answers.jsonl > target/judged.log 2>&1 || status=$?
  # 1 is what it is about: some don't conform.
  [ "$status" -le 1 ] || { tail -3 target/judged.log >&2; exit "$status"; }
done
java -cp target/crosscheck.jar src/adapters/Publish.java target/judged "$target"
