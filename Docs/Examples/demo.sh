#!/bin/bash
# A story goes through Stet, from the reporter's file to the question that the night asks two years later. Everything
# happens on a throw-away database, and every step is checked: the script ends with an error where one is not as it
# should be.
#
# Usage: demo.sh PATH-OF-STET
set -u
stet=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d /tmp/stet-demo-XXXXXX) && chmod 711 "$work" || exit 70
export STET_DATA=$work/data XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work STET_HINTS=off STET_FORCE_TTY=1
export LC_ALL=C.UTF-8 COLUMNS=80
unset DATABASE_URL STET_URL STET_TOKEN STET_PUBLIC_URL
serve=
finish() {
  [ -n "$serve" ] && kill "$serve" 2>/dev/null && wait "$serve" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() {
  printf '\nThe demo stopped: %s\n' "$1" >&2
  [ -s "$work/serve.log" ] && grep -v '"info"' "$work/serve.log" | tail -5 >&2
  exit 1
}

# step TITLE: what comes next, and why.
step() { printf '\n\n== %s\n\n' "$1"; }

# as MEMBER EXPECTED-EXIT-CODE ARGUMENTS…: runs stet for a member, shows the command and what it says.
as() {
  local member=$1 expected=$2 token code
  shift 2
  case $member in
    ben) token=$ben ;;
    dov) token=$dov ;;
    *) token= ;;
  esac
  printf '%s$ stet' "$member"
  local word
  for word in "$@"; do
    case $word in
      "$work"/*) word=${word##*/} ;;
      "$here"/*) word=Docs/Examples/${word##*/} ;;
    esac
    case $word in *[\ \']*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  if [ -n "$token" ]; then
    STET_TOKEN=$token "$stet" "$@" > "$work/said" 2>&1
  else
    "$stet" "$@" > "$work/said" 2>&1
  fi
  code=$?
  cat "$work/said"
  printf '\n'
  [ "$code" = "$expected" ] || fail "that was to exit with $expected and exited with $code."
}

# shows TEXT: what the last command has to have said, wherever its lines broke.
shows() { tr -s ' \n' '  ' < "$work/said" | grep -qF -- "$1" || fail "“$1” was to be in what it said."; }

you=$(id -un)

step "Stet starts its own PostgreSQL and serves on this machine"
"$stet" serve --port 0 > "$work/serve.out" 2> "$work/serve.log" &
serve=$!
for _ in $(seq 300); do
  grep -q '^Stet serves' "$work/serve.out" && break
  kill -0 "$serve" 2>/dev/null || { cat "$work/serve.log" >&2; fail "the service did not start."; }
  sleep 0.1
done
STET_URL=$(sed -n 's/^Stet serves \(http[^ ]*\) .*/\1/p' "$work/serve.out")
[ -n "$STET_URL" ] || fail "the service did not say where it listens."
export STET_URL
echo "It listens on $STET_URL. You are $you, editor and chief."
echo "Two more people are on the desk: ben checks facts, dov is another chief."
echo
as "$you" 0 member add ben --role fact-checker
as "$you" 0 member add dov --role chief
ben=$("$stet" token create ben 2>/dev/null) || fail "no token for ben."
dov=$("$stet" token create dov 2>/dev/null) || fail "no token for dov."

step "You file the story as it came in: paragraphs ran together, bullets are emoji"
as "$you" 0 submit "$here/rust-dismissal.txt" --published 2024-07-13
shows "14 sentences in 6 paragraphs"
as "$you" 0 show rust-dismissal
shows "K1 to K4"

step "Nobody signs their own words"
as "$you" 77 approve rust-dismissal --all
shows "nobody signs their own words"

step "Ben and dov sign, each what they read. What they sign is printed"
as ben 0 approve rust-dismissal K1 K2 --evidence https://courts.example/order
as dov 0 approve rust-dismissal K3 K4 --basis on-author --comment "Spoke to the author."
shows "is ready"

step "Where the parties disagree: both sides are told, so it may stand"
as "$you" 0 contradictions rust-dismissal
as ben 0 contradictions settle X1 --as both-reported --note "Both sides stand in the second paragraph."
as ben 0 contradictions settle X2 --as both-reported

step "It was published on its own day"
as "$you" 0 publish rust-dismissal --at 2024-07-13
shows "live since 13 Jul 2024"

step "The night after publication nothing is stale"
as "$you" 0 nightly --as-of 2024-07-14
shows "No claim is due"

step "Tonight: what went stale meanwhile, and why Stet asks"
as "$you" 0 nightly
shows "F1"
shows "planned appeal"
shows "scheduled release"

step "You looked, and answer the first question. A date alone is no answer"
as "$you" 64 follow-ups close F1 --as overtaken
as "$you" 0 follow-ups close F1 --as overtaken --source https://courts.example/docket \
  --note "The appeal was filed by the State in November 2024 and withdrawn in December."

step "A revision changes one number. It costs one signature, and says which"
sed 's/^- \(.*\)July 12, 2024/- \1July 11, 2024/' "$here/rust-dismissal.txt" > "$work/corrected.txt"
cmp -s "$here/rust-dismissal.txt" "$work/corrected.txt" && fail "the revision is no other text."
as "$you" 0 submit "$work/corrected.txt" --draft rust-dismissal
shows "It cost 1 signature"
shows "a date changed: “12” became “11”"
as "$you" 0 diff rust-dismissal
shows "[-12-] {+11+}"
as "$you" 73 publish rust-dismissal
shows "K1"

step "Every act stands in a journal whose links can be checked"
as "$you" 0 log rust-dismissal
as "$you" 0 journal verify

cat <<TEXT


That was Stet. This database is thrown away now. To keep one:

  $stet serve
      the service, with a database of its own; sign in is made for you
  $stet submit FILE
      your first draft, from another terminal
  $stet check FILE
      what the text engine sees, without a service

README.md goes on from here: members and tokens, the nightly job, backup.
TEXT
