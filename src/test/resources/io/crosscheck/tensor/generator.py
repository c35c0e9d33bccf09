"""The first elements of every family of seeded input, in plain integer and binary64 arithmetic.

Prints "family; shape; seed; elements": run as python3 generator.py > generator.txt
"""
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def uniform(self):
        return (self.next() >> 11) / 2.0**53

    def normal(self):
        total = -6.0
        for _ in range(12):
            total += self.uniform()
        return total


def draw(family, a, b, rows, length, seed):
    r = SplitMix64(seed)
    out = []
    for _ in range(rows):
        row = []
        for k in range(length):
            row.append({
                "normal": lambda: a * r.normal(),
                "sorted": lambda: a * r.normal(),
                "uniform": lambda: a + (b - a) * r.uniform(),
                "dominant": lambda: r.normal() + (a if k == length // 2 else 0.0),
                "equal": lambda: a,
                "offset": lambda: a + r.normal(),
                "alternating": lambda: a if k % 2 == 0 else -a,
                "stagnation": lambda: 0.0 if k == 0 else a,
                "probabilities": lambda: 2.0**-53 + r.uniform(),
                "integers": lambda: a + int(r.uniform() * (b - a)),
                "coin": lambda: 1.0 if r.uniform() < a else 0.0,
            }[family]())
        if family == "sorted":
            row.sort()
        if family == "probabilities":
            total = 0.0
            for x in row:
                total += x
            row = [x / total for x in row]
        out += row
    return out


FAMILIES = [
    ("normal 5", "normal", 5.0, 0.0), ("uniform -1 1", "uniform", -1.0, 1.0),
    ("sorted 5", "sorted", 5.0, 0.0), ("dominant 40", "dominant", 40.0, 0.0),
    ("equal 0.5", "equal", 0.5, 0.0), ("offset 1e4", "offset", 1e4, 0.0),
    ("alternating 88", "alternating", 88.0, 0.0),
    ("stagnation -16.6356", "stagnation", -16.6356, 0.0),
    ("probabilities", "probabilities", 0.0, 0.0), ("integers 0 10", "integers", 0.0, 10.0),
    ("coin 0.5", "coin", 0.5, 0.0),
]

if __name__ == "__main__":
    for text, family, a, b in FAMILIES:
        values = draw(family, a, b, 2, 4, 42)
        print(text + "; 2 4; 42; " + " ".join(float(v).hex() for v in values))
    print("normal 1; 2 3; -1; " + " ".join(v.hex() for v in draw("normal", 1.0, 0, 2, 3, -1)))
