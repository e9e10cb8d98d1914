# Part of ./dev: what is needed from Debian 12, and how to get it.

build_packages=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev
    qt6-tools-dev-tools qt6-l10n-tools libgl-dev libpq-dev libsqlite3-dev libxlsxwriter-dev libzip-dev
    libzint-dev zlib1g-dev)
run_packages=(libqt6sql6-sqlite libqt6sql6-psql libqt6svg6 qt6-translations-l10n fonts-noto-cjk
    tzdata)
server_packages=(postgresql-15)
# With sanitizers clang compiles twice as fast as g++.
sanitized_packages=(clang-14 libclang-rt-14-dev lld)
test_packages=("${sanitized_packages[@]}" clang-format-14 xvfb xauth openbox xdotool imagemagick dbus at-spi2-core
    gir1.2-atspi-2.0 python3-gi
    # certificates for a server
    openssl
    # what is printed, read back: text of PDF, bars and squares
    poppler-utils zbar-tools dmtx-utils
    # what is installed: entry, description, type of file, manual pages
    desktop-file-utils appstream shared-mime-info libglib2.0-bin mandoc bsdextrautils)
# The bundle takes along Wayland and the input methods; patchelf tells its files to find each other.
package_packages=(dpkg-dev file binutils patchelf rpm zstd qt6-wayland fcitx5-frontend-qt6)
long_test_packages=(mmdebstrap weston)

missing_packages() { # PACKAGE…
    local name
    declare -A there=()
    while read -r name; do there[$name]=1; done < <(
        dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
            sed -n 's/^installed //p')
    for name in "$@"; do
        if [ -z "${there[$name]:-}" ]; then echo "$name"; fi
    done
}

# Silent and fast when everything is there.
need() { # PACKAGE…
    local missing line as_root=()
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: make sure that these are there: $*"
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    line="apt-get install -y --no-install-recommends ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            die "Some packages are missing. Type this as root, then try again:
  apt-get update && $line"
        fi
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    # An installation that was cut off has to be finished before anything else can start.
    if [ -n "$(dpkg --audit)" ]; then "${as_root[@]}" dpkg --configure -a; fi
    local options=(-q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    # The lists may be missing or so old that the files they name are gone.
    if ! "${as_root[@]}" apt-get "${options[@]}" install -y --no-install-recommends "${missing[@]}"; then
        "${as_root[@]}" apt-get "${options[@]}" update
        "${as_root[@]}" apt-get "${options[@]}" install -y --no-install-recommends "${missing[@]}"
    fi
}
