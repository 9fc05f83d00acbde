#!/bin/sh
# Sets up everything that `make brief` and `make test` need: system libraries and fonts where missing, then a
# virtual environment with the locked packages. No prompt. With "test" as argument also the checkers of the tests.
set -eu
cd "$(dirname "$0")/.."

runtime="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 fontconfig fonts-noto-core"
checkers="strace poppler-utils postgresql chromium libatomic1 qpdf openssl gnupg opendkim"
wanted=$runtime
[ "${1:-}" = test ] && wanted="$runtime $checkers"
# A mail server for the tests, which run an instance of their own; never in place of one that is there.
[ "${1:-}" = test ] && ! command -v sendmail >/dev/null 2>&1 && [ ! -x /usr/sbin/sendmail ] && wanted="$wanted postfix"

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null 2>&1; then
    wanted="$wanted python3 python3-venv"
elif ! "$python" -c 'import ensurepip' 2>/dev/null; then
    wanted="$wanted python3-venv"
fi

if command -v dpkg-query >/dev/null 2>&1; then
    missing=
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        echo "Installing system packages:$missing" >&2
        root=
        if [ "$(id -u)" != 0 ]; then
            command -v sudo >/dev/null 2>&1 || { echo "Please install these packages as root, then run make again:$missing" >&2; exit 1; }
            root=sudo
        fi
        export DEBIAN_FRONTEND=noninteractive
        case " $missing " in
        *" postfix "*) # mail of this machine only; the tests do not use the system's instance
            echo "postfix postfix/main_mailer_type select Local only" | $root debconf-set-selections ;;
        esac
        # shellcheck disable=SC2086  # a list of names
        $root apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends $missing >/dev/null 2>&1 ||
            { $root apt-get -qq update >&2 && $root apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends $missing >&2; }
    fi
elif ! command -v fc-list >/dev/null 2>&1 || ! fc-list 2>/dev/null | grep -q 'Noto Sans'; then
    cat >&2 <<'END'
This is not Debian or Ubuntu, so system packages are left to you. briefings needs Pango, HarfBuzz, fontconfig and the
Noto fonts (Sans, Serif, Naskh Arabic, Armenian, Georgian, Symbols):
  Fedora   sudo dnf install pango fontconfig 'google-noto-sans*-fonts' 'google-noto-serif*-fonts' google-noto-naskh-arabic-fonts
  Arch     sudo pacman -S pango fontconfig noto-fonts
  macOS    brew install pango fontconfig font-noto-sans font-noto-serif font-noto-naskh-arabic
  Windows  use WSL with Ubuntu: wsl --install, then run make there
END
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    { echo "briefings needs Python 3.11 or newer; set PYTHON=/path/to/python3.11 and run make again." >&2; exit 1; }

stamp=.venv/.locked
sum=$(cat requirements.lock pyproject.toml | cksum)
if [ ! -x .venv/bin/briefings ] || [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ]; then
    echo "Installing the locked Python packages into .venv (about a minute) ..." >&2
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
    echo "$sum" > "$stamp"
fi
