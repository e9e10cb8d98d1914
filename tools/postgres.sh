# Part of ./dev: PostgreSQL servers of our own, never the one of the computer.

pg_bin=/usr/lib/postgresql/15/bin

# PostgreSQL refuses to run as root: then it is the user postgres, whom the package made.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups env -C / HOME=/tmp PGTZ=UTC "$@"
    else
        env -C / "$@"
    fi
}

free_port() {
    local port
    for ((port = 54330; port < 54430; port++)); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    die "No free port between 54330 and 54429."
}

# pg_make FOLDER: an empty cluster with the one login postgres, for this computer only.
pg_make() {
    mkdir -p "$1"
    chmod 700 "$1"
    if [ "$(id -u)" -eq 0 ]; then chown postgres:postgres "$1"; fi
    as_postgres "$pg_bin/initdb" -D "$1/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 \
        >/dev/null
}

pg_start() { # FOLDER PORT [SETTING=VALUE…]
    local folder=$1 port=$2 setting settings=""
    shift 2
    for setting in "$@"; do settings+=" -c $setting"; done
    as_postgres "$pg_bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -s start \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder$settings"
}

pg_stop() { # FOLDER
    as_postgres "$pg_bin/pg_ctl" -D "$1/data" -m immediate -w -s stop || true
}

# One server for a whole run of tests or benchmarks; gone with it.
throwaway=""
throwaway_start() { # [SETTING=VALUE…]
    local old port
    # What runs that were killed left behind.
    for old in /tmp/tanaban-run-*; do
        [ -f "$old/owner" ] || continue
        if [ -O "$old/owner" ] && ! kill -0 "$(cat "$old/owner")" 2>/dev/null; then
            pg_stop "$old" 2>/dev/null
            rm -rf "$old"
        fi
    done
    throwaway=$(mktemp -d /tmp/tanaban-run-XXXXXX)
    echo $$ >"$throwaway/owner"
    at_exit throwaway_stop
    pg_make "$throwaway"
    port=$(free_port)
    pg_start "$throwaway" "$port" "$@"
    export TANABAN_TEST_PG=127.0.0.1:$port TANABAN_TEST_PG_LOG=$throwaway/log
    say "PostgreSQL: $TANABAN_TEST_PG"
}
throwaway_stop() {
    [ -n "$throwaway" ] || return 0
    pg_stop "$throwaway"
    rm -rf "$throwaway"
    throwaway=""
}

# A server that stays until it is told to stop. Its folder is .dev/server, or, where the user
# postgres cannot get there (a home folder of root), one in /var/tmp whose name .dev/server.folder
# holds.
server_folder() {
    local folder
    mkdir -p .dev
    if [ -f .dev/server.folder ]; then
        folder=$(cat .dev/server.folder)
    else
        folder=$root/.dev/server
        # A socket's path must not be longer than 107 bytes.
        if ! as_postgres test -x "$root/.dev" 2>/dev/null || [ ${#folder} -gt 80 ]; then
            folder=/var/tmp/tanaban-server-$(id -u)-$(echo "$root" | cksum | cut -d' ' -f1)
        fi
        echo "$folder" >.dev/server.folder
    fi
    echo "$folder"
}

server_start() {
    local folder port url
    folder=$(server_folder)
    if [ ! -f "$folder/data/PG_VERSION" ] || [ ! -f "$folder/ready" ]; then
        pg_stop "$folder" 2>/dev/null
        rm -rf "$folder"
        say "Making a PostgreSQL server in $folder"
        pg_make "$folder"
    fi
    if ! as_postgres "$pg_bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
        port=$(free_port)
        echo "$port" >"$folder/port"
        pg_start "$folder" "$port" jit=off
    fi
    port=$(cat "$folder/port")
    url=postgresql://postgres@127.0.0.1:$port/tanaban
    if [ ! -f "$folder/ready" ]; then
        say "Filling it with the demo company"
        as_postgres "$pg_bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -d postgres \
            -c 'CREATE DATABASE tanaban'
        build/release/bin/tanabanctl --db "$url" init >/dev/null
        build/release/bin/tanabanctl --db "$url" demo
        touch "$folder/ready"
    fi
    say "Running. Anybody on this computer can connect; it is for trying out."
    cat <<TEXT
  build/release/bin/tanaban --db '$url'
  build/release/bin/tanabanctl --db '$url' stock list
  ./dev server stop      ends it and removes its data
TEXT
}

server_stop() {
    local folder
    folder=$(server_folder)
    pg_stop "$folder" 2>/dev/null
    rm -rf "$folder" .dev/server.folder
    say "Stopped and removed."
}
