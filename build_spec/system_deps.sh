#!/bin/sh
# Installs the Debian packages that are missing: all that the window needs, and with the
# argument `dist` or `screenshots` also what freezing or drawing pictures needs.
# Does nothing where all is there and on other systems; where it may not install, it says how to.
set -eu

command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=""
libraries=$(/sbin/ldconfig -p)

library() { # NAME PACKAGE
    case "$libraries" in *"$1 "*) ;; *) missing="$missing $2" ;; esac
}

program() { # NAME PACKAGE
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

package() { # PACKAGE
    dpkg-query --show --showformat '${Status}' "$1" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $1"
}

python=${PYTHON:-python3}

"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
library libGL.so.1 libgl1
library libEGL.so.1 libegl1
library libglib-2.0.so.0 libglib2.0-0
library libfontconfig.so.1 libfontconfig1
library libdbus-1.so.3 libdbus-1-3
library libxkbcommon.so.0 libxkbcommon0
library libxkbcommon-x11.so.0 libxkbcommon-x11-0
library libxcb-cursor.so.0 libxcb-cursor0
library libxcb-icccm.so.4 libxcb-icccm4
library libxcb-keysyms.so.1 libxcb-keysyms1
library libxcb-shape.so.0 libxcb-shape0

case "${1:-}" in
dist)
    program objdump binutils
    # Debian's own Python does not need its shared library; a frozen program does.
    debian_python=$("$python" -c 'import sys
print("%d.%d" % sys.version_info[:2] if sys.base_prefix == "/usr" else "")')
    [ -z "$debian_python" ] || library "libpython$debian_python.so.1.0" "libpython$debian_python"
    ;;
screenshots)
    package fonts-inter
    package fonts-jetbrains-mono
    ;;
esac

[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    sudo=""
elif sudo -n true 2>/dev/null; then
    sudo="sudo"
else
    echo "Some system packages are missing. Install them with this line, then try again:" >&2
    echo "sudo apt-get update && sudo apt-get install --yes --no-install-recommends$missing" >&2
    exit 1
fi

echo "Installing the system packages$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update --quiet
# shellcheck disable=SC2086 # one word a package
$sudo apt-get install --yes --quiet --no-install-recommends $missing </dev/null
