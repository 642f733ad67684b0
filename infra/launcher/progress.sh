# shellcheck shell=bash
# Lines that tell what is going on; sourced by slipway. Everything goes to standard error: standard output is the cli's.

say() { echo "slipway: $*" >&2; }

# fail <what is wrong> [<way out>...]
fail() {
    say "$1"
    shift
    local line
    for line in "$@"; do echo "         $line" >&2; done
    exit 1
}

# tracked <what> <log file> <command...>: runs the command into the log, with a line every 10 seconds, and shows the
# end of the log when it fails. A function `progress_of <log file>` may say how far it is.
tracked() {
    local what=$1 log=$2 started=$SECONDS ticker status=0
    shift 2
    mkdir -p "$(dirname "$log")"
    say "$what"
    (while sleep 10; do say "$what: $(progress_of "$log")$((SECONDS - started)) s"; done) &
    ticker=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if ((status != 0)); then
        tail -n 25 "$log" >&2
        fail "$what failed after $((SECONDS - started)) s" "the whole log: $log" 'run the same command again to go on'
    fi
    if ((SECONDS - started >= 5)); then say "$what: done in $((SECONDS - started)) s"; fi
}

progress_of() {
    local module
    module=$(grep -oE 'Building .*\[[0-9]+/[0-9]+\]' "$1" 2>/dev/null | tail -n 1 | sed -E 's/Building (.*) [^ ]+ +\[([0-9]+)\/([0-9]+)\]/\2 of \3 (\1), /')
    echo "$module"
}
