# shellcheck shell=bash
# Builds the jars when their sources changed, and runs the cli from them; sourced by slipway.

readonly modules=contracts,toolkit,gateway,plan-service,provisioning-worker,install-worker,cli
readonly state=$SLIPWAY_HOME/target/slipway

# What the jars are made of: names, sizes and times. A jar whose build was interrupted has no such mark.
# provisioning-worker carries the Terraform configurations.
sources() {
    (cd "$SLIPWAY_HOME" && {
        find pom.xml .mvn {contracts,toolkit,gateway,plan-service,provisioning-worker,install-worker,cli}/{pom.xml,src/main} \
            -type f -printf '%p %s %T@\n'
        find infra/terraform -type f -name '*.tf' -printf '%p %s %T@\n'
    } 2>/dev/null | LC_ALL=C sort | sha256sum)
}

# What root made here cannot be built on by others.
require_own_state() {
    local place=$state
    while [[ ! -e $place ]]; do place=${place%/*}; done
    [[ -w $place ]] || fail "$place belongs to $(stat --format=%U "$place"), so $(id -un) cannot build here" \
        'run it as that user' "or, as an administrator: chown -R $(id -un) $SLIPWAY_HOME"
}

build_jars() {
    require_own_state
    mkdir -p "$state"
    exec 8>"$state/lock"
    if ! flock --nonblock 8; then
        say 'Waiting for another build of the jars in this checkout to end'
        flock 8
    fi
    local sources
    sources=$(sources)
    if [[ ! -f $state/built || $(<"$state/built") != "$sources" ]]; then
        rm -f "$state/built"
        tracked 'Building the jars' "$state/build.log" "$SLIPWAY_HOME/mvnw" -f "$SLIPWAY_HOME/pom.xml" \
            --batch-mode -T 2 -pl "$modules" -Pjars package
        echo "$sources" >"$state/built.partial"
        mv "$state/built.partial" "$state/built"
    fi
    exec 8>&-
}

# builds <command line...>: whether that command is there to build what changed
builds() {
    case "${1:-} ${2:-}" in
        'up '* | 'prepare '* | 'package build') ! asks_for_help "$@" ;;
        *) return 1 ;;
    esac
}

# bring_jars <command line...>: who wants to see or stop something gets what was built last, when there is any: a change
# of the sources that does not compile, or a machine without a way to Maven, must not be in the way.
bring_jars() {
    if ! builds "$@" && { [[ -f $state/built ]] || [[ -n $(copies) ]]; }; then
        if [[ ! -f $state/built || $(<"$state/built") != "$(sources)" ]]; then
            say 'sources changed; ./slipway up builds them'
        fi
    else
        build_jars
    fi
}

# copies: those of earlier builds, the newest first
copies() {
    find "$state/run" -mindepth 2 -maxdepth 2 -name cli.jar ! -path '*.partial/*' -printf '%T@ %h\n' 2>/dev/null |
        sort -rn | sed 's/^[^ ]* //'
}

# use_last_copy: sets `copy` to the newest, and keeps it like use_copy, for which another build is in the way
use_last_copy() {
    local candidate
    while read -r candidate; do
        if { exec 9>"$candidate/lock"; } 2>/dev/null && flock --shared --nonblock 9 && [[ -e $candidate/cli.jar ]]; then
            copy=$candidate
            return
        fi
    done < <(copies)
}

# Runs from a copy of what was built last: another build of this checkout may begin while a command goes on.
# use_copy: makes it unless it is there, sets `copy`, and keeps it from being removed until this process has ended
use_copy() {
    local other
    exec 8>"$state/lock"
    flock 8
    [[ -f $state/built ]] || fail 'a build of the jars was interrupted' 'run the same command again'
    copy=$state/run/$(cut -c 1-16 "$state/built")
    if [[ ! -d $copy ]]; then
        rm -rf "$copy.partial"
        mkdir -p "$copy.partial"
        cp -r "$SLIPWAY_HOME/cli/target/cli.jar" "$SLIPWAY_HOME/cli/target/lib" "$copy.partial"
        mv "$copy.partial" "$copy"
    fi
    exec 9>"$copy/lock"
    flock --shared 9
    for other in "$state"/run/*; do
        if [[ $other != "$copy" ]]; then flock --nonblock "$other/lock" rm -rf "$other" 2>/dev/null || true; fi
    done
    exec 8>&-
}

# The first compiler starts fastest, but only the second one knows the processor's instructions for SHA-256, and what
# builds or verifies a package is mostly that.
run_cli() {
    local compiler=-XX:TieredStopAtLevel=1 copy=''
    case ${1:-} in package | prepare) compiler=-XX:+TieredCompilation ;; esac
    if [[ ! -f $state/built ]] && ! builds "$@"; then use_last_copy; fi
    if [[ -z $copy ]]; then use_copy; fi
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC "$compiler" -Xshare:auto -Xlog:disable \
        -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="$copy/cli.jsa" --sun-misc-unsafe-memory-access=allow \
        -cp "$copy/cli.jar:$copy/lib/*" dev.slipway.cli.Slipway "$@"
}
