#!/bin/sh
# Makes .venv hold what one pinned file names: sh setup/environment.sh requirements.txt
# Returns at once when it does already. PYTHON names the Python to use, if it matters.
set -eu
cd "$(dirname "$0")/.."

pins=$1
stamp=.venv/ready-$(basename "$pins" .txt)
recent='import sys; sys.exit(sys.version_info < (3, 11))'
version='import sys; print(*sys.version_info[:2])'

say() { printf '%s\n' "$*" >&2; }

is_recent() { "$1" -c "$recent" >/dev/null 2>&1; }

# What the environment is made from; when that differs, it is made again.
key() { cat "$pins" setup/environment.sh | cksum; }

# The Python to make .venv with, or an explanation.
find_python() {
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if is_recent "$name"; then
      command -v "$name"
      return
    fi
  done
  asked=${PYTHON:-python3}
  say "Broadsheet needs Python 3.11 or newer, but $asked is" \
    "$("$asked" --version 2>/dev/null || echo 'not there')."
  say "Install one (apt-get install python3 python3-venv, brew install python) or name" \
    "the one to use: make setup PYTHON=/path/to/python3.11"
  return 1
}

make_with_uv() {
  if [ ! -x .venv/bin/python ]; then
    if [ -n "${PYTHON:-}" ]; then python=$(find_python); else python='>=3.11'; fi
    uv venv --quiet --python "$python" .venv
  fi
  uv pip install --quiet --python .venv/bin/python --compile-bytecode -r "$pins"
}

make_with_pip() {
  if [ ! -x .venv/bin/python ]; then
    python=$(find_python)
    if ! "$python" -m venv .venv; then
      rm -rf .venv
      say "$python could not make a virtual environment (on Debian and Ubuntu:" \
        "apt-get install python3-venv)."
      exit 1
    fi
  fi
  # An environment that uv made has no pip.
  .venv/bin/python -m pip --version >/dev/null 2>&1 ||
    .venv/bin/python -m ensurepip >/dev/null
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --compile -r "$pins"
}

# Start again when the Python of .venv is gone, or another one is asked for.
if [ -d .venv ] && ! is_recent .venv/bin/python; then
  rm -rf .venv
elif [ -d .venv ] && [ -n "${PYTHON:-}" ]; then
  python=$(find_python)
  [ "$("$python" -c "$version")" = "$(.venv/bin/python -c "$version")" ] || rm -rf .venv
fi

if [ -f "$stamp" ] && [ "$(key)" = "$(cat "$stamp")" ]; then
  exit 0
fi
say "Setting up .venv from $pins (about a minute the first time)."
if uv --version >/dev/null 2>&1; then make_with_uv; else make_with_pip; fi
.venv/bin/python -m compileall -q loaders measures pages
key > "$stamp"
