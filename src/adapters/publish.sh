#!/usr/bin/env bash
# Runs the quick tier over every implementation here and writes reports/: the published records and their
# matrix. The argument is a Python with the packages of python/requirements-*.txt; Node.js and what
# README says of oneDNN have to be there too.
#
#     mvn -q -DskipTests -Ponnxruntime,pytorch,tensorflow,onednn,djl package && src/adapters/publish.sh .venv/bin/python
set -euo pipefail
python=${1:?"usage: src/adapters/publish.sh PYTHON"}
PATH="$(cd "$(dirname "$python")" && pwd):$PATH"
export PATH PYTHONWARNINGS=ignore
cd "$(dirname "$0")/../.."
[ -d src/adapters/javascript/node_modules ] || npm ci --ignore-scripts --silent --prefix src/adapters/javascript
make --silent -C src/adapters/c

adapters=src/adapters/python
scripts=src/adapters/javascript
status=0
rm -rf target/published
java -jar target/crosscheck.jar run --report target/published --timeout 60 \
  --backend reference --backend cpu --backend vector --backend opencl \
  --backend onnxruntime --backend pytorch --backend tensorflow --backend onednn --backend djl \
  --backend "exec:python $adapters/numpy_adapter.py" \
  --backend "exec:python $adapters/scipy_adapter.py" \
  --backend "exec:python $adapters/sklearn_adapter.py" \
  --backend "exec:python $adapters/torch_adapter.py" \
  --backend "exec:python $adapters/tensorflow_adapter.py" \
  --backend "exec:env TF_ENABLE_ONEDNN_OPTS=0 python $adapters/tensorflow_adapter.py" \
  --backend "exec:python $adapters/jax_adapter.py" \
  --backend "exec:env KERAS_BACKEND=tensorflow python $adapters/keras_adapter.py" \
  --backend "exec:env KERAS_BACKEND=jax python $adapters/keras_adapter.py" \
  --backend "exec:env KERAS_BACKEND=torch python $adapters/keras_adapter.py" \
  --backend "exec:env KERAS_BACKEND=numpy python $adapters/keras_adapter.py" \
  --backend "exec:python $adapters/keras_utils_adapter.py" \
  --backend "exec:python $adapters/onnx_adapter.py onnxruntime" \
  --backend "exec:python $adapters/onnx_adapter.py onnxruntime 11" \
  --backend "exec:python $adapters/onnx_adapter.py reference" \
  --backend "exec:python $adapters/onnx_adapter.py reference 11" \
  --backend "exec:node $scripts/onnxruntime_adapter.js" \
  --backend "exec:node $scripts/onnxruntime_adapter.js web" \
  --backend "exec:node $scripts/tfjs_adapter.js" \
  --backend "exec:node $scripts/tfjs_adapter.js wasm" \
  --backend "exec:env OMP_NUM_THREADS=1 target/onednn_adapter" > target/published.log || status=$?
# 1 is what it is about: some don't conform.
[ "$status" -le 1 ] || { tail -3 target/published.log >&2; exit "$status"; }
java -cp target/crosscheck.jar src/adapters/Publish.java target/published reports
