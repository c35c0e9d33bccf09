"""An adapter for formulas written in NumPy. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/numpy_adapter.py"
"""

import numpy as np

from crosscheck_adapter import Refused, Unsupported, serve


def floats(*tensors):
    """The tensors in the dtype to compute in: float16 is computed in float32."""
    names = {t.dtype.name for t in tensors}
    if len(names) > 1 or tensors[0].dtype.kind != "f":
        raise Refused("invalid_dtype", f"got {sorted(names)}; expected one float dtype")
    return [t.astype(np.float32) if t.dtype == np.float16 else t for t in tensors]


def integers(name, tensor):
    if tensor.dtype.kind != "i":
        raise Refused("invalid_dtype", f"{name} are {tensor.dtype.name}; expected integers")


def whole(name, value, least=None):
    if type(value) is not int or (least is not None and value < least):
        raise Refused("invalid_attribute", f"{name} is {value!r}")
    return value


def flag(name, value):
    if type(value) is not bool:
        raise Refused("invalid_attribute", f"{name} is {value!r}")


def number(name, value, least=-np.inf, most=np.inf):
    ok = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (ok and np.isfinite(value) and least <= value <= most):
        raise Refused("invalid_attribute", f"{name} is {value!r}")
    return value


def same_shape(first, second):
    pair = floats(first, second)
    if first.shape != second.shape:
        raise Refused("invalid_shape", f"{first.shape} and {second.shape}; expected the same")
    return pair


def last(tensor, axis):
    """The axis moved to the end and laid out there, where NumPy sums pairwise."""
    if not -tensor.ndim <= whole("axis", axis) < tensor.ndim:
        raise Refused("invalid_axis", f"axis {axis} is out of range for rank {tensor.ndim}")
    return np.ascontiguousarray(np.moveaxis(tensor, axis, -1))


def shifted(x):
    """x minus the maximum of its slice."""
    return x - x.max(axis=-1, keepdims=True, initial=-np.inf)


def softmax(logits, axis=-1):
    e = np.exp(shifted(last(*floats(logits), axis)))
    return np.moveaxis(e / e.sum(-1, keepdims=True), -1, axis).astype(logits.dtype)


def log_softmax(logits, axis=-1):
    d = shifted(last(*floats(logits), axis))
    result = d - np.log(np.exp(d).sum(-1, keepdims=True))
    return np.moveaxis(result, -1, axis).astype(logits.dtype)


def log_sum_exp(logits, axis=-1, keep_dims=False):
    flag("keep_dims", keep_dims)
    x = last(*floats(logits), axis)
    largest = x.max(axis=-1, keepdims=True, initial=-np.inf)
    shift = np.where(np.isfinite(largest), largest, np.zeros_like(largest))
    result = shift + np.log(np.exp(x - shift).sum(-1, keepdims=True))
    result = np.moveaxis(result, -1, axis).astype(logits.dtype)
    return result if keep_dims else result.squeeze(axis)


def sigmoid(logits):
    (x,) = floats(logits)
    e = np.exp(-np.abs(x))
    return (np.where(x >= 0, np.ones_like(e), e) / (1 + e)).astype(logits.dtype)


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    integers("indices", indices)
    depth = whole("depth", depth, least=0)
    if not -indices.ndim - 1 <= whole("axis", axis) <= indices.ndim:
        raise Refused("invalid_axis", f"axis {axis} is out of range for indices of {indices.ndim} axes")
    hot = np.expand_dims(indices, -1) == np.arange(depth)
    result = np.where(hot, in_dtype("on_value", on_value, dtype), in_dtype("off_value", off_value, dtype))
    return np.moveaxis(result, -1, axis)


def in_dtype(name, value, dtype):
    """An attribute as a number of that dtype, which for integers and bools must have it."""
    known = dtype in ("float16", "float32", "float64", "int32", "int64", "bool")
    if not known or isinstance(value, (bool, str)):
        reason = f"{name} {value!r} in {dtype!r}"
        raise Unsupported(reason) if dtype == "bfloat16" else Refused("invalid_attribute", reason)
    result = np.asarray(value, np.float64).astype(dtype)
    if result.dtype.kind != "f" and result != value:
        raise Refused("invalid_attribute", f"{name} {value!r} is no {dtype}")
    return result


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, label_smoothing=0, reduction="none"):
    t, x = floats(labels, logits)
    t, d = last(t, axis), shifted(last(x, axis))
    if labels.shape != logits.shape:
        raise Refused("invalid_shape", f"labels {labels.shape}, logits {logits.shape}")
    if label_smoothing != 0:
        raise Unsupported("label_smoothing")
    losses = -(t * (d - np.log(np.exp(d).sum(-1, keepdims=True)))).sum(-1)
    return reduced(losses, reduction).astype(logits.dtype)


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=None, label_smoothing=0, reduction="none"
):
    integers("labels", labels)
    d = shifted(last(*floats(logits), axis))
    if labels.shape != d.shape[:-1]:
        raise Refused("invalid_shape", f"labels {labels.shape}; expected {d.shape[:-1]}")
    if class_weights is not None or ignore_index is not None or label_smoothing != 0:
        raise Unsupported("class_weights, ignore_index and label_smoothing")
    if labels.size and not 0 <= labels.min() <= labels.max() < d.shape[-1]:
        raise Refused("label_out_of_range", f"labels {labels.min()} to {labels.max()}")
    chosen = np.take_along_axis(d, labels[..., None], -1)[..., 0]
    losses = np.log(np.exp(d).sum(-1)) - chosen
    return reduced(losses, reduction).astype(logits.dtype)


def negative_log_likelihood(
    labels, log_probabilities, class_weights=None, axis=-1, ignore_index=None, reduction="none"
):
    integers("labels", labels)
    l, w = floats(log_probabilities, class_weights if class_weights is not None else log_probabilities[:0])
    l = last(l, axis)
    w = w if class_weights is not None else np.ones(l.shape[-1], l.dtype)
    if labels.shape != l.shape[:-1] or w.shape != l.shape[-1:]:
        raise Refused("invalid_shape", f"labels {labels.shape}, weights {w.shape} for {l.shape}")
    kept = np.full(labels.shape, True) if ignore_index is None else labels != whole("ignore_index", ignore_index)
    if np.any(kept & ((labels < 0) | (labels >= l.shape[-1]))):
        raise Refused("label_out_of_range", f"expected labels from 0 to {l.shape[-1] - 1}")
    classes = np.where(kept, labels, 0)
    zero = l.dtype.type(0)
    weights = np.where(kept, w[classes], zero)
    losses = np.where(kept, -weights * np.take_along_axis(l, classes[..., None], -1)[..., 0], zero)
    return reduced(losses, reduction, weights.sum()).astype(log_probabilities.dtype)


def kl_divergence(target, output, axis=-1):
    t, o = same_shape(target, output)
    t, o = last(t, axis), last(o, axis)
    nothing = (t == 0) & (o >= 0)
    return np.where(nothing, np.zeros_like(t), t * (np.log(t) - np.log(o))).sum(-1).astype(output.dtype)


def focal_cross_entropy(target, logits, axis=-1, alpha=0.25, gamma=2):
    number("alpha", alpha)
    t, x = same_shape(target, logits)
    t, d = last(t, axis), shifted(last(x, axis))
    l = d - np.log(np.exp(d).sum(-1, keepdims=True))
    weights = np.power(-np.expm1(l), number("gamma", gamma, least=0), dtype=l.dtype)
    return (-alpha * (t * weights * l).sum(-1)).astype(logits.dtype)


def smooth_labels(labels, alpha=None, axis=-1):
    alpha = number("alpha", alpha, least=0, most=1)
    (t,) = floats(labels)
    classes = last(t, axis).shape[-1]
    return (t * (1 - alpha) + alpha / max(classes, 1)).astype(labels.dtype)


def reduced(losses, reduction, denominator=None):
    if reduction not in ("none", "sum", "mean"):
        raise Refused("invalid_attribute", f"reduction {reduction!r}")
    if reduction == "none":
        return losses
    total = losses.sum()
    return total if reduction == "sum" else total / (losses.size if denominator is None else denominator)


def argmax(values, axis=-1, keep_dims=False):
    flag("keep_dims", keep_dims)
    x = last(*floats(values), axis)
    if x.shape[-1] == 0:
        raise Refused("invalid_shape", f"axis {axis} of {values.shape} has no element")
    return values.argmax(axis, keepdims=keep_dims).astype(np.int64)


def categorical_accuracy(target, output, axis=-1):
    same_shape(target, output)
    return (argmax(target, axis) == argmax(output, axis)).astype(output.dtype)


def binary_accuracy(target, output, threshold=0.5):
    same_shape(target, output)
    return ((output > number("threshold", threshold)) == target).astype(output.dtype)


def causal_mask(query_length=None, key_length=None, alignment="top_left", dtype="bool"):
    queries, keys = (whole("a length", n, least=0) for n in (query_length, key_length))
    if alignment not in ("top_left", "bottom_right") or queries * keys > 2**31 - 1:
        raise Refused("invalid_attribute", f"{queries} by {keys}, alignment {alignment!r}")
    ahead = keys - queries if alignment == "bottom_right" else 0
    return np.where(np.tri(queries, keys, ahead, bool), in_dtype("true", 1, dtype), in_dtype("false", 0, dtype))


def select_steps(values, indices):
    floats(values)
    integers("indices", indices)
    if values.ndim < 2 or indices.shape != values.shape[:1]:
        raise Refused("invalid_shape", f"values {values.shape}, indices {indices.shape}")
    if np.any((indices < 0) | (indices >= values.shape[1])):
        raise Refused("label_out_of_range", f"expected indices from 0 to {values.shape[1] - 1}")
    return values[np.arange(len(indices)), indices]


FLOATS = ["float16", "float32", "float64"]
OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, one_hot, argmax]
OPERATIONS += [softmax_cross_entropy_with_logits, sparse_softmax_cross_entropy_with_logits]
OPERATIONS += [negative_log_likelihood, kl_divergence, focal_cross_entropy, smooth_labels]
OPERATIONS += [categorical_accuracy, binary_accuracy, causal_mask, select_steps]
ANY = FLOATS + ["int32", "int64", "bool"]

if __name__ == "__main__":
    serve(
        "numpy",
        np.__version__,
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: FLOATS for f in OPERATIONS} | {"one_hot": ANY, "causal_mask": ANY},
        url="https://numpy.org",
    )
