# Part of ./dev: saying, timing, cleaning up, building.

if [ -t 1 ]; then say() { printf '\033[1m== %s\033[0m\n' "$*"; }; else say() { printf '== %s\n' "$*"; }; fi
die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Work to be done when the script ends, however it ends; the last one added goes first.
exit_work=()
at_exit() { exit_work+=("$1"); }
run_exit_work() {
    local i
    for ((i = ${#exit_work[@]} - 1; i >= 0; i--)); do eval "${exit_work[i]}" || true; done
}
trap run_exit_work EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# A step whose failure ends everything: not to be called where bash ignores errors (if, ||).
times=()
timed() { # NAME COMMAND…
    local name=$1 start=$SECONDS
    shift
    say "$name"
    "$@"
    times+=("$((SECONDS - start))|$name")
}
# A step that is one program and may fail: its exit status is in $status.
tried() { # NAME PROGRAM…
    local name=$1 start=$SECONDS
    shift
    say "$name"
    status=0
    "$@" || status=$?
    times+=("$((SECONDS - start))|$name")
}
print_times() { # MINUTES
    local entry seconds total=0
    say "Time budget"
    for entry in "${times[@]}"; do
        seconds=${entry%%|*}
        total=$((total + seconds))
        printf '  %5d s  %s\n' "$seconds" "${entry#*|}"
    done
    printf '  %5d s  of %d s\n' "$total" "$(($1 * 60))"
}

private_runtime_dir() {
    local folder=/tmp/tanaban-runtime-$(id -u)
    mkdir -p -m 700 "$folder"
    echo "$folder"
}

# A compiler with sanitizers takes about a gigabyte: no more of them than the memory holds.
jobs_that_fit() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1200000) }' /proc/meminfo)
    [ "${memory:-1}" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

try_to_configure() { # PRESET
    if command -v ccache >/dev/null; then
        export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    mkdir -p build
    cmake --preset "$1" >"build/configure-$1.log" 2>&1
}

configure() { # PRESET
    local preset=$1
    # What an interrupted or moved configuration left behind is made anew, once.
    if ! try_to_configure "$preset"; then
        rm -rf "build/$preset/CMakeCache.txt" "build/$preset/CMakeFiles"
        try_to_configure "$preset" || {
            cat "build/configure-$preset.log" >&2
            die "Configuring failed."
        }
    fi
}

build() { # PRESET [TARGET…]
    local preset=$1
    shift
    configure "$preset"
    ninja -C "build/$preset" -j "$(jobs_that_fit)" "$@"
}
