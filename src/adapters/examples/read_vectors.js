// Judges a softmax in plain JavaScript by the frozen vectors, with no Crosscheck code: node read_vectors.js fixtures/vectors
const fs = require("fs");

function softmax(x, shape, axis = -1) {
  const [n, ...inner] = shape.slice(axis), step = inner.reduce((a, b) => a * b, 1);
  const slice = i => Array.from({ length: n }, (_, k) => x[i - (Math.floor(i / step) % n) * step + k * step]);
  const shift = i => process.argv.includes("naive") ? 0 : Math.max(...slice(i));
  return x.map((v, i) => Math.exp(v - shift(i)) / slice(i).reduce((sum, w) => sum + Math.exp(w - shift(i)), 0));
}

const choices = { "softmax.all_negative_infinity": "nan", "softmax.not_a_number": "poisons_slice",
  "softmax.positive_infinity": "nan_slice", "subnormals": "kept", "negative_axis": "any" };
let judged = 0, wrong = [];
for (const [dtype, round] of [["float32", Math.fround], ["float64", Number]])
  for (const { id, comment, choices: held, attributes, inputs, expected } of JSON.parse(fs.readFileSync(`${process.argv[2]}/softmax/${dtype}.json`)).cases) {
    if ("refused" in expected || Object.keys(held).some(c => choices[c] !== held[c])) continue; // it checks no arguments
    const logits = inputs.logits.values.map(v => round(Number(v)));
    const result = softmax(logits, inputs.logits.shape, attributes.axis).map(round);
    const passed = (y, i) => (Number(expected.least[i]) <= y && y <= Number(expected.greatest[i])) || (expected.least[i] === "NaN" && isNaN(y));
    judged++;
    if (!result.every(passed)) wrong.push(`${dtype} ${id}: ${result}; ${comment}`);
  }
console.log([`${judged} judged, ${wrong.length} wrong`, ...wrong].join("\n"));
process.exit(wrong.length > 0 ? 1 : 0);
