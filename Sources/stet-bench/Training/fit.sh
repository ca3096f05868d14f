#!/usr/bin/env bash
# Fits the weights by which claims are told from other sentences: fit.sh STET-BENCH NEWS-FOLDER
# Prints cross-validated figures, and writes Sources/TextAnalysis/ClaimWeights.swift.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bench=$1 news=$2
[ -r "$news/claims.dev.jsonl" ] || { echo "There are no annotated stories in $news; set STET_CORPORA." >&2; exit 66; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bench" signs < "$news/stories.dev.jsonl" > "$work/signs.jsonl"
"$bench" signs < "$here/sentences.jsonl" > "$work/sentences.jsonl"
"$bench" signs --examples > "$work/examples.jsonl"
fit=("$work/signs.jsonl" "$news/claims.dev.jsonl" --examples "$work/examples.jsonl"
  --sentences "$here/sentences.jsonl" "$work/sentences.jsonl")
python3 "$here/fit_claims.py" "${fit[@]}" --cv
python3 "$here/fit_claims.py" "${fit[@]}" > "$work/ClaimWeights.swift"
mv "$work/ClaimWeights.swift" "$here/../../TextAnalysis/ClaimWeights.swift"
