#!/bin/sh
# Installs what Stet builds and runs with, as far as it is missing. Asks nothing.
missing=
pkg-config --exists libpq 2>/dev/null || missing="$missing libpq-dev pkg-config"
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null 2>&1 ||
  missing="$missing postgresql"
if ! command -v swift >/dev/null 2>&1; then
  echo "There is no Swift toolchain. Install Swift 6.2 or later from https://www.swift.org/install and run this again." >&2
  exit 69
fi
[ -z "$missing" ] && exit 0
if [ "$(id -u)" != 0 ]; then
  echo "Stet needs packages that are not installed. Run this, then the same command again:" >&2
  echo "  sudo apt-get install -y$missing" >&2
  exit 69
fi
echo "Installing$missing from Debian's packages."
export DEBIAN_FRONTEND=noninteractive
# Debian would start a cluster of its own; Stet's is private, so none is made.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  mkdir -p /etc/postgresql-common
  printf 'create_main_cluster = false\n' > /etc/postgresql-common/createcluster.conf
fi
apt-get -qq update && apt-get -qq install -y $missing >/dev/null || {
  echo "The packages could not be installed. Try: apt-get update && apt-get install -y$missing" >&2
  exit 69
}
