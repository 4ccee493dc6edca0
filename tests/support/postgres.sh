#!/bin/sh
# A throw-away PostgreSQL for tests and benches.
#
#   postgres.sh where                    prints the folder of initdb, or why there is none
#   postgres.sh serve FOLDER PORT PID    runs a server on 127.0.0.1:PORT with its data in FOLDER;
#                                        when process PID is gone it stops, and FOLDER with it
#
# MAITRED_TEST_POSTGRES_BIN names the folder of initdb where it is not found by itself.
set -u

where() {
    for folder in ${MAITRED_TEST_POSTGRES_BIN:-} $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin \
        /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -rV) $(echo "$PATH" | tr : ' '); do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && [ -x "$folder/psql" ]; then
            if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
                echo "PostgreSQL does not run as root, and there is no user postgres"
                return 1
            fi
            echo "$folder"
            return 0
        fi
    done
    echo "no initdb, postgres and psql in /usr/lib/postgresql or on the PATH"
    return 1
}

lives() {
    # Not `kill -0`: the process may belong to somebody else.
    if [ -d /proc/self ]; then [ -d "/proc/$1" ]; else ps -p "$1" >/dev/null 2>&1; fi
}

serve() {
    folder=$1 port=$2 watched=$3
    tools=$(where) || exit 1
    cd "$folder" || exit 1
    "$tools/initdb" -D data -U postgres -A trust -E UTF8 --no-locale -N >initdb.log 2>&1 </dev/null || exit 1
    # Nothing here outlives the tests: no fsync. Tests cut connections, not the power.
    "$tools/postgres" -D data -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=400 \
        -c fsync=off -c full_page_writes=off -c shared_buffers=64MB >server.log 2>&1 </dev/null &
    server=$!
    while lives "$watched" && lives "$server"; do sleep 1; done
    kill -INT "$server" 2>/dev/null
    wait "$server"
    rm -rf "$folder"
}

case ${1:-} in
where) where ;;
serve)
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$2" || exit 1
        # The user postgres may not be able to read this file.
        exec runuser -u postgres -- sh -c "$(cat "$0")" postgres.sh "$@"
    fi
    serve "$2" "$3" "$4"
    ;;
*)
    echo "postgres.sh where | serve FOLDER PORT PID" >&2
    exit 2
    ;;
esac
