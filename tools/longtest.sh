# Part of ./dev: packages, and their tests in bare systems.

# make_package GENERATOR [cpack-arguments…]
make_package() {
    local generator=$1
    shift
    (cd build/release && cpack -G "$generator" "$@") >"build/cpack-$generator.log" 2>&1 || {
        cat "build/cpack-$generator.log" >&2
        die "The package could not be made."
    }
}

make_packages() {
    local generator
    need "${build_packages[@]}" "${run_packages[@]}" "${package_packages[@]}"
    build release tanaban tanabanctl package_files
    rm -rf build/package
    for generator in DEB RPM TZST; do make_package "$generator" -B "$root/build/package"; done
    rm -rf build/package/_CPack_Packages
    say "Made in build/package:"
    tests/installer/packages build/package
}

# The sources of Debian that this computer is set up with, as one-line entries.
debian_sources() { # CODENAME
    apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)' 'Created-By: Packages' |
        awk -F'|' -v name="$1" '$3 == "main" && ($2 == name || $2 == name "-updates" || $2 == name "-security") {
            print "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] " $1 " " $2 " main" }' |
        sort -u
}

# in_namespaces PROGRAM…: its mounts and all its processes end with it, however it ends.
in_namespaces() {
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc "$@"
}

remove_work() { # FOLDER: the mounts were in namespaces that are gone; no other file system is touched
    rm -rf --one-file-system "$1"
}

# TANABAN_OLDER_PACKAGE: the .deb that is upgraded; without it, this program under a lower version.
long_test() {
    local work old name options
    [ "$(id -u)" -eq 0 ] || die "This test makes bare systems and installs packages into them, which only root may do. Type:
  sudo ./dev test --long"
    timed "packages" need "${build_packages[@]}" "${run_packages[@]}" "${package_packages[@]}" \
        "${test_packages[@]}" "${long_test_packages[@]}"
    unshare --mount --pid --fork true 2>/dev/null ||
        die "This computer allows no namespaces (unshare fails), as is usual in containers. Run this on a real or
virtual machine, or in a container that is started with --privileged."
    timed "make packages" make_packages
    for old in /var/tmp/tanaban-long-*; do # what runs that were killed left behind
        [ -f "$old/owner" ] || continue
        kill -0 "$(cat "$old/owner")" 2>/dev/null || remove_work "$old"
    done
    work=$(mktemp -d /var/tmp/tanaban-long-XXXXXX)
    echo $$ >"$work/owner"
    TANABAN_SCRATCH=$(mktemp -d /tmp/tanaban-bareroot-XXXXXX)
    export TANABAN_SCRATCH
    at_exit "remove_work '$work'; rm -rf '$TANABAN_SCRATCH'"
    chmod 755 "$work"
    mkdir "$work/older"
    if [ -n "${TANABAN_OLDER_PACKAGE:-}" ]; then
        cp "$TANABAN_OLDER_PACKAGE" "$work/older/"
    else
        timed "make an older package" make_package DEB -R 0.0.1 -B "$work/older"
    fi
    name=$(. /etc/os-release && echo "$VERSION_CODENAME")
    debian_sources "$name" >"$work/sources"
    [ -s "$work/sources" ] || die "apt-get knows no source of Debian $name here: see /etc/apt/sources.list.d"
    # A proxy and the like, as this computer is set up.
    mapfile -t options < <(apt-config dump | sed -n 's/^Acquire::https\{0,1\}::.*/--aptopt=&/p')
    timed "make a bare Debian" in_namespaces mmdebstrap --quiet --variant=apt --include=fonts-vlgothic \
        ${options[@]+"${options[@]}"} "$name" "$work/base" "$work/sources"
    run_step "the .deb in a bare Debian" in_namespaces tests/installer/deb \
        "$work" "$work/base" "$work"/older/tanaban_*.deb build/package/tanaban_*.deb
    run_step "bundle and RPM in a bare system" in_namespaces tests/installer/bundle \
        "$work" "$work/base" build/package/tanaban-*.tar.zst build/package/tanaban-*.rpm
    print_times 15
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
