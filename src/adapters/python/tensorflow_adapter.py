"""An adapter for TensorFlow on the CPU. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/tensorflow_adapter.py"

TF_ENABLE_ONEDNN_OPTS=0 in the environment takes Eigen's kernels in place of oneDNN's, with other answers.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import tensorflow as tf

from crosscheck_adapter import Unsupported, serve


def softmax(logits, axis=-1):
    return tf.nn.softmax(tf.constant(logits), axis=axis).numpy()


def log_softmax(logits, axis=-1):
    return tf.nn.log_softmax(tf.constant(logits), axis=axis).numpy()


def log_sum_exp(logits, axis=-1, keep_dims=False):
    return tf.reduce_logsumexp(tf.constant(logits), axis=axis, keepdims=keep_dims).numpy()


def sigmoid(logits):
    return tf.sigmoid(tf.constant(logits)).numpy()


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    return tf.one_hot(tf.constant(indices), depth, on_value, off_value, axis, tf.as_dtype(dtype)).numpy()


def reduced(losses, reduction):
    return {"none": lambda x: x, "sum": tf.reduce_sum, "mean": tf.reduce_mean}[reduction](losses).numpy()


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, label_smoothing=0, reduction="none"):
    if label_smoothing:
        raise Unsupported("label_smoothing")
    return reduced(tf.nn.softmax_cross_entropy_with_logits(labels, tf.constant(logits), axis), reduction)


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=None, label_smoothing=0, reduction="none"
):
    last_axis(axis, logits)
    if class_weights is not None or ignore_index is not None or label_smoothing:
        raise Unsupported("class_weights, ignore_index and label_smoothing")
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, tf.constant(logits))
    return reduced(losses, reduction)


def last_axis(axis, logits):
    if axis not in (-1, logits.ndim - 1):
        raise Unsupported(f"axis {axis}; it takes the last one")


def sigmoid_cross_entropy_with_logits(labels, logits, pos_weight=None, reduction="none"):
    if pos_weight is None:
        losses = tf.nn.sigmoid_cross_entropy_with_logits(labels, tf.constant(logits))
    else:
        losses = tf.nn.weighted_cross_entropy_with_logits(labels, tf.constant(logits), pos_weight)
    return reduced(losses, reduction)


def sequence_mask(lengths, maxlen=None, dtype="bool"):
    return tf.sequence_mask(tf.constant(lengths), maxlen, tf.as_dtype(dtype)).numpy()


def argmax(values, axis=-1, keep_dims=False):
    if keep_dims:
        raise Unsupported("keep_dims")
    return tf.argmax(tf.constant(values), axis=axis).numpy()


def gradient(function, x, outer=None):
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return tape.gradient(y, x, None if outer is None else tf.constant(outer)).numpy()


def softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: tf.nn.softmax(x, axis=axis), logits, output_gradient)


def log_softmax_gradient(output_gradient, logits, axis=-1):
    return gradient(lambda x: tf.nn.log_softmax(x, axis=axis), logits, output_gradient)


def softmax_cross_entropy_gradient(labels, logits, axis=-1):
    return gradient(lambda x: tf.nn.softmax_cross_entropy_with_logits(labels, x, axis), logits)


def sparse_softmax_cross_entropy_gradient(
    labels, logits, class_weights=None, axis=-1, ignore_index=None
):
    last_axis(axis, logits)
    if class_weights is not None or ignore_index is not None:
        raise Unsupported("class_weights and ignore_index")
    return gradient(lambda x: tf.nn.sparse_softmax_cross_entropy_with_logits(labels, x), logits)


def sigmoid_cross_entropy_gradient(labels, logits, pos_weight=None):
    if pos_weight is not None:
        return gradient(lambda x: tf.nn.weighted_cross_entropy_with_logits(labels, x, pos_weight), logits)
    return gradient(lambda x: tf.nn.sigmoid_cross_entropy_with_logits(labels, x), logits)


FLOATS = ["float16", "bfloat16", "float32", "float64"]
ANY = [*FLOATS, "int32", "int64", "bool"]
OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, one_hot, softmax_cross_entropy_with_logits]
OPERATIONS += [sparse_softmax_cross_entropy_with_logits, sigmoid_cross_entropy_with_logits]
OPERATIONS += [sequence_mask, argmax, softmax_gradient, log_softmax_gradient]
OPERATIONS += [softmax_cross_entropy_gradient, sparse_softmax_cross_entropy_gradient]
OPERATIONS += [sigmoid_cross_entropy_gradient]

if __name__ == "__main__":
    serve(
        "tensorflow",
        tf.__version__,
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: FLOATS for f in OPERATIONS} | {"one_hot": ANY, "sequence_mask": ANY},
        url="https://www.tensorflow.org",
        refusals=(tf.errors.InvalidArgumentError, tf.errors.UnimplementedError, ValueError, TypeError),
    )
