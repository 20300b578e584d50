#!/bin/sh
# Installs the system packages that the program and its tests need on Debian 12; only those that are missing.
set -e

PACKAGES="
    python3.11-venv
    fonts-croscore
    tesseract-ocr-vie
    libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libx11-6 libxkbcommon0
    libwayland-client0 libwayland-cursor0 libwayland-egl1
    libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0
    libxcb-xkb1 libxkbcommon-x11-0
"

if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: install what stands in $0 yourself." >&2
    exit 0
fi

missing=""
for package in $PACKAGES; do
    case $(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) in
        installed*) ;; # more than once where several architectures are
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing:$missing. Install them as root, or install sudo." >&2
        exit 1
    fi
    as_root="sudo"
fi
echo "Installing:$missing"
$as_root apt-get -qq update
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install --yes --no-install-recommends $missing >/dev/null
