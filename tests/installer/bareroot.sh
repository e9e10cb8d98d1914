# Part of the tests of packages in a bare system: making one, working in it, comparing it before and
# after. Runs in namespaces of its own (tools/longtest.sh), whose mounts and processes end with it.

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
source_root=$(readlink -f "$here/../..")
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
# A folder in /tmp, which has the same path inside and outside.
scratch_home=$TANABAN_SCRATCH
trap 'exit 130' INT TERM

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
ok() { echo "  ok: $*"; }

# enter_copy BASE ROOT: a copy of the bare system with what a running system has, and a person in it.
enter_copy() {
    root=$2
    cp -a --reflink=auto "$1" "$root"
    mount --bind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind /tmp "$root/tmp"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    inside useradd -m clerk
    home=$root/home/clerk
}

inside() { chroot "$root" "$@"; }
as_clerk() {
    chroot --userspec=clerk:clerk "$root" env -i HOME=/home/clerk LANG=C.UTF-8 \
        PATH=/home/clerk/.local/bin:/usr/local/bin:/usr/bin:/bin sh -c 'cd && exec "$@"' sh "$@"
}
apt_inside() { # the log is told only when something fails
    ${without_network:-} chroot "$root" apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" \
        >"$work/apt.log" 2>&1 || {
        cat "$work/apt.log" >&2
        fail "apt-get $*"
    }
}
apt_offline() { without_network="unshare --net" apt_inside "$@"; }

# Every file outside of what package managers note down and of people's own folders, with its size.
listing() { # FILE
    find "$root" -xdev -regextype posix-extended \
        -regex "$root/(proc|dev|sys|tmp|home|root|run|var/(cache|log|lib/(apt|dpkg|rpm-of-test)))" -prune \
        -o -type f -printf '%P %s\n' -o -printf '%P\n' | LC_ALL=C sort >"$1"
}
same_as_before() { # BEFORE WHAT
    listing "$work/after"
    diff "$1" "$work/after" >"$work/diff" || fail "$2 (< before, > after):
$(cat "$work/diff")"
}

# programs FOLDER PATH: tanaban and tanabanctl of the system inside, to be called from outside.
programs() {
    local name
    mkdir -p "$1"
    for name in tanaban tanabanctl; do
        printf '#!/bin/sh\nexec chroot "%s" "%s/%s" "$@"\n' "$root" "$2" "$name" >"$1/$name"
        chmod +x "$1/$name"
    done
}

# Screen, bus and screen reader are outside: nothing that they bring is there for the program.
receives() { # FOLDER of programs
    unshare --net "$source_root/tests/ui/accessibility/run" "$1" >"$work/receive.log" 2>&1 || {
        cat "$work/receive.log" >&2
        fail "no receipt through the window"
    }
    ok "$(tail -n 1 "$work/receive.log")"
}

# new_database NAME: its path is in $database. Made by the tanabanctl in the system that $ctl names.
new_database() {
    database=$scratch_home/$1
    inside env HOME="$scratch_home" LC_ALL=C.UTF-8 "$ctl" --db "sqlite:$database" demo --rows 300 \
        >"$scratch_home/said" 2>&1 || fail "no database: $(cat "$scratch_home/said")"
}
# opens NAME PROGRAM…: the program, given the path of a new database, comes to the point where the
# title of its window tells that it is open; under X without any other program.
opens() {
    new_database "$1"
    shift
    # shellcheck disable=SC2016 # the inner shell's
    unshare --net env -i PATH="$PATH" HOME="$scratch_home" LC_ALL=C.UTF-8 \
        xvfb-run -a -s "-screen 0 1280x800x24 -noreset" bash -c '
        title=$1
        shift
        "$@" >"$HOME/said" 2>&1 &
        timeout 60 xdotool search --sync --onlyvisible --name "^.+ — $title — Tanaban\$" >/dev/null' \
        opens "$(basename "$database")" "$@" "$database" ||
        fail "$database is not opened: $(cat "$scratch_home/said")"
}
# opens_on_wayland NAME PROGRAM…: the same under Wayland without any X.
opens_on_wayland() {
    local compositor program tries title
    new_database "$1"
    shift
    title="$(basename "$database") — Tanaban"
    export XDG_RUNTIME_DIR=$scratch_home/runtime
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    weston --backend=headless-backend.so --socket=wayland-test --idle-time=0 >"$work/weston.log" 2>&1 &
    compositor=$!
    for ((tries = 0; tries < 300; tries++)); do
        [ ! -S "$XDG_RUNTIME_DIR/wayland-test" ] || break
        sleep 0.1
    done
    env -i PATH="$PATH" HOME="$scratch_home" LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$XDG_RUNTIME_DIR" XDG_SESSION_TYPE=wayland \
        WAYLAND_DISPLAY=wayland-test WAYLAND_DEBUG=1 "$@" "$database" >"$scratch_home/said" 2>&1 &
    program=$!
    for ((tries = 0; tries < 600; tries++)); do
        ! grep -q "set_title(\".* — $title\")" "$scratch_home/said" || break
        sleep 0.1
    done
    kill "$program" "$compositor" 2>/dev/null || true
    wait "$program" "$compositor" 2>/dev/null || true
    [ "$tries" -lt 600 ] || fail "$database is not opened under Wayland: $(tail -n 20 "$scratch_home/said" "$work/weston.log")"
}
