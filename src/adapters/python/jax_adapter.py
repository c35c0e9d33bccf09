"""An adapter for JAX and Optax, on the CPU or where JAX_PLATFORMS says. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/jax_adapter.py"
"""

import os

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_ENABLE_X64", "1")

import jax
import jax.numpy as jnp
import numpy as np
import optax

from crosscheck_adapter import Unsupported, reduced, serve


def softmax(logits, axis=-1):
    return np.asarray(jax.nn.softmax(jnp.asarray(logits), axis=axis))


def log_softmax(logits, axis=-1):
    return np.asarray(jax.nn.log_softmax(jnp.asarray(logits), axis=axis))


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return np.asarray(jax.nn.logsumexp(jnp.asarray(logits), axis=axis, keepdims=keep_dims))


def sigmoid(logits):
    return np.asarray(jax.nn.sigmoid(jnp.asarray(logits)))


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    if on_value != 1 or off_value != 0:
        raise Unsupported("on_value and off_value")
    return np.asarray(jax.nn.one_hot(jnp.asarray(indices), depth, axis=axis, dtype=dtype))


def total(losses, reduction):
    return np.asarray(reduced(losses, reduction, sum=jnp.sum, mean=jnp.mean))


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, label_smoothing=0, reduction="none"):
    if label_smoothing:
        raise Unsupported("label_smoothing is a function of its own")
    return total(optax.softmax_cross_entropy(jnp.asarray(logits), jnp.asarray(labels), axis), reduction)


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=None, label_smoothing=0, reduction="none"
):
    unweighted(class_weights, ignore_index)
    if label_smoothing:
        raise Unsupported("label_smoothing")
    return total(sparse(jnp.asarray(logits), labels, axis), reduction)


def sparse(x, labels, axis):
    return optax.softmax_cross_entropy_with_integer_labels(x, jnp.asarray(labels), axis)


def unweighted(class_weights, ignore_index):
    if class_weights is not None or ignore_index is not None:
        raise Unsupported("class_weights and ignore_index")


def sigmoid_cross_entropy_with_logits(labels, logits, pos_weight=None, reduction="none"):
    if pos_weight is not None:
        raise Unsupported("pos_weight")
    losses = optax.sigmoid_binary_cross_entropy(jnp.asarray(logits), jnp.asarray(labels))
    return total(losses, reduction)


def kl_divergence(target, output, axis=-1):
    # It takes logarithms; rounded to half precision they would be another question.
    return np.asarray(optax.kl_divergence(jnp.log(jnp.asarray(output)), jnp.asarray(target), axis))


def smooth_labels(labels, alpha=None, axis=-1):
    if axis not in (-1, labels.ndim - 1):
        raise Unsupported(f"axis {axis}; it takes the last one")
    return np.asarray(optax.smooth_labels(jnp.asarray(labels), alpha))


def masked_softmax(logits, mask, axis=-1):
    return np.asarray(jax.nn.softmax(jnp.asarray(logits), axis=axis, where=jnp.asarray(mask)))


def argmax(values, axis=-1, keep_dims=False):
    return np.asarray(jnp.argmax(jnp.asarray(values), axis=axis, keepdims=keep_dims))


def gradient(function, x, outer=None):
    y, pull = jax.vjp(function, jnp.asarray(x))
    return np.asarray(pull(jnp.ones_like(y) if outer is None else jnp.asarray(outer))[0])


def softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: jax.nn.softmax(x, axis=axis), logits, output_gradient)


def log_softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: jax.nn.log_softmax(x, axis=axis), logits, output_gradient)


def softmax_cross_entropy_gradient(labels, logits, axis=-1):
    return gradient(lambda x: optax.softmax_cross_entropy(x, jnp.asarray(labels), axis), logits)


def sparse_softmax_cross_entropy_gradient(
    labels, logits, class_weights=None, axis=-1, ignore_index=None
):
    unweighted(class_weights, ignore_index)
    return gradient(lambda x: sparse(x, labels, axis), logits)


def sigmoid_cross_entropy_gradient(labels, logits, pos_weight=None):
    if pos_weight is not None:
        raise Unsupported("pos_weight")
    return gradient(lambda x: optax.sigmoid_binary_cross_entropy(x, jnp.asarray(labels)), logits)


def kl_divergence_target_gradient(target, output):
    logarithms = jnp.log(jnp.asarray(output))
    return gradient(lambda t: optax.kl_divergence(logarithms, t, axis=None), target)


def masked_softmax_gradient(output_gradient, logits, mask, axis=-1):
    return gradient(
        lambda x: jax.nn.softmax(x, axis=axis, where=jnp.asarray(mask)), logits, output_gradient
    )


FLOATS = ["float16", "bfloat16", "float32", "float64"]
OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, one_hot, softmax_cross_entropy_with_logits]
OPERATIONS += [sparse_softmax_cross_entropy_with_logits, sigmoid_cross_entropy_with_logits]
OPERATIONS += [kl_divergence, smooth_labels, masked_softmax, argmax, softmax_gradient]
OPERATIONS += [log_softmax_gradient, softmax_cross_entropy_gradient]
OPERATIONS += [sparse_softmax_cross_entropy_gradient, sigmoid_cross_entropy_gradient]
OPERATIONS += [kl_divergence_target_gradient, masked_softmax_gradient]
DIVERGENCES = [kl_divergence, kl_divergence_target_gradient]

if __name__ == "__main__":
    device = jax.devices()[0]
    on = "" if device.platform == "cpu" else f" on {device.device_kind}"
    serve(
        f"jax-{device.platform}" if on else "jax",
        f"{jax.__version__} with optax {optax.__version__}{on}",
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: FLOATS for f in OPERATIONS}
        | {"one_hot": [*FLOATS, "int32", "int64", "bool"]}
        | {f.__name__: ["float32", "float64"] for f in DIVERGENCES},
        url="https://docs.jax.dev",
        # It takes a word or a fraction for the name of an axis, and indexes shapes by the axis.
        refusals=(ValueError, TypeError, AssertionError, NameError, IndexError),
    )
