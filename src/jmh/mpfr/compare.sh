#!/bin/sh
# Measures the reference's stages beside MPFR at 113 bits, and the verdict beside a plain softmax,
# in one go on one machine, and prints millions of elements per second and the ratios.
# Needs a C compiler, libmpfr's headers (Debian: libmpfr-dev) and Maven; JAVA_HOME chooses the JDK.
# Arguments are passed on to JMH, such as "-f 1".
set -eu
cd "$(dirname "$0")/../../.."
out=target/jmh
mkdir -p "$out"
mvn -q -B -Pjmh test-compile dependency:build-classpath -Dmdep.outputFile="$out/classpath"
cc -O2 -o "$out/softmax" src/jmh/mpfr/softmax.c -lmpfr -lgmp

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
before=$("$out/softmax" 5)
"$java" -cp "target/test-classes:target/classes:$(cat "$out/classpath")" \
  org.openjdk.jmh.Main -rf csv -rff "$out/result.csv" "$@"
after=$("$out/softmax" 5)

"$java" -version 2>&1 | head -1
awk -F, -v before="$before" -v after="$after" '
  NR > 1 { gsub(/"|.*\.benchmark\./, "", $1); score[$1] = $5 }
  END {
    mpfr = (before + after) / 2
    printf "%-26s %9.3f M/s\n", "MPFR, 113 bits", mpfr
    for (stage in score) if (stage ~ /^Softmax/)
      printf "%-26s %9.3f M/s %8.2f x MPFR\n", stage, score[stage], score[stage] / mpfr
    plain = score["VerdictBenchmark.plain"]
    if (plain) printf "%-26s %9.3f M/s\n%-26s %9.3f M/s, %.2f times the time\n", \
      "softmax of [64,32768]", plain, \
      "verdict on it", score["VerdictBenchmark.verdict"], plain / score["VerdictBenchmark.verdict"]
  }' "$out/result.csv"
