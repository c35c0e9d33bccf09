#!/usr/bin/env bash
# Runs again, of the implementations in reports/, those that a build machine installs quickly, and fails
# where a record isn't what they give. Those built in were run by README's first command, which comes
# before, into reports/local. What isn't here is named and left out. What was answered on a GPU is judged again.
#
#     mvn -q -DskipTests package && java -jar target/crosscheck.jar run && src/adapters/check.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
adapters=src/adapters/python
scripts=src/adapters/javascript
backends=()

absent() {
  echo "not compared: $1" >&2
}

if python3 -c 'import numpy' 2> /dev/null; then
  backends+=(--backend "exec:python3 $adapters/numpy_adapter.py")
else
  absent "numpy, which python3-numpy brings"
fi
if [ -d "$scripts/node_modules" ] || { command -v npm > /dev/null && npm ci --ignore-scripts --silent --prefix "$scripts"; }; then
  backends+=(--backend "exec:node $scripts/onnxruntime_adapter.js" --backend "exec:node $scripts/onnxruntime_adapter.js web")
  backends+=(--backend "exec:node $scripts/tfjs_adapter.js" --backend "exec:node $scripts/tfjs_adapter.js wasm")
else
  absent "onnxruntime-node, onnxruntime-web, tfjs and tfjs-wasm, which npm brings"
fi
if make --silent -C src/adapters/c 2> /dev/null; then
  backends+=(--backend "exec:env OMP_NUM_THREADS=1 target/onednn_adapter")
else
  absent "onednn, which libdnnl-dev and libjson-glib-dev bring"
fi

runs=(reports/local)
if [ "${#backends[@]}" -gt 0 ]; then
  status=0
  rm -rf target/checked
  java -jar target/crosscheck.jar run --report target/checked --timeout 60 "${backends[@]}" > target/checked.log 2>&1 || status=$?
  # 1 is what it is about: some don't conform.
  [ "$status" -le 1 ] || { tail -3 target/checked.log >&2; exit "$status"; }
  runs+=(target/checked)
fi
java -cp target/crosscheck.jar src/adapters/CheckRecords.java reports "${runs[@]}"
if command -v python3 > /dev/null; then
  src/adapters/publish-gpu.sh target/judged-records
  java -cp target/crosscheck.jar src/adapters/CheckRecords.java reports/gpu target/judged
else
  absent "what was answered on a GPU, for which python3 is needed"
fi
