"""Speaks Crosscheck's adapter protocol for plain NumPy functions. An adapter is then ten lines:

    import numpy as np
    from crosscheck_adapter import serve

    def softmax(logits, axis=-1):
        e = np.exp(logits - logits.max(axis, keepdims=True))
        return e / e.sum(axis, keepdims=True)

    serve("mine", "1.0", {"softmax": softmax}, dtypes=["float32"])

A function gets the inputs and the attributes of a request by their names; the defaults of its
parameters are the defaults of the attributes. It returns an array, or raises Refused or Unsupported.
Tensors travel as bits, so that no decimal is ever rounded twice. bfloat16 needs the package ml_dtypes.
"""

import base64
import inspect
import json
import sys
import traceback

import numpy as np

try:
    from ml_dtypes import bfloat16
except ImportError:
    bfloat16 = None

# NumPy 1.25 moved it.
AXIS_ERROR = getattr(np, "exceptions", np).AxisError
DTYPES = {n: np.dtype(n) for n in ("float16", "float32", "float64", "int32", "int64", "bool")}
if bfloat16 is not None:
    DTYPES["bfloat16"] = np.dtype(bfloat16)


class Refused(Exception):
    """The arguments are wrong; the code is one of the specification's refusal codes."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Unsupported(Exception):
    """The arguments are right, but this implementation does not do that."""


def serve(
    name, version, operations, dtypes=("float32", "float64"), choices=None, url="", dialect=None, refusals=()
):
    """Answers requests from stdin until it ends. `operations` maps operation names to functions;
    `dtypes` holds for all of them, or maps operation names to lists. An exception of the classes in
    `refusals` is the library's way to refuse arguments; any other means that it broke."""
    per_operation = dtypes if isinstance(dtypes, dict) else dict.fromkeys(operations, dtypes)
    description = {
        "name": name,
        "version": version,
        "language": "python",
        "url": url,
        "operations": {o: {"dtypes": list(per_operation[o])} for o in operations},
        "choices": choices or {},
        "encoding": "bits",
        **({"dialect": dialect} if dialect else {}),
    }
    # Nothing but answers may reach stdout, whatever the functions print.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        request = json.loads(line)
        if "describe" in request:
            answer = {"description": description}
        else:
            answer = _answer(operations, request, tuple(refusals))
        print(json.dumps({"id": request["id"], **answer}), file=answers, flush=True)


def _answer(operations, request, refusals):
    try:
        function = operations.get(request["operation"])
        if function is None:
            raise Refused("unknown_operation", f"no operation {request['operation']!r}")
        inputs = {n: decode(t) for n, t in request.get("inputs", {}).items()}
        attributes = request.get("attributes", {})
        _check_names(function, inputs, attributes)
        with np.errstate(all="ignore"):
            return {"output": encode(function(**inputs, **attributes))}
    except Refused as e:
        return {"refused": {"code": e.code, "message": str(e)}}
    except AXIS_ERROR as e:
        return {"refused": {"code": "invalid_axis", "message": str(e)}}
    except Unsupported as e:
        return {"unsupported": {"reason": str(e)}}
    except refusals as e:
        return {"refused": {"code": "other", "message": f"{type(e).__name__}: {e}"[:500]}}
    except Exception as e:
        traceback.print_exc()
        return {"failed": {"message": f"{type(e).__name__}: {e}"}}


def _check_names(function, inputs, attributes):
    parameters = inspect.signature(function).parameters
    for name in attributes:
        if name not in parameters:
            raise Refused("invalid_attribute", f"no attribute {name!r}")
    for name in inputs:
        if name not in parameters:
            raise Refused("other", f"no input {name!r}")
    for name, parameter in parameters.items():
        if parameter.default is parameter.empty and name not in {**inputs, **attributes}:
            raise Refused("missing_input", f"{name!r} is missing")


def decode(tensor):
    """An array from {"dtype", "shape", "bits"}, or from "values"."""
    if tensor["dtype"] not in DTYPES:
        raise Unsupported(f"no {tensor['dtype']} in NumPy")
    dtype = DTYPES[tensor["dtype"]]
    if "bits" in tensor:
        flat = np.frombuffer(base64.b64decode(tensor["bits"]), _little(dtype)).astype(dtype)
    else:
        # Through float64: exact for the values of a recorded request, which round-trip.
        flat = np.array([float(v) if isinstance(v, str) else v for v in tensor["values"]])
        flat = flat.astype(dtype)
    return flat.reshape(tensor["shape"])


def _little(dtype):
    """The dtype with little-endian bytes; bfloat16 knows no other order than the machine's."""
    return dtype if dtype == bfloat16 else dtype.newbyteorder("<")


def encode(result):
    """{"dtype", "shape", "bits"} from an array or a scalar."""
    array = np.asarray(result)
    little = array.astype(_little(array.dtype))
    bits = base64.b64encode(little.tobytes()).decode("ascii")
    return {"dtype": array.dtype.name, "shape": list(array.shape), "bits": bits}
