/**
 * An adapter for ONNX Runtime on the CPU, native or in WebAssembly, as browsers have it; each operator is a model of one node. After
 * npm ci --ignore-scripts in its folder, run it with
 *
 *     java -jar target/crosscheck.jar run --backend "exec:node src/adapters/javascript/onnxruntime_adapter.js"
 *     java -jar target/crosscheck.jar run --backend "exec:node src/adapters/javascript/onnxruntime_adapter.js web"
 */
import proto from "onnx-proto";
import { Refused, Unsupported, serve } from "./crosscheck_adapter.js";

const RUNTIME = process.argv[2] ?? "node";
const ort = await import(`onnxruntime-${RUNTIME}`);
ort.env.wasm.numThreads = 1;

const { ModelProto, AttributeProto } = proto.onnx;
const OPSET = 21;
const TYPES = { float32: 1, int32: 6, int64: 7, bool: 9, float16: 10, float64: 11 };
const FLOATS = ["float16", "float32", "float64"];
/** How it says that it has no kernel for an operator or a type. */
const UNSUPPORTED = /NOT_IMPLEMENTED|Could not find an implementation/;

function attribute([name, value]) {
  return typeof value === "string"
    ? { name, type: AttributeProto.AttributeType.STRING, s: Buffer.from(value) }
    : { name, type: AttributeProto.AttributeType.INT, i: integer(name, value) };
}

/** An attribute that a model holds as an integer, and can't be given as anything else. */
function integer(name, value) {
  if (!Number.isInteger(value)) throw new Refused("invalid_attribute", `${name} is ${value}`);
  return value;
}

/** An attribute that is a boolean, which a model holds as 0 or 1. */
function flag(name, value) {
  if (typeof value !== "boolean") throw new Refused("invalid_attribute", `${name} is ${value}`);
  return Number(value);
}

/** Ranks are given, lengths are not. */
function valueInfo(name, dtype, rank) {
  const dim = Array.from({ length: rank }, (_, k) => ({ dimParam: `${name}_${k}` }));
  return { name, type: { tensorType: { elemType: TYPES[dtype], shape: rank === undefined ? undefined : { dim } } } };
}

const sessions = new Map();

function session(operator, tensors, result, attributes) {
  const key = JSON.stringify([operator, tensors.map((t) => [t.dtype, t.shape.length]), result, attributes]);
  if (!sessions.has(key)) {
    const names = tensors.map((_, i) => `x${i}`);
    const node = { opType: operator, input: names, output: ["y"], attribute: Object.entries(attributes).map(attribute) };
    const input = tensors.map((t, i) => valueInfo(names[i], t.dtype, t.shape.length));
    const graph = { name: "one", node: [node], input, output: [valueInfo("y", result)] };
    const model = ModelProto.encode({ irVersion: 10, opsetImport: [{ domain: "", version: OPSET }], graph }).finish();
    const options = { executionProviders: [RUNTIME === "web" ? "wasm" : "cpu"], intraOpNumThreads: 1, logSeverityLevel: 4 };
    sessions.set(key, ort.InferenceSession.create(model, options));
  }
  return sessions.get(key);
}

async function run(operator, tensors, result, attributes) {
  const given = Object.fromEntries(Object.entries(attributes).filter(([, v]) => v !== undefined));
  try {
    const model = await session(operator, tensors, result, given);
    const feeds = tensors.map(({ dtype, shape, data }, i) => [`x${i}`, new ort.Tensor(dtype, data, shape)]);
    const { y } = await model.run(Object.fromEntries(feeds));
    return { dtype: y.type, shape: y.dims, data: y.data };
  } catch (e) {
    throw UNSUPPORTED.test(e.message) ? new Unsupported(e.message.slice(0, 200)) : e;
  }
}

const softmax = ({ logits }, { axis = -1 }) => run("Softmax", [logits], logits.dtype, { axis });

const log_softmax = ({ logits }, { axis = -1 }) => run("LogSoftmax", [logits], logits.dtype, { axis });

const log_sum_exp = ({ logits }, { axis = -1, keep_dims = false }) =>
  run("ReduceLogSumExp", [logits, integers([integer("axis", axis)], [1])], logits.dtype, {
    keepdims: flag("keep_dims", keep_dims),
  });

const sigmoid = ({ logits }) => run("Sigmoid", [logits], logits.dtype, {});

function integers(values, shape) {
  return { dtype: "int64", shape, data: BigInt64Array.from(values, BigInt) };
}

const one_hot = ({ indices }, { depth, on_value = 1, off_value = 0, axis = -1, dtype = "float32" }) => {
  const Data = { float32: Float32Array, float64: Float64Array, int32: Int32Array }[dtype];
  if (!Data) throw new Unsupported(`values of ${dtype}`);
  const values = { dtype, shape: [2], data: Data.from([off_value, on_value]) };
  return run("OneHot", [wide(indices), integers([integer("depth", depth)], [1]), values], dtype, { axis });
};

/** int32 as int64; anything else is the library's to refuse. */
function wide(tensor) {
  return tensor.dtype === "int32" ? integers(tensor.data, tensor.shape) : tensor;
}

/** The losses take the classes along axis 1 of at least two. */
function loss(operator, scores, labels, weights, { axis = -1, ignore_index, reduction = "none" }) {
  const rank = scores.shape.length;
  if (rank < 2 || (axis !== 1 && axis !== 1 - rank)) {
    throw new Unsupported("classes along another axis than the second");
  }
  const inputs = [scores, wide(labels), ...(weights ? [weights] : [])];
  return run(operator, inputs, scores.dtype, { reduction, ignore_index });
}

const sparse_softmax_cross_entropy_with_logits = ({ labels, logits, class_weights }, { label_smoothing = 0, ...rest }) => {
  if (label_smoothing) throw new Unsupported("label_smoothing");
  return loss("SoftmaxCrossEntropyLoss", logits, labels, class_weights, rest);
};

const negative_log_likelihood = ({ labels, log_probabilities, class_weights }, attributes) =>
  loss("NegativeLogLikelihoodLoss", log_probabilities, labels, class_weights, attributes);

const argmax = ({ values }, { axis = -1, keep_dims = false }) =>
  run("ArgMax", [values], "int64", { axis, keepdims: flag("keep_dims", keep_dims) });

const OPERATIONS = {
  softmax: { run: softmax, inputs: ["logits"], attributes: ["axis"] },
  log_softmax: { run: log_softmax, inputs: ["logits"], attributes: ["axis"] },
  log_sum_exp: { run: log_sum_exp, inputs: ["logits"], attributes: ["axis", "keep_dims"] },
  sigmoid: { run: sigmoid, inputs: ["logits"], attributes: [] },
  one_hot: { run: one_hot, inputs: ["indices"], attributes: ["depth", "on_value", "off_value", "axis", "dtype"] },
  sparse_softmax_cross_entropy_with_logits: {
    run: sparse_softmax_cross_entropy_with_logits,
    inputs: ["labels", "logits", "class_weights?"],
    attributes: ["axis", "ignore_index", "label_smoothing", "reduction"],
  },
  negative_log_likelihood: {
    run: negative_log_likelihood,
    inputs: ["labels", "log_probabilities", "class_weights?"],
    attributes: ["axis", "ignore_index", "reduction"],
  },
  argmax: { run: argmax, inputs: ["values"], attributes: ["axis", "keep_dims"] },
};

serve({
  name: `onnxruntime-${RUNTIME}`,
  version: ort.env.versions[RUNTIME],
  url: "https://onnxruntime.ai",
  operations: OPERATIONS,
  dtypes: Object.fromEntries(
    Object.keys(OPERATIONS).map((o) => [o, o === "one_hot" ? ["float32", "float64", "int32"] : FLOATS]),
  ),
  // It throws plain errors, whatever is wrong; a TypeError is JavaScript's own.
  refuses: (e) => !(e instanceof TypeError),
});
