"""An adapter for keras.utils, which prepare a model's data in NumPy. to_categorical gives float64, and
whoever wants another dtype converts what it gives, as is done here: 0 and 1 are exact in all. Run it with

    java -jar target/crosscheck.jar run --backend "exec:python3 src/adapters/python/keras_utils_adapter.py"
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras

from crosscheck_adapter import Unsupported, serve


def one_hot(indices, depth=None, on_value=1, off_value=0, axis=-1, dtype="float32"):
    if (on_value, off_value, axis) not in ((1, 0, -1), (1, 0, indices.ndim)) or bool in (type(on_value), type(axis)):
        raise Unsupported("on_value, off_value and an axis before the last")
    return keras.utils.to_categorical(indices, depth).astype(dtype)


if __name__ == "__main__":
    serve(
        "keras-utils",
        keras.__version__,
        {"one_hot": one_hot},
        dtypes=["float16", "float32", "float64", "int32", "int64", "bool"],
        url="https://keras.io",
        refusals=(ValueError, TypeError, IndexError),
    )
