#!/bin/sh
# Makes build/lowest hold the oldest versions that pyproject.toml allows: sh setup/lowest.sh
# Returns at once when it does already. PYTHON names the Python to use, if it matters.
set -eu
cd "$(dirname "$0")/.."

place=build/lowest
stamp=$place/ready
python=${PYTHON:-python3}

key() { cat pyproject.toml setup/lowest.sh | cksum; }

if [ -f "$stamp" ] && [ "$(key)" = "$(cat "$stamp")" ]; then
  exit 0
fi

# Only uv can choose the oldest: where it is missing, it gets an environment of its own.
if ! uv --version >/dev/null 2>&1; then
  [ -x build/uv/bin/uv ] || {
    "$python" -m venv build/uv
    build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
  }
  PATH=$PWD/build/uv/bin:$PATH
fi
printf '%s\n' "Setting up $place with the oldest versions allowed (about a minute)." >&2
rm -rf "$place"
uv venv --quiet --python "$("$python" -c 'import sys; print(sys.executable)')" "$place"
uv pip install --quiet --python "$place/bin/python" --resolution lowest-direct \
  -r pyproject.toml --extra dev --extra cluster
key > "$stamp"
