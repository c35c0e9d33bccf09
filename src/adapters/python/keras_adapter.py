"""An adapter for Keras 3. Run it with the Keras backend of your choice:

    KERAS_BACKEND=jax java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/keras_adapter.py"
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras
from keras import losses, metrics, ops

from crosscheck_adapter import Unsupported, reduced, serve


def tensor(array):
    """In the array's own dtype: Keras would take float64 for its floatx."""
    return ops.convert_to_tensor(array, dtype=array.dtype.name)


def array(result):
    """Through a vector: TensorFlow gives no array for a bfloat16 scalar."""
    return ops.convert_to_numpy(ops.reshape(result, (-1,))).reshape(result.shape)


def softmax(logits, axis=-1):
    return array(ops.softmax(tensor(logits), axis=axis))


def log_softmax(logits, axis=-1):
    return array(ops.log_softmax(tensor(logits), axis=axis))


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return array(ops.logsumexp(tensor(logits), axis=axis, keepdims=keep_dims))


def sigmoid(logits):
    return array(ops.sigmoid(tensor(logits)))


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    if on_value != 1 or off_value != 0:
        raise Unsupported("on_value and off_value")
    return array(ops.one_hot(tensor(indices), depth, axis=axis, dtype=dtype))


class Given(losses.Loss):
    """Keras reduces in the classes of its losses: here is one to which the losses themselves are given."""

    def call(self, y_true, y_pred):
        return y_pred


def total(values, reduction):
    dtype = keras.backend.standardize_dtype(values.dtype)

    def by(name):
        return lambda values: Given(reduction=name, dtype=dtype)(values, values)

    return array(reduced(values, reduction, sum=by("sum"), mean=by("sum_over_batch_size")))


def categorical_cross_entropy(
    target, output, from_logits=False, axis=-1, epsilon=1e-7, label_smoothing=0, reduction="none"
):
    default_epsilon(epsilon)
    loss = losses.categorical_crossentropy(tensor(target), tensor(output), from_logits, label_smoothing, axis)
    return total(loss, reduction)


def default_epsilon(epsilon):
    if epsilon != 1e-7:
        raise Unsupported("an epsilon of its own: it is 1e-7 everywhere")


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=None, label_smoothing=0, reduction="none"
):
    if class_weights is not None or label_smoothing:
        raise Unsupported("class_weights and label_smoothing")
    return sparse(labels, logits, True, axis, ignore_index, reduction)


def sparse_categorical_cross_entropy(
    labels, output, axis=-1, epsilon=1e-7, ignore_index=None, reduction="none"
):
    default_epsilon(epsilon)
    return sparse(labels, output, False, axis, ignore_index, reduction)


def sparse(labels, output, from_logits, axis, ignore_index, reduction):
    if BACKEND != "torch":
        last_axis(axis, output)
    if ignore_index is not None and reduction == "mean":
        # Only the class knows which losses are left to count.
        mean = losses.SparseCategoricalCrossentropy(from_logits, ignore_index, axis=axis, dtype=output.dtype.name)
        return array(mean(tensor(labels), tensor(output)))
    loss = losses.sparse_categorical_crossentropy(tensor(labels), tensor(output), from_logits, ignore_index, axis)
    return total(loss, reduction)


def binary_cross_entropy(
    target, output, from_logits=False, epsilon=1e-7, label_smoothing=0, reduction="none"
):
    default_epsilon(epsilon)
    if label_smoothing:
        raise Unsupported("label_smoothing of the loss for each element")
    return total(ops.binary_crossentropy(tensor(target), tensor(output), from_logits=from_logits), reduction)


def sigmoid_cross_entropy_with_logits(labels, logits, pos_weight=None, reduction="none"):
    if pos_weight is not None:
        raise Unsupported("pos_weight")
    return total(ops.binary_crossentropy(tensor(labels), tensor(logits), from_logits=True), reduction)


def kl_divergence(target, output, axis=-1):
    last_axis(axis, output)
    return array(losses.kl_divergence(tensor(target), tensor(output)))


def kl_divergence_target_gradient(target, output):
    if output.ndim == 0:
        raise Unsupported("a scalar: the divergence is summed over an axis")
    return array(gradient(lambda t: losses.kl_divergence(t, tensor(output)), tensor(target)))


def gradient(function, x):
    """The derivative for x of the results' sum, which Keras leaves to its backend."""
    if BACKEND == "jax":
        from jax import grad

        return grad(lambda x: function(x).sum())(x)
    if BACKEND == "torch":
        from torch import autograd

        x.requires_grad_()
        return autograd.grad(function(x).sum(), x)[0]
    import tensorflow as tf

    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return tape.gradient(y, x)


def last_axis(axis, values):
    if axis not in (-1, values.ndim - 1):
        raise Unsupported(f"axis {axis}; it takes the last one")


def focal_cross_entropy(target, logits, axis=-1, alpha=0.25, gamma=2):
    return array(losses.categorical_focal_crossentropy(tensor(target), tensor(logits), alpha, gamma, True, 0.0, axis))


def masked_softmax(logits, mask, axis=-1):
    layer = keras.layers.Softmax(axis=axis, dtype=logits.dtype.name)
    return array(layer(tensor(logits), mask=tensor(mask)))


def argmax(values, axis=-1, keep_dims=False):
    return array(ops.argmax(tensor(values), axis=axis, keepdims=keep_dims))


def categorical_accuracy(target, output, axis=-1):
    last_axis(axis, output)
    return array(metrics.categorical_accuracy(tensor(target), tensor(output)))


def sparse_categorical_accuracy(labels, output, axis=-1):
    last_axis(axis, output)
    return array(metrics.sparse_categorical_accuracy(tensor(labels), tensor(output)))


BACKEND = keras.backend.backend()
FLOATS = ["float16", "bfloat16", "float32"]
if BACKEND != "jax":
    # There it needs a flag that Keras itself is not ready for.
    FLOATS += ["float64"]
LOSSES = [categorical_cross_entropy, sparse_softmax_cross_entropy_with_logits, binary_cross_entropy]
LOSSES += [sparse_categorical_cross_entropy, sigmoid_cross_entropy_with_logits]
LOSSES += [kl_divergence, focal_cross_entropy]
ACCURACIES = [categorical_accuracy, sparse_categorical_accuracy]
DTYPES = dict.fromkeys((softmax, log_softmax, log_sum_exp, sigmoid, masked_softmax, argmax, *LOSSES), FLOATS)
if BACKEND == "numpy":
    # Whatever they get, these compute in float32.
    DTYPES |= dict.fromkeys((*LOSSES, sigmoid, masked_softmax), ["float32"])
    DTYPES |= {log_sum_exp: ["float16", "float32", "float64"]}
else:
    DTYPES |= {kl_divergence_target_gradient: FLOATS}
DTYPES |= {one_hot: [*FLOATS, "int32", "int64", "bool"]}
# They count in float32 whatever they compare.
DTYPES |= dict.fromkeys(ACCURACIES, ["float32"])

if __name__ == "__main__":
    serve(
        f"keras-{BACKEND}",
        keras.__version__,
        {f.__name__: f for f in DTYPES},
        dtypes={f.__name__: dtypes for f, dtypes in DTYPES.items()},
        url="https://keras.io",
        # What a wrong argument raises is the backend's business: any of these may be one.
        refusals=(Exception,),
    )
