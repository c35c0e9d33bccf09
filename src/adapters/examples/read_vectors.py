"""Judges NumPy's softmax by the frozen vectors, with no Crosscheck code: python3 read_vectors.py fixtures/vectors"""
import base64, json, sys
import numpy as np

def softmax(x, axis=-1):
    e = np.exp(x - (0 if "naive" in sys.argv else x.max(axis, keepdims=True)))
    return e / e.sum(axis, keepdims=True)

CHOICES = {"softmax.all_negative_infinity": "nan", "softmax.not_a_number": "poisons_slice",
           "softmax.positive_infinity": "nan_slice", "subnormals": "kept", "negative_axis": "any"}
np.seterr(all="ignore")
judged, wrong = 0, []
for dtype in ("float32", "float64"):
    for case in json.load(open(f"{sys.argv[1]}/softmax/{dtype}.json"))["cases"]:
        expected = case["expected"]
        if "refused" in expected or any(CHOICES.get(c) != value for c, value in case["choices"].items()):
            continue  # it checks no arguments, and takes one value at each choice
        logits = np.frombuffer(base64.b64decode(case["bits"]["logits"]), dtype)
        result = softmax(logits.reshape(case["inputs"]["logits"]["shape"]), **case["attributes"]).ravel()
        least, greatest = np.array(expected["least"], float), np.array(expected["greatest"], float)
        passed = (least <= result) & (result <= greatest) | np.isnan(least) & np.isnan(result)
        judged += 1
        wrong += [] if passed.all() else [f"{dtype} {case['id']}: {result}; {case['comment']}"]
print(f"{judged} judged, {len(wrong)} wrong", *wrong, sep="\n")
sys.exit(len(wrong) > 0)
