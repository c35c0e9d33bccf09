#!/usr/bin/env bash
# What the harness costs: the quick tier against cpu, and as many scenarios with empty steps in bare
# Cucumber, each a whole process, in turns and with the same options of the JVM: those that README has
# for short runs, unless JAVA_TOOL_OPTIONS gives others. Prints both medians and their ratio. Needs
# target/crosscheck.jar.
set -euo pipefail
cd "$(dirname "$0")/../../.."
jar=$PWD/target/crosscheck.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${1:-7}
export JAVA_TOOL_OPTIONS=${JAVA_TOOL_OPTIONS--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}

java -jar "$jar" run --backend cpu --report "$work/report" > /dev/null 2>&1
# The run's feature files as they are, with the same scenarios, tables and tags: every step does nothing.
mkdir "$work/features" "$work/glue"
cp -r features/. "$work/features"
cat > "$work/glue/Empty.java" << 'JAVA'
package empty;

import io.cucumber.java.en.Given;

public class Empty {
  @Given("^(?!.*:$).*$")
  public void step() {}

  @Given("^.*:$")
  public void stepWithText(Object ignored) {}
}
JAVA
javac -cp "$jar" -d "$work/glue" "$work/glue/Empty.java"

bare() { CUCUMBER_PUBLISH_QUIET=true java -cp "$jar:$work/glue" io.cucumber.core.cli.Main --glue empty --tags 'not @full' "$work/features"; }
ours() { java -jar "$jar" run --backend cpu --report "$work/report"; }
seconds() { local start end; start=$(date +%s%N); "$1" > "$work/$1.log" 2>&1; end=$(date +%s%N); echo $(((end - start) / 1000000)); }

for _ in $(seq "$rounds"); do
  seconds bare >> "$work/bare"
  seconds ours >> "$work/ours"
done
grep -h 'scenarios' "$work/bare.log" | tail -1
median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
echo "$(java -version 2>&1 | grep version), options: $JAVA_TOOL_OPTIONS"
echo "bare $(median "$work/bare") ms, crosscheck $(median "$work/ours") ms, ratio $(awk -v a="$(median "$work/ours")" -v b="$(median "$work/bare")" 'BEGIN { printf "%.2f", a / b }')"
