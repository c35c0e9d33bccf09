"""An adapter for scikit-learn's losses, which take probabilities, one row per sample. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/sklearn_adapter.py"
"""

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.utils import extmath

from crosscheck_adapter import Unsupported, serve


def rows(tensor, axis):
    """Only matrices with the classes in their rows."""
    if tensor.ndim != 2 or axis is True or axis not in (-1, 1):
        raise Unsupported(f"axis {axis} of a tensor of rank {tensor.ndim}; it takes rows of a matrix")


def softmax(logits, axis=-1):
    rows(logits, axis)
    return extmath.softmax(logits)


def categorical_cross_entropy(
    target, output, from_logits=False, axis=-1, epsilon=1e-7, label_smoothing=0, reduction="none"
):
    rows(output, axis)
    if from_logits or label_smoothing or epsilon != 1e-7 or reduction == "none":
        raise Unsupported("log_loss sums or averages, from probabilities, with an epsilon of its own")
    if not (np.isin(target, (0, 1)).all() and (target.sum(axis=1) == 1).all()):
        raise Unsupported("a target that is not one-hot: it takes classes")
    loss = metrics.log_loss(target, output, normalize=reduction == "mean", labels=range(output.shape[1]))
    return output.dtype.type(loss)


def sparse_categorical_cross_entropy(
    labels, output, axis=-1, epsilon=1e-7, ignore_index=None, reduction="none"
):
    rows(output, axis)
    if ignore_index is not None or epsilon != 1e-7 or reduction not in ("sum", "mean"):
        raise Unsupported("log_loss sums or averages over all rows, with an epsilon of its own")
    loss = metrics.log_loss(labels, output, normalize=reduction == "mean", labels=range(output.shape[1]))
    return output.dtype.type(loss)


OPERATIONS = [softmax, categorical_cross_entropy, sparse_categorical_cross_entropy]

if __name__ == "__main__":
    serve(
        "scikit-learn",
        sklearn.__version__,
        {f.__name__: f for f in OPERATIONS},
        url="https://scikit-learn.org",
        refusals=(ValueError, TypeError),
    )
