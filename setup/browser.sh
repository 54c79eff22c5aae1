#!/bin/sh
# Installs Chromium for the browser tests, where none is found and this user may.
# Does not fail: without a browser those tests are skipped, and this says so.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

has_browser() { .venv/bin/python -m tests.journeys.browser; }

# Runs the rest as root; fails where this user is not and may not become root.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_chromium() {
  command -v apt-get >/dev/null && as_root true && as_root apt-get update &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends chromium fonts-dejavu-core
}

if has_browser; then exit 0; fi
say "Looking for Chromium, which the browser tests need."
log=$(mktemp)
install_chromium </dev/null >"$log" 2>&1 || tail -n 3 "$log" >&2
rm -f "$log"
if has_browser; then exit 0; fi
say "There is no Chromium, so the browser tests will be skipped. To have them run, install"
say "Chromium or Chrome as a package of your system, or without root for this user alone:"
say ".venv/bin/python -m playwright install chromium"
