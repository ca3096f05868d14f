#!/bin/bash
# Writes the reference of the command line to standard output: Docs/make-cli.sh PATH-OF-STET > Docs/CLI.md
# Exit codes and environment are written here; everything else is what each command says with --help.
set -euo pipefail
stet=${1:?the path of a built stet}
export COLUMNS=80 LC_ALL=C.UTF-8

cat <<'HEAD'
# The command line

Made by `make docs` from what every command says with `--help`. A test makes it again and compares: edit the help
or `Docs/make-cli.sh`, not this page.

Editor commands talk to the service over HTTP and need a login. Operator commands go to the database: to the one in
`DATABASE_URL`, else to the private cluster in `STET_DATA`, which they start when nobody runs it. `stet check` needs
neither. Data goes to standard output; errors, hints and questions go to standard error. On a terminal, lists are laid
out for people; into a pipe they go as tab-separated lines, one per row, and with `--json` as the service's answer.

## Exit codes

| code | meaning |
|---|---|
| 0 | Done. `nightly` that found stale claims is 0 too: finding them is its work. |
| 1 | A checking command (`check`, `doctor`, `journal verify`, `restore`) found something. |
| 64 | The command line is not understood, or asks for what cannot be asked. |
| 65 | The file or the value cannot be read; the message has the place. |
| 66 | What was named is not there. |
| 69 | Something that is needed does not answer: the service, the database, a program. |
| 70 | Stet itself is at fault. |
| 73 | It conflicts with what is there, or the draft is not ready. |
| 75 | Outdated, busy, or the outcome is unknown; the message says which, and how to try again. |
| 77 | Not allowed: no login, no such role, or one's own words. |
| 78 | The configuration does not fit. |
| 130 | Interrupted from the keyboard. |

A write whose outcome is unknown (75) prints the command that sends it again with the same idempotency key. Sent with
that key, it cannot count twice.

## Environment

| variable | meaning |
|---|---|
| `DATABASE_URL` | PostgreSQL to use: a libpq URL or `key=value` pairs. Without it Stet runs a private cluster. `PGPASSWORD`, `PGPASSFILE` and the other variables of libpq fill in what it leaves out. |
| `STET_DATA` | Folder of the private cluster. Default: `/var/lib/stet` for root, else `$XDG_DATA_HOME/stet` or `~/.local/share/stet`. |
| `STET_PG_USER` | User that a private cluster started by root runs as. Default: the data's owner, else `postgres`, else `nobody`. |
| `STET_PREPARED_STATEMENTS` | `off` for a pooler between Stet and `DATABASE_URL` that cannot keep prepared statements. |
| `STET_PUBLIC_URL` | The `https://` address that a proxy serves Stet at; with it `serve` listens beyond this machine. |
| `STET_WATCH_ALLOW` | Where `serve` may look at watched pages besides the public internet: names, addresses, ranges, `:port`, between spaces. |
| `STET_WATCH_CONTACT` | An address that sites whose pages are watched find behind Stet's name. |
| `STET_URL` | Address of the service for editor commands. Default: the only login on file, else `http://127.0.0.1:8080`. |
| `STET_TOKEN` | Personal token for editor commands; wins over the file of logins. |
| `STET_HINTS` | `on` or `off`: say what could be done next. Default: on a terminal only. |
| `STET_FORCE_TTY` | `1`: lay output out as on a terminal, even into a pipe. |
| `XDG_CONFIG_HOME` | `stet/logins.json` below it holds the logins, else below `~/.config`. |
| `XDG_DATA_HOME` | See `STET_DATA`. |
| `XDG_RUNTIME_DIR` | The private cluster's socket is below it, for everybody but root (`/run/stet`); else below `TMPDIR` or `/tmp`. |
| `TMPDIR` | See `XDG_RUNTIME_DIR`. |
| `HOME` | Where the two XDG folders are when they are not set. |
| `TZ` | Time zone of a newsroom that is made now without `--time-zone`; else the system's. |
| `PATH` | Where PostgreSQL's programs are looked for last, after `pg_config` and the usual folders. |
| `NO_COLOR` | Anything: no colour. |
| `TERM` | `dumb`: no colour. |
| `COLUMNS` | Width of the output in columns; else the terminal's, else 80. |
| `LC_ALL` | With `LC_CTYPE` and `LANG`: whether the terminal understands UTF-8. |
| `LC_CTYPE` | See `LC_ALL`. |
| `LANG` | See `LC_ALL`. |
HEAD

# Names of the subcommands that a help text lists.
subcommands() {
  awk '/SUBCOMMANDS:$/ { listing = 1; next }
       /^$/ || /^  See / { listing = 0 }
       listing && /^  [a-z]/ { print $1 }'
}

chapter() {
  local help name
  help=$("$stet" "$@" --help)
  printf '\n## stet%s\n\n```text\n%s\n```\n' "${*:+ $*}" "$help"
  for name in $(subcommands <<<"$help"); do chapter "$@" "$name"; done
}

chapter
