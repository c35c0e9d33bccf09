"""An adapter for PyTorch, on the CPU or on the device of its argument. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/torch_adapter.py cuda"
"""

import functools
import os
import sys

import numpy as np
import torch
from torch.nn import functional as F

from crosscheck_adapter import Unsupported, bfloat16, serve


DEVICE = sys.argv[1] if len(sys.argv) > 1 else "cpu"


def tensor(array):
    """A tensor with the array's bits; NumPy has no bfloat16 of its own for from_numpy to know."""
    if array.dtype == bfloat16:
        return torch.from_numpy(array.view(np.int16).copy()).view(torch.bfloat16).to(DEVICE)
    return torch.from_numpy(array.copy()).to(DEVICE)


def array(result):
    result = result.detach().cpu()
    if result.dtype == torch.bfloat16:
        return result.view(torch.int16).numpy().view(bfloat16)
    return result.numpy()


def softmax(logits, axis=-1):
    return array(torch.softmax(tensor(logits), dim=axis))


def log_softmax(logits, axis=-1):
    return array(torch.log_softmax(tensor(logits), dim=axis))


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return array(torch.logsumexp(tensor(logits), dim=axis, keepdim=keep_dims))


def sigmoid(logits):
    return array(torch.sigmoid(tensor(logits)))


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    if dtype != "int64" or on_value != 1 or off_value != 0 or axis not in (-1, indices.ndim):
        raise Unsupported("one_hot gives int64 ones and zeros along a new last axis")
    return array(F.one_hot(index(indices), depth))


def index(labels):
    """PyTorch's only integers for labels are int64; what is no integer is its to refuse."""
    return tensor(labels).long() if labels.dtype.kind == "i" else tensor(labels)


def classes_second(x, axis):
    """PyTorch's losses take the classes along axis 1, or along axis 0 of a vector."""
    return x.movedim(axis, min(1, x.ndim - 1))


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, label_smoothing=0, reduction="none"):
    if labels.shape != logits.shape:
        raise ValueError(f"labels {labels.shape}, logits {logits.shape}")
    x, t = classes_second(tensor(logits), axis), classes_second(tensor(labels), axis)
    if reduction == "mean" and logits.ndim > 2:
        raise Unsupported("the mean divides by the batch alone")
    return array(F.cross_entropy(x, t, reduction=reduction, label_smoothing=label_smoothing))


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=-100, label_smoothing=0, reduction="none"
):
    weights = None if class_weights is None else tensor(class_weights)
    x, y = classes_second(tensor(logits), axis), index(labels)
    loss = F.cross_entropy(
        x, y, weights, ignore_index=ignore_index, reduction=reduction, label_smoothing=label_smoothing
    )
    return array(loss)


def negative_log_likelihood(
    labels, log_probabilities, class_weights=None, axis=-1, ignore_index=-100, reduction="none"
):
    weights = None if class_weights is None else tensor(class_weights)
    l, y = classes_second(tensor(log_probabilities), axis), index(labels)
    return array(F.nll_loss(l, y, weights, ignore_index=ignore_index, reduction=reduction))


def binary_cross_entropy(
    target, output, from_logits=False, epsilon=1e-7, label_smoothing=0, reduction="none"
):
    if label_smoothing or epsilon != 1e-7:
        raise Unsupported("no label_smoothing, and a clamp of the logarithm at -100 for an epsilon")
    loss = F.binary_cross_entropy_with_logits if from_logits else F.binary_cross_entropy
    return array(loss(tensor(output), tensor(target), reduction=reduction))


def sigmoid_cross_entropy_with_logits(labels, logits, pos_weight=None, reduction="none"):
    weight = None if pos_weight is None else tensor(pos_weight)
    loss = F.binary_cross_entropy_with_logits(
        tensor(logits), tensor(labels), pos_weight=weight, reduction=reduction
    )
    return array(loss)


def kl_divergence(target, output, axis=-1):
    # It takes logarithms; rounded to half precision they would be another question.
    return array(F.kl_div(tensor(output).log(), tensor(target), reduction="none").sum(axis))


def argmax(values, axis=-1, keep_dims=False):
    return array(torch.argmax(tensor(values), dim=axis, keepdim=keep_dims))


def gradient(function, x, *outer):
    """The derivative of a result for x; of a scalar, or of an outer product with outer[0]."""
    x = tensor(x).requires_grad_()
    return array(torch.autograd.grad(function(x), x, *outer)[0])


def softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: torch.softmax(x, dim=axis), logits, tensor(output_gradient))


def log_softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: torch.log_softmax(x, dim=axis), logits, tensor(output_gradient))


def softmax_cross_entropy_gradient(labels, logits, axis=-1):
    t = classes_second(tensor(labels), axis)
    return gradient(lambda x: F.cross_entropy(classes_second(x, axis), t, reduction="sum"), logits)


def sparse_softmax_cross_entropy_gradient(
    labels, logits, class_weights=None, axis=-1, ignore_index=-100
):
    weights = None if class_weights is None else tensor(class_weights)
    y = index(labels)

    def loss(x):
        return F.cross_entropy(
            classes_second(x, axis), y, weights, ignore_index=ignore_index, reduction="sum"
        )

    return gradient(loss, logits)


def sigmoid_cross_entropy_gradient(labels, logits, pos_weight=None):
    weight = None if pos_weight is None else tensor(pos_weight)

    def loss(x):
        return F.binary_cross_entropy_with_logits(x, tensor(labels), pos_weight=weight, reduction="sum")

    return gradient(loss, logits)


def kl_divergence_target_gradient(target, output):
    return gradient(lambda t: F.kl_div(tensor(output).log(), t, reduction="sum"), target)


def fatal(function):
    """Nothing can be asked of a CUDA context after an assertion in a kernel, so the process ends."""

    @functools.wraps(function)
    def ending(*arguments, **attributes):
        try:
            return function(*arguments, **attributes)
        except torch.AcceleratorError as e:
            print(e, file=sys.stderr, flush=True)
            os._exit(1)

    return ending


FLOATS = ["float16", "bfloat16", "float32", "float64"]
OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, one_hot, softmax_cross_entropy_with_logits]
OPERATIONS += [sparse_softmax_cross_entropy_with_logits, negative_log_likelihood, binary_cross_entropy]
OPERATIONS += [sigmoid_cross_entropy_with_logits, kl_divergence, argmax, softmax_gradient]
OPERATIONS += [log_softmax_gradient, softmax_cross_entropy_gradient]
OPERATIONS += [sparse_softmax_cross_entropy_gradient, sigmoid_cross_entropy_gradient]
OPERATIONS += [kl_divergence_target_gradient]
DIVERGENCES = [kl_divergence, kl_divergence_target_gradient]

if __name__ == "__main__":
    # Two threads that wait for each other cost more than these small tensors.
    torch.set_num_threads(1)
    cuda = DEVICE.startswith("cuda")
    serve(
        "pytorch-cuda" if cuda else "pytorch",
        f"{torch.__version__} on {torch.cuda.get_device_name(DEVICE)}" if cuda else torch.__version__,
        {f.__name__: fatal(f) for f in OPERATIONS},
        dtypes={f.__name__: FLOATS for f in OPERATIONS}
        | {"one_hot": ["int64"]}
        | {f.__name__: ["float32", "float64"] for f in DIVERGENCES},
        url="https://pytorch.org",
        refusals=(IndexError, ValueError, RuntimeError, TypeError),
    )
