/**
 * Speaks Crosscheck's adapter protocol. An adapter is then ten lines:
 *
 *     import { serve } from "./crosscheck_adapter.js";
 *
 *     function softmax({ logits }, { axis = -1 }) {
 *       …
 *       return { dtype: logits.dtype, shape: logits.shape, data: new Float32Array(…) };
 *     }
 *
 *     const operations = { softmax: { run: softmax, inputs: ["logits"], attributes: ["axis"] } };
 *     serve({ name: "mine", version: "1.0", operations, dtypes: ["float32"] });
 *
 * A function gets the inputs as {dtype, shape, data}, data being a typed array, and the attributes; it
 * returns such a tensor or a promise of one, or throws Refused or Unsupported. An input whose name ends
 * in ? may be absent. Tensors travel as bits, so that no decimal is ever rounded twice; float16 and
 * bfloat16 are their bits in a Uint16Array.
 */
import readline from "node:readline";

const ARRAYS = {
  float16: Uint16Array,
  bfloat16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  int64: BigInt64Array,
  bool: Uint8Array,
};

/** The arguments are wrong; the code is one of the specification's refusal codes. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The arguments are right, but this implementation does not do that. */
export class Unsupported extends Error {}

/**
 * Answers requests from stdin until it ends. `dtypes` holds for all operations, or maps their names to
 * lists. `refuses` tells the errors by which the library refuses arguments from those by which it breaks.
 */
export async function serve({ name, version, url = "", operations, dtypes, choices = {}, refuses = () => false }) {
  const claimed = (o) => ({ dtypes: Array.isArray(dtypes) ? dtypes : dtypes[o] });
  const description = {
    name,
    version,
    language: "javascript",
    url,
    operations: Object.fromEntries(Object.keys(operations).map((o) => [o, claimed(o)])),
    choices,
    encoding: "bits",
  };
  // Nothing but answers may reach stdout, whatever the functions print.
  console.log = console.info = console.warn = console.error;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const result = "describe" in request ? { description } : await answer(operations, request, refuses);
    process.stdout.write(`${JSON.stringify({ id: request.id, ...result })}\n`);
  }
}

async function answer(operations, { operation, inputs = {}, attributes = {} }, refuses) {
  try {
    const known = operations[operation];
    if (!known) throw new Refused("unknown_operation", `no operation ${operation}`);
    checkNames(known, inputs, attributes);
    const tensors = Object.entries(inputs).map(([n, t]) => [n, decode(t)]);
    return { output: encode(await known.run(Object.fromEntries(tensors), attributes)) };
  } catch (e) {
    const message = String(e?.message ?? e).slice(0, 500);
    if (e instanceof Refused) return { refused: { code: e.code, message } };
    if (e instanceof Unsupported) return { unsupported: { reason: message } };
    if (refuses(e)) return { refused: { code: "other", message } };
    console.error(e);
    return { failed: { message } };
  }
}

function checkNames(known, inputs, attributes) {
  for (const name of Object.keys(attributes)) {
    if (!known.attributes.includes(name)) throw new Refused("invalid_attribute", `no attribute ${name}`);
  }
  for (const name of Object.keys(inputs)) {
    if (!known.inputs.some((n) => n === name || n === `${name}?`)) throw new Refused("other", `no input ${name}`);
  }
  const missing = known.inputs.find((n) => !n.endsWith("?") && !(n in inputs));
  if (missing) throw new Refused("missing_input", `${missing} is missing`);
}

/** A tensor from {"dtype", "shape", "bits"}, or from "values", which half precision has no array for. */
function decode({ dtype, shape, bits, values }) {
  const Data = ARRAYS[dtype];
  if (bits !== undefined) {
    // A buffer of its own: Node's pool gives no aligned one.
    return { dtype, shape, data: new Data(new Uint8Array(Buffer.from(bits, "base64")).buffer) };
  }
  if (Data === Uint16Array) throw new Unsupported(`${dtype} in decimals`);
  return { dtype, shape, data: Data.from(values, Data === BigInt64Array ? BigInt : Number) };
}

function encode({ dtype, shape, data }) {
  const bits = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");
  return { dtype, shape, bits };
}
