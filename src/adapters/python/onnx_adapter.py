"""An adapter for ONNX operators, each as a model of one node, evaluated by ONNX Runtime or by the
evaluator that ONNX itself ships as its reference. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/onnx_adapter.py onnxruntime"
    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/onnx_adapter.py reference"

A second argument is the opset; 11 has the older Softmax, over all axes from the given one on.
"""

import functools
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper

from crosscheck_adapter import Refused, Unsupported, serve

RUNTIME = sys.argv[1] if len(sys.argv) > 1 else "onnxruntime"
OPSET = int(sys.argv[2]) if len(sys.argv) > 2 else 21
TYPES = {n: getattr(TensorProto, n.upper()) for n in ("float16", "bfloat16", "int32", "int64", "bool")}
# How ONNX Runtime says that it has no kernel for an operator or a type.
UNSUPPORTED = ("NOT_IMPLEMENTED", "Could not find an implementation", "'tensor(bfloat16)'")
TYPES |= {"float32": TensorProto.FLOAT, "float64": TensorProto.DOUBLE}

if RUNTIME == "onnxruntime":
    import onnxruntime

    VERSION = onnxruntime.__version__
else:
    from onnx.reference import ReferenceEvaluator

    VERSION = onnx.__version__


@functools.lru_cache(maxsize=256)
def evaluator(operator, types, ranks, result, attributes):
    """A function of the inputs' arrays; ranks are given, lengths are not."""
    names = [f"x{i}" for i in range(len(types))]
    inputs = [
        helper.make_tensor_value_info(n, TYPES[t], [f"{n}_{k}" for k in range(r)])
        for n, t, r in zip(names, types, ranks)
    ]
    node = helper.make_node(operator, names, ["y"], **dict(attributes))
    graph = helper.make_graph([node], "one", inputs, [helper.make_tensor_value_info("y", TYPES[result], None)])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    if RUNTIME != "onnxruntime":
        run = ReferenceEvaluator(model).run
        return lambda *arrays: run(None, dict(zip(names, arrays)))[0]
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])
    return lambda *arrays: session.run(None, dict(zip(names, arrays)))[0]


def node(operator, arrays, result, **attributes):
    types = tuple(a.dtype.name for a in arrays)
    ranks = tuple(a.ndim for a in arrays)
    try:
        return evaluator(operator, types, ranks, result, tuple(attributes.items()))(*arrays)
    except Exception as e:
        if any(words in str(e) for words in UNSUPPORTED):
            raise Unsupported(str(e)[:200]) from e
        raise


def integer(name, value):
    """An attribute that a model holds as an integer, and can't be given as anything else."""
    if type(value) is not int:
        raise Refused("invalid_attribute", f"{name} is {value!r}")
    return value


def flag(name, value):
    """An attribute that is a boolean, which a model holds as 0 or 1."""
    if type(value) is not bool:
        raise Refused("invalid_attribute", f"{name} is {value!r}")
    return int(value)


def wide(tensor):
    """int32 as int64; anything else is the library's to refuse."""
    return tensor.astype(np.int64) if tensor.dtype == np.int32 else tensor


def softmax(logits, axis=-1):
    return node("Softmax", [logits], logits.dtype.name, axis=integer("axis", axis))


def log_softmax(logits, axis=-1):
    return node("LogSoftmax", [logits], logits.dtype.name, axis=integer("axis", axis))


def log_sum_exp(logits, axis=-1, keep_dims=False):
    keep = flag("keep_dims", keep_dims)
    if OPSET < 18:
        axes = (integer("axis", axis),)
        return node("ReduceLogSumExp", [logits], logits.dtype.name, axes=axes, keepdims=keep)
    axes = np.array([integer("axis", axis)], np.int64)
    return node("ReduceLogSumExp", [logits, axes], logits.dtype.name, keepdims=keep)


def sigmoid(logits):
    return node("Sigmoid", [logits], logits.dtype.name)


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    if dtype == "bfloat16":
        raise Unsupported("bfloat16 values")
    values = np.array([off_value, on_value]).astype(dtype)
    depth = np.array(integer("depth", depth), np.int64)
    return node("OneHot", [wide(indices), depth, values], dtype, axis=integer("axis", axis))


def classes_second(values, axis):
    """The losses take the classes along axis 1 of at least two."""
    if values.ndim < 2:
        raise Unsupported("a vector of classes without a batch")
    return np.moveaxis(values, axis, 1)


def sparse_softmax_cross_entropy_with_logits(
    labels, logits, class_weights=None, axis=-1, ignore_index=None, label_smoothing=0, reduction="none"
):
    if label_smoothing:
        raise Unsupported("label_smoothing")
    return loss("SoftmaxCrossEntropyLoss", logits, labels, class_weights, axis, ignore_index, reduction)


def negative_log_likelihood(
    labels, log_probabilities, class_weights=None, axis=-1, ignore_index=None, reduction="none"
):
    return loss(
        "NegativeLogLikelihoodLoss", log_probabilities, labels, class_weights, axis, ignore_index, reduction
    )


def loss(operator, scores, labels, class_weights, axis, ignore_index, reduction):
    inputs = [classes_second(scores, integer("axis", axis)), wide(labels)]
    if class_weights is not None:
        inputs.append(class_weights)
    ignored = {} if ignore_index is None else {"ignore_index": integer("ignore_index", ignore_index)}
    return node(operator, inputs, scores.dtype.name, reduction=reduction, **ignored)


def argmax(values, axis=-1, keep_dims=False):
    keep = flag("keep_dims", keep_dims)
    return node("ArgMax", [values], "int64", axis=integer("axis", axis), keepdims=keep)


FLOATS = ["float16", "bfloat16", "float32", "float64"]
OPERATIONS = [softmax, log_softmax, log_sum_exp, sigmoid, one_hot, argmax]
if OPSET >= 12:
    OPERATIONS += [sparse_softmax_cross_entropy_with_logits, negative_log_likelihood]

if __name__ == "__main__":
    serve(
        ("onnxruntime" if RUNTIME == "onnxruntime" else "onnx-reference")
        + ("" if OPSET == 21 else f"-opset-{OPSET}"),
        VERSION,
        {f.__name__: f for f in OPERATIONS},
        dtypes={f.__name__: FLOATS for f in OPERATIONS}
        | {"one_hot": ["float16", "float32", "float64", "int32", "int64", "bool"]},
        choices={"softmax.slice": "from_axis_on"} if OPSET < 13 else {},
        url="https://onnxruntime.ai" if RUNTIME == "onnxruntime" else "https://onnx.ai",
        # Both raise classes of their own making, and many of them.
        refusals=(Exception,),
    )
