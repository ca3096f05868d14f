#!/bin/bash
# Runs every test once and looks that none was left out: a test whose @Test is missing never runs, and says nothing.
set -u
cd "$(dirname "$0")/.." || exit 70
if [ -n "${STET_CORPORA:-}" ]; then
  STET_CORPORA=$(cd "$STET_CORPORA" 2>/dev/null && pwd) || { echo "STET_CORPORA names no folder." >&2; exit 1; }
  export STET_CORPORA
else
  echo "STET_CORPORA is not set: tests on the development stories are left out, and say so."
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# One at a time: on two cores tests that compute keep the clients of others waiting past their time.
swift test --skip-build --no-parallel 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
written=$(grep -rhoE '^ *@Test(\(|$| )' Tests --include='*.swift' | wc -l)
ran=$(sed -nE 's/.*Test run with ([0-9]+) tests? .*/\1/p' "$log" | tail -1)
if [ "$status" != 0 ]; then exit 1; fi
if [ "${ran:-0}" != "$written" ]; then
  echo "There are $written tests in the source and ${ran:-0} ran."
  exit 1
fi
echo "$ran passed, 0 failed"
