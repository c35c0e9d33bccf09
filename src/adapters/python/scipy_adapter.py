"""An adapter for SciPy's special functions. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/scipy_adapter.py"
"""

import scipy
from scipy import special

from crosscheck_adapter import serve


def softmax(logits, axis=-1):
    return special.softmax(logits, axis=axis)


def log_softmax(logits, axis=-1):
    return special.log_softmax(logits, axis=axis)


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return special.logsumexp(logits, axis=axis, keepdims=keep_dims)


def sigmoid(logits):
    return special.expit(logits)


def kl_divergence(target, output, axis=-1):
    return special.rel_entr(target, output).sum(axis=axis)


OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, kl_divergence]

if __name__ == "__main__":
    serve(
        "scipy",
        scipy.__version__,
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: ["float32", "float64"] for f in OPERATIONS},
        url="https://scipy.org",
        refusals=(ValueError, TypeError),
    )
