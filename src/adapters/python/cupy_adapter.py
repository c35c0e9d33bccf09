"""An adapter for the special functions of CuPy, on a CUDA device. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/cupy_adapter.py"
"""

import cupy
from cupyx.scipy import special

from crosscheck_adapter import serve


def softmax(logits, axis=-1):
    return special.softmax(cupy.asarray(logits), axis=axis).get()


def log_softmax(logits, axis=-1):
    return special.log_softmax(cupy.asarray(logits), axis=axis).get()


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return special.logsumexp(cupy.asarray(logits), axis=axis, keepdims=keep_dims).get()


def sigmoid(logits):
    return special.expit(cupy.asarray(logits)).get()


def kl_divergence(target, output, axis=-1):
    return special.rel_entr(cupy.asarray(target), cupy.asarray(output)).sum(axis=axis).get()


def argmax(values, axis=-1, keep_dims=False):
    return cupy.argmax(cupy.asarray(values), axis=axis, keepdims=keep_dims).get()


OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, kl_divergence, argmax]

if __name__ == "__main__":
    device = cupy.cuda.runtime.getDeviceProperties(0)["name"].decode()
    serve(
        "cupy",
        f"{cupy.__version__} on {device}",
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: ["float32", "float64"] for f in OPERATIONS},
        url="https://cupy.dev",
        refusals=(ValueError, TypeError),
    )
