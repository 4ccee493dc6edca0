#!/bin/sh
# The portal: its build and its tests, as `make` calls them.
#
#   portal.sh where          says nothing where Node can build it, else why not
#   portal.sh build          builds plugins/portal/web/dist where its sources are newer
#   portal.sh test           its own tests, then the build with its budget
#   portal.sh browse BINARY  what people do in it: Playwright in Chromium, against a demo
#                            desk that BINARY serves; says why not where there is no browser
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
web=$top/plugins/portal/web

where() {
    command -v node >/dev/null && command -v npm >/dev/null || { echo "Node is missing (20.19 or newer, with npm: https://nodejs.org)"; return 1; }
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a === 20 && +b >= 19) ? 0 : 1)' ||
        { echo "Node $(node --version) is too old (20.19 or newer: https://nodejs.org)"; return 1; }
}

# Libraries as the lock file says, fetched once.
libraries() {
    cd "$web"
    [ ! package-lock.json -nt node_modules/.package-lock.json ] && [ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error
}

build() {
    cd "$web"
    if [ -f dist/index.html ] && [ -z "$(find . -path ./node_modules -prune -o -path ./dist -prune -o -path ./e2e -prune -o -type f -newer dist/index.html -print | head -n 1)" ]; then
        return 0
    fi
    libraries
    npm run --silent build
}

# A demo desk on a port that is free, for as long as the tests run.
browse() {
    binary=$1
    browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
    [ -n "$browser" ] || { echo "LEFT OUT: the portal in a browser, since there is no Chromium (Debian: apt-get install chromium)."; return 0; }
    build
    folder=$(mktemp -d)
    # The desk says its address; it serves the portal of this tree.
    (cd "$top" && exec "$binary" serve --demo --listen 127.0.0.1:0 --database "sqlite://$folder/desk.db") >"$folder/log" 2>&1 &
    desk=$!
    trap 'kill $desk 2>/dev/null; rm -rf "$folder"' EXIT INT TERM
    for _ in $(seq 600); do
        address=$(sed -n 's/.*\(http:\/\/127\.0\.0\.1:[0-9]*\).*/\1/p' "$folder/log" | head -n 1)
        [ -z "$address" ] || break
        kill -0 $desk 2>/dev/null || { cat "$folder/log"; return 1; }
        sleep 0.1
    done
    cd "$web"
    CHROMIUM=$browser MAITRED_URL=$address npm run --silent e2e
}

case ${1:-} in
where) where ;;
build) build ;;
test) cd "$web" && libraries && npm test --silent && npm run --silent build ;;
browse) browse "$2" ;;
*)
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
