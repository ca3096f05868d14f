#!/bin/bash
# Feeds the text engine with mutated drafts: each harness for a minute, or for as many seconds as the first argument
# says. What makes one fail is kept in Finds, where a test reads it again.
set -u
cd "$(dirname "$0")/../.." || exit 70
seconds=${1:-60}
# The program that prints traces would wait for ever after a crash.
export SWIFT_BACKTRACE=enable=no
out=.build/fuzz
mkdir -p "$out" Tests/Fuzz/Finds
shopt -s nullglob
generated=(.build/plugins/outputs/*/TextAnalysis/*/EmbedText/*.swift)

build() {
  echo "Building $1."
  swiftc -O -parse-as-library -sanitize=fuzzer,address -module-name TextAnalysis -o "$out/$1" \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
    Sources/TextAnalysis/*.swift "${generated[@]}" Tests/Fuzz/EverySpan.swift "Tests/Fuzz/$1.swift" \
    2>"$out/$1.build" || { cat "$out/$1.build"; exit 1; }
}

# harness seconds folder-of-finds
feed() {
  mkdir -p "$out/$1.corpus"
  "$out/$1" -max_total_time="$2" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$3/" "$out/$1.corpus" Tests/Fuzz/Seeds >"$out/$1.log" 2>&1
}

build PlantedFault
rm -rf "$out/planted" "$out/PlantedFault.corpus"
mkdir -p "$out/planted"
if feed PlantedFault 60 "$out/planted"; then
  echo "A planted fault was not found in a minute: the harnesses are worth nothing. See $out/PlantedFault.log."
  exit 1
fi
echo "The planted fault was found."

failed=0
for harness in ManuscriptFuzz EngineFuzz; do
  build "$harness"
  if feed "$harness" "$seconds" Tests/Fuzz/Finds; then
    echo "$harness: $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$harness.log") drafts, nothing found"
  else
    echo "$harness: FOUND; see Tests/Fuzz/Finds and $out/$harness.log"
    failed=1
  fi
done
exit $failed
