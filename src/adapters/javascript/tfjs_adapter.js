/**
 * An adapter for TensorFlow.js on the CPU, in plain JavaScript or WebAssembly. After npm ci --ignore-scripts in its folder, run it with
 *
 *     java -jar target/crosscheck.jar run --backend "exec:node src/adapters/javascript/tfjs_adapter.js"
 *     java -jar target/crosscheck.jar run --backend "exec:node src/adapters/javascript/tfjs_adapter.js wasm"
 */
import { createRequire } from "node:module";
import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import { Refused, Unsupported, serve } from "./crosscheck_adapter.js";

const BACKEND = process.argv[2] ?? "cpu";
const { NONE, SUM, MEAN } = tf.Reduction;

function reductionOf(name) {
  if (name !== "none" && name !== "sum" && name !== "mean") throw new Refused("invalid_attribute", `reduction ${name}`);
  return { none: NONE, sum: SUM, mean: MEAN }[name];
}

/** Its only integers are int32, and it takes ordinary arrays of them. */
function tensor({ dtype, shape, data }) {
  if (dtype === "int64") {
    if (data.some((v) => BigInt.asIntN(32, v) !== v)) throw new Unsupported("integers beyond int32");
    return tf.tensor(Int32Array.from(data, Number), shape, "int32");
  }
  return tf.tensor(data, shape, dtype);
}

/** The numbers of a tensor; after a cast they may still lie in an array of the former type. */
function array(t) {
  const Data = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[t.dtype];
  return { dtype: t.dtype, shape: t.shape, data: Data.from(t.dataSync()) };
}

/** An operation between the tensors of requests, which leaves nothing in the backend's memory. */
function tidy({ run, ...names }) {
  const onTensors = (inputs, attributes) => {
    const tensors = () => Object.fromEntries(Object.entries(inputs).map(([n, t]) => [n, tensor(t)]));
    const result = tf.tidy(() => run(tensors(), attributes));
    const answer = array(result);
    result.dispose();
    return answer;
  };
  return { run: onTensors, ...names };
}

/** For functions that take an axis but no other than the last: one out of range is theirs to refuse. */
function onlyLast(axis, { rank }) {
  if (axis !== -1 && axis >= -rank && axis < rank - 1) throw new Unsupported(`axis ${axis}; it takes the last one`);
}

/** For functions without an axis. */
function lastAxis(axis, { rank }) {
  if (axis !== -1 && axis !== rank - 1) throw new Unsupported(`axis ${axis}; it takes the last one`);
}

const softmax = ({ logits }, { axis = -1 }) => {
  onlyLast(axis, logits);
  return tf.softmax(logits, axis);
};

const log_softmax = ({ logits }, { axis = -1 }) => {
  onlyLast(axis, logits);
  return tf.logSoftmax(logits, axis);
};

const log_sum_exp = ({ logits }, { axis = -1, keep_dims = false }) => tf.logSumExp(logits, axis, keep_dims);

const sigmoid = ({ logits }) => tf.sigmoid(logits);

const one_hot = ({ indices }, { depth, on_value = 1, off_value = 0, axis = -1, dtype = "float32" }) => {
  if (axis !== -1 && axis !== indices.rank) throw new Unsupported("a new axis that is not the last");
  return tf.oneHot(indices, depth, on_value, off_value, dtype);
};

const softmax_cross_entropy_with_logits = ({ labels, logits }, { axis = -1, label_smoothing = 0, reduction = "none" }) => {
  lastAxis(axis, logits);
  return tf.losses.softmaxCrossEntropy(labels, logits, undefined, label_smoothing, reductionOf(reduction));
};

const sigmoid_cross_entropy_with_logits = ({ labels, logits, pos_weight }, { reduction = "none" }) => {
  if (pos_weight) throw new Unsupported("pos_weight");
  return tf.losses.sigmoidCrossEntropy(labels, logits, undefined, 0, reductionOf(reduction));
};

const categorical_cross_entropy = (
  { target, output },
  { from_logits = false, axis = -1, epsilon = 1e-7, label_smoothing = 0, reduction = "none" },
) => {
  lastAxis(axis, output);
  if (from_logits || label_smoothing || epsilon !== 1e-7) {
    throw new Unsupported("from_logits, label_smoothing and another epsilon than 1e-7");
  }
  const loss = layers.metrics.categoricalCrossentropy(target, output);
  return tf.losses.computeWeightedLoss(loss, undefined, reductionOf(reduction));
};

const argmax = ({ values }, { axis = -1, keep_dims = false }) => {
  if (keep_dims) throw new Unsupported("keep_dims");
  return tf.argMax(values, axis);
};

const categorical_accuracy = ({ target, output }, { axis = -1 }) => {
  lastAxis(axis, output);
  return layers.metrics.categoricalAccuracy(target, output);
};

const sparse_categorical_accuracy = ({ labels, output }, { axis = -1 }) => {
  lastAxis(axis, output);
  return layers.metrics.sparseCategoricalAccuracy(labels, output);
};

const softmax_gradient = ({ output_gradient, logits }, { axis = -1 }) => {
  onlyLast(axis, logits);
  return tf.grad((x) => tf.softmax(x, axis))(logits, output_gradient);
};

const log_softmax_gradient = ({ output_gradient, logits }, { axis = -1 }) => {
  onlyLast(axis, logits);
  return tf.grad((x) => tf.logSoftmax(x, axis))(logits, output_gradient);
};

const softmax_cross_entropy_gradient = ({ labels, logits }, { axis = -1 }) => {
  lastAxis(axis, logits);
  return tf.grad((x) => tf.losses.softmaxCrossEntropy(labels, x, undefined, 0, SUM))(logits);
};

const sigmoid_cross_entropy_gradient = ({ labels, logits, pos_weight }) => {
  if (pos_weight) throw new Unsupported("pos_weight");
  return tf.grad((x) => tf.losses.sigmoidCrossEntropy(labels, x, undefined, 0, SUM))(logits);
};

const OPERATIONS = {
  softmax: { run: softmax, inputs: ["logits"], attributes: ["axis"] },
  log_softmax: { run: log_softmax, inputs: ["logits"], attributes: ["axis"] },
  log_sum_exp: { run: log_sum_exp, inputs: ["logits"], attributes: ["axis", "keep_dims"] },
  sigmoid: { run: sigmoid, inputs: ["logits"], attributes: [] },
  one_hot: { run: one_hot, inputs: ["indices"], attributes: ["depth", "on_value", "off_value", "axis", "dtype"] },
  softmax_cross_entropy_with_logits: {
    run: softmax_cross_entropy_with_logits,
    inputs: ["labels", "logits"],
    attributes: ["axis", "label_smoothing", "reduction"],
  },
  sigmoid_cross_entropy_with_logits: {
    run: sigmoid_cross_entropy_with_logits,
    inputs: ["labels", "logits", "pos_weight?"],
    attributes: ["reduction"],
  },
  categorical_cross_entropy: {
    run: categorical_cross_entropy,
    inputs: ["target", "output"],
    attributes: ["from_logits", "axis", "epsilon", "label_smoothing", "reduction"],
  },
  argmax: { run: argmax, inputs: ["values"], attributes: ["axis", "keep_dims"] },
  categorical_accuracy: { run: categorical_accuracy, inputs: ["target", "output"], attributes: ["axis"] },
  sparse_categorical_accuracy: { run: sparse_categorical_accuracy, inputs: ["labels", "output"], attributes: ["axis"] },
  softmax_gradient: { run: softmax_gradient, inputs: ["output_gradient", "logits"], attributes: ["axis"] },
  log_softmax_gradient: { run: log_softmax_gradient, inputs: ["output_gradient", "logits"], attributes: ["axis"] },
  softmax_cross_entropy_gradient: {
    run: softmax_cross_entropy_gradient,
    inputs: ["labels", "logits"],
    attributes: ["axis"],
  },
  sigmoid_cross_entropy_gradient: {
    run: sigmoid_cross_entropy_gradient,
    inputs: ["labels", "logits", "pos_weight?"],
    attributes: [],
  },
};

if (BACKEND === "wasm") {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(main.slice(0, main.lastIndexOf("dist") + "dist/".length));
} else {
  await import("@tensorflow/tfjs-backend-cpu");
}
await tf.setBackend(BACKEND);

serve({
  name: BACKEND === "cpu" ? "tfjs" : `tfjs-${BACKEND}`,
  version: tf.version_core,
  url: "https://www.tensorflow.org/js",
  operations: Object.fromEntries(Object.entries(OPERATIONS).map(([n, o]) => [n, tidy(o)])),
  dtypes: Object.fromEntries(
    Object.keys(OPERATIONS).map((o) => [o, o === "one_hot" ? ["float32", "int32", "bool"] : ["float32"]]),
  ),
  // It throws plain errors, whatever is wrong; a TypeError is JavaScript's own.
  refuses: (e) => !(e instanceof TypeError),
});
