#!/bin/sh
# Runs the registry and nginx until one of them ends or the container is asked to stop.
set -eu

/usr/local/bin/registry serve /etc/slipway/registry.yaml &
registry=$!
/usr/sbin/nginx -e /dev/stderr -c /etc/slipway/nginx.conf &
nginx=$!

stop() {
    trap - TERM INT
    kill -QUIT "$nginx" 2>/dev/null || true
    kill -TERM "$registry" 2>/dev/null || true
    wait
    exit 0
}
trap stop TERM INT

while kill -0 "$registry" 2>/dev/null && kill -0 "$nginx" 2>/dev/null; do
    sleep 1 &
    wait $! || true
done
echo "package server: the registry or nginx ended" >&2
kill "$registry" "$nginx" 2>/dev/null || true
exit 1
