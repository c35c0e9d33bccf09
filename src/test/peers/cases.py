"""Writes the inputs that other suites give the operations here, as requests of the protocol.

    pip install onnx==1.23.1 torch==2.13.0 expecttest hypothesis
    python src/test/peers/cases.py src/test/resources/peers

ONNX: the node tests that the package makes, at opset 13 and above. PyTorch: the float32 samples of
its OpInfo. WebNN: draws, for its inputs are literals in another repository: of 24 elements, in the
range of those, two-dimensional and along axis 1 as those are.
"""

import base64
import gzip
import json
import pathlib
import sys

import numpy


def tensor(array):
    array = numpy.asarray(array)
    little = numpy.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"))
    bits = base64.b64encode(little.tobytes()).decode()
    return {"dtype": array.dtype.name, "shape": list(array.shape), "bits": bits}


def request(operation, inputs, **attributes):
    given = {name: value for name, value in attributes.items() if value is not None}
    tensors = {name: tensor(value) for name, value in inputs.items() if value is not None}
    return {"operation": operation, "attributes": given, "inputs": tensors}


def attributes_of(node):
    import onnx

    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def onnx_loss(operation, scores, inputs, given):
    weights = inputs[2] if len(inputs) > 2 else None
    return request(
        operation,
        {"labels": inputs[1], scores: inputs[0], "class_weights": weights},
        axis=1,
        ignore_index=given.get("ignore_index"),
        reduction=given.get("reduction", b"mean").decode(),
    )


def onnx_request(node, inputs):
    given = attributes_of(node)
    kind = node.op_type
    axis = given.get("axis")
    if kind == "Softmax":
        return request("softmax", {"logits": inputs[0]}, axis=axis)
    if kind == "LogSoftmax":
        return request("log_softmax", {"logits": inputs[0]}, axis=axis)
    if kind == "Sigmoid":
        return request("sigmoid", {"logits": inputs[0]})
    if kind == "ArgMax" and not given.get("select_last_index"):
        keep = bool(given.get("keepdims", 1))
        return request("argmax", {"values": inputs[0]}, axis=axis or 0, keep_dims=keep)
    if kind == "ReduceLogSumExp" and len(inputs) > 1 and numpy.size(inputs[1]) == 1:
        keep = bool(given.get("keepdims", 1))
        only = int(numpy.ravel(inputs[1])[0])
        return request("log_sum_exp", {"logits": inputs[0]}, axis=only, keep_dims=keep)
    if kind == "OneHot":
        indices = numpy.asarray(inputs[0]).astype("int64")
        depth = int(numpy.ravel(inputs[1])[0])
        off, on = (float(v) for v in inputs[2])
        return request(
            "one_hot",
            {"indices": indices},
            axis=-1 if axis is None else axis,
            depth=depth,
            off_value=off,
            on_value=on,
            dtype=str(numpy.asarray(inputs[2]).dtype),
        )
    if kind == "SoftmaxCrossEntropyLoss":
        return onnx_loss("sparse_softmax_cross_entropy_with_logits", "logits", inputs, given)
    if kind == "NegativeLogLikelihoodLoss":
        return onnx_loss("negative_log_likelihood", "log_probabilities", inputs, given)
    return None


def onnx_cases():
    import onnx.backend.test.case.node as node_cases

    for case in node_cases.collect_testcases():
        nodes = case.model.graph.node
        if len(nodes) == 1 and not case.name.endswith("_expanded"):
            made = onnx_request(nodes[0], case.data_sets[0][0])
            if made:
                yield made


def torch_loss(operation, scores, sample):
    target = sample.args[0]
    given = sample.kwargs
    axis = 1 if sample.input.ndim > 1 else 0
    if target.is_floating_point() and given.get("weight") is None:
        return request(
            "softmax_cross_entropy_with_logits",
            {"labels": target.detach().numpy(), "logits": sample.input.detach().numpy()},
            axis=axis,
            label_smoothing=given.get("label_smoothing"),
            reduction=given.get("reduction", "mean"),
        )
    if target.is_floating_point():
        return None
    weight = given.get("weight")
    return request(
        operation,
        {
            "labels": target.numpy(),
            scores: sample.input.detach().numpy(),
            "class_weights": None if weight is None else weight.detach().numpy(),
        },
        axis=axis,
        ignore_index=given.get("ignore_index"),
        label_smoothing=given.get("label_smoothing"),
        reduction=given.get("reduction", "mean"),
    )


def torch_request(name, sample):
    given = sample.kwargs
    x = sample.input.detach().numpy()
    if x.ndim == 0 and name in ("softmax", "log_softmax", "logsumexp", "argmax"):
        return None  # A scalar has no axis; that PyTorch takes one is a choice.
    if name in ("softmax", "log_softmax"):
        return request(name, {"logits": x}, axis=sample.args[0])
    if name == "logsumexp":
        axes, keep = sample.args
        only = axes[0] if len(axes) == 1 else None
        return only is not None and request("log_sum_exp", {"logits": x}, axis=only, keep_dims=keep)
    if name == "sigmoid":
        return request("sigmoid", {"logits": x})
    if name == "argmax" and "dim" in given:
        return request("argmax", {"values": x}, axis=given["dim"], keep_dims=given["keepdim"])
    if name == "nn.functional.one_hot" and given["num_classes"] > 0:
        return request("one_hot", {"indices": x}, depth=given["num_classes"], dtype="int64")
    if name == "nn.functional.cross_entropy":
        return torch_loss("sparse_softmax_cross_entropy_with_logits", "logits", sample)
    if name == "nn.functional.nll_loss":
        return torch_loss("negative_log_likelihood", "log_probabilities", sample)
    if name == "nn.functional.binary_cross_entropy" and given.get("weight") is None:
        return request(
            "binary_cross_entropy",
            {"target": sample.args[0].detach().numpy(), "output": x},
            reduction=given.get("reduction", "mean"),
        )
    plain = given.get("weight") is None and given.get("pos_weight") is None
    if name == "nn.functional.binary_cross_entropy_with_logits" and plain:
        return request(
            "sigmoid_cross_entropy_with_logits",
            {"labels": sample.args[0].detach().numpy(), "logits": x},
            reduction=given.get("reduction", "mean"),
        )
    return None


def torch_cases():
    import torch
    from torch.testing._internal.common_methods_invocations import op_db

    torch.manual_seed(0)
    for info in op_db:
        if info.variant_test_name:
            continue
        try:
            dtype = torch.int64 if info.name.endswith("one_hot") else torch.float32
            samples = list(info.sample_inputs("cpu", dtype)) if asked(info.name) else []
        except (RuntimeError, TypeError):
            continue
        for sample in samples:
            made = torch_request(info.name, sample)
            if made:
                yield made


def asked(name):
    return name in ("softmax", "log_softmax", "logsumexp", "sigmoid", "argmax") or name in (
        "nn.functional." + loss
        for loss in (
            "one_hot",
            "cross_entropy",
            "nll_loss",
            "binary_cross_entropy",
            "binary_cross_entropy_with_logits",
        )
    )


def webnn_cases():
    random = numpy.random.default_rng(0)
    for dtype in ("float32", "float16"):
        for low, high in ((0, 9.6), (-9.6, 0), (-9.6, 9.6)):
            x = random.uniform(low, high, (4, 6)).astype(dtype)
            yield request("softmax", {"logits": x}, axis=1)
            yield request("sigmoid", {"logits": x})
            yield request("log_sum_exp", {"logits": x}, axis=1)
            yield request("argmax", {"values": x}, axis=1)


def main():
    folder = pathlib.Path(sys.argv[1])
    for name, cases in (("onnx", onnx_cases), ("pytorch", torch_cases), ("webnn", webnn_cases)):
        lines = [json.dumps({"id": number, **case}) + "\n" for number, case in enumerate(cases(), 1)]
        # Without the time of day, so that the same cases are the same file.
        (folder / (name + ".jsonl.gz")).write_bytes(gzip.compress("".join(lines).encode(), mtime=0))


if __name__ == "__main__":
    main()
