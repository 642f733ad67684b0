# shellcheck shell=bash
# Finds what Slipway needs, or installs it where that is possible; sourced by slipway.

readonly java_release=25
readonly go_release=1.26
readonly build_packages=(apt-utils ca-certificates debian-archive-keyring gcc gnupg libc6-dev libseccomp-dev mmdebstrap
    openssh-client pkg-config python3-venv xz-utils)

# require_for <command line...>: what that command needs; its help needs only what shows it.
require_for() {
    require_java
    if asks_for_help "$@"; then return; fi
    case "${1:-} ${2:-}" in
        'up '* | 'prepare '* | 'test '*)
            require_build_tools
            require_python
            require_go
            require_docker
            ;;
        'package build' | 'package lock')
            require_docker
            require_go
            require_build_tools
            ;;
        'package '*) require_docker ;;
        'down '* | 'logs '* | 'status '*) require_python ;;
    esac
}

asks_for_help() {
    local argument
    for argument in "$@"; do
        case $argument in -h | --help) return 0 ;; esac
    done
    return 1
}

may_install() { [[ $EUID == 0 ]] && command -v apt-get >/dev/null; }

# install <what for> <package...>: installs Debian packages, or says which command would
install() {
    local what=$1
    shift
    may_install || fail "$what is missing" "as an administrator: apt-get install $*" \
        'on another distribution: the packages of the same purpose'
    if [[ -z $(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 2>/dev/null | head -n 1) ]]; then
        tracked 'Reading the package lists' "$SLIPWAY_CACHE/logs/apt-update.log" apt-get -q update
    fi
    tracked "Installing $what ($*)" "$SLIPWAY_CACHE/logs/apt-install.log" \
        env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
}

require_build_tools() {
    command -v dpkg-query >/dev/null || { need_commands gcc gpg mmdebstrap pkg-config ssh-keygen xz && return; }
    local package missing=()
    for package in "${build_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    if ((${#missing[@]})); then install 'what packages are built with' "${missing[@]}"; fi
}

need_commands() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || fail "the command $command is missing" 'install the package that has it'
    done
}

# A JDK of the release: JAVA_HOME, what the distribution keeps in /usr/lib/jvm, the PATH, or the one made earlier.
find_java() {
    local home javac
    javac=$(command -v javac || true)
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*"$java_release"* "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}" \
        "$SLIPWAY_CACHE/java/home"; do
        if [[ -x $home/bin/javac ]] && grep -q "^JAVA_VERSION=\"${java_release}[.\"]" "$home/release" 2>/dev/null; then
            echo "$home" && return
        fi
    done
}

require_java() {
    local home
    home=$(find_java)
    if [[ -z $home ]]; then
        install_java
        home=$(find_java)
    fi
    [[ -n $home ]] || fail "a JDK $java_release is missing" 'install one and set JAVA_HOME to it'
    export JAVA_HOME=$home
}

install_java() {
    may_install || fail "a JDK $java_release is missing" "install one and set JAVA_HOME to it, or run this as root on Debian"
    apt-get -q update >/dev/null 2>&1 || true
    if apt-cache show "openjdk-$java_release-jdk-headless" >/dev/null 2>&1; then
        install "JDK $java_release" "openjdk-$java_release-jdk-headless"
        return
    fi
    if ! command -v patchelf >/dev/null || [[ ! -e /etc/ssl/certs/ca-certificates.crt ]]; then
        install "what a private JDK $java_release needs" patchelf ca-certificates
    fi
    mkdir -p "$SLIPWAY_CACHE"
    tracked "Installing JDK $java_release below $SLIPWAY_CACHE" "$SLIPWAY_CACHE/logs/java.log" \
        "$SLIPWAY_HOME/infra/java/install" "$SLIPWAY_CACHE/java"
}

# pip_install <requirements file>: into the private environment, unless the very same file was installed there before.
pip_install() {
    local python=$SLIPWAY_CACHE/python file=$SLIPWAY_HOME/infra/python/$1 mark digest
    mark=$python/.$1.sha256
    digest=$(cat "$SLIPWAY_HOME"/infra/python/requirements.txt "$file" | sha256sum)
    [[ -f $mark && $(<"$mark") == "$digest" ]] && return
    rm -f "$mark"
    if [[ ! -x $python/bin/pip ]]; then
        tracked 'Making the Python environment' "$SLIPWAY_CACHE/logs/python.log" python3 -m venv "$python"
    fi
    tracked "Installing Python packages ($1)" "$SLIPWAY_CACHE/logs/pip.log" \
        "$python/bin/pip" --disable-pip-version-check install --no-input --require-hashes -r "$file"
    echo "$digest" >"$mark"
}

require_python() {
    export PATH=$SLIPWAY_CACHE/python/bin:$SLIPWAY_CACHE/bin:$PATH
    python3 -c 'import ensurepip, venv' 2>/dev/null || install Python python3 python3-venv
    pip_install requirements.txt
}

go_fits() {
    local version
    version=$(GOTOOLCHAIN=local "$1" env GOVERSION 2>/dev/null) || return 1
    [[ $(printf '%s\n' "go$go_release" "$version" | sort -V | head -n 1) == "go$go_release" ]]
}

require_go() {
    require_python
    local go
    for go in "$(command -v go || true)" /usr/local/go/bin/go; do
        if [[ -n $go ]] && go_fits "$go"; then
            export PATH=$PATH:${go%/*}
            return
        fi
    done
    pip_install requirements-go.txt
    go_fits "$SLIPWAY_CACHE/python/bin/go" || fail "Go $go_release or newer is missing" 'install it and put it on the PATH'
}

require_docker() {
    command -v docker >/dev/null || install 'the Docker engine' docker.io
    docker info >/dev/null 2>&1 && return
    [[ $EUID == 0 ]] || fail 'the Docker engine does not answer' "start it, or join its group: adduser $(id -un) docker"
    command -v dockerd >/dev/null || install 'the Docker engine' docker.io
    if [[ -d /run/systemd/system ]]; then
        systemctl start docker
    else
        mkdir -p "$SLIPWAY_CACHE/logs"
        setsid --fork dockerd >"$SLIPWAY_CACHE/logs/dockerd.log" 2>&1 </dev/null
    fi
    local attempt
    for attempt in {1..60}; do
        docker info >/dev/null 2>&1 && return
        ((attempt % 10)) || say "Waiting for the Docker engine: $attempt s"
        sleep 1
    done
    fail 'the Docker engine did not start' "its log: $SLIPWAY_CACHE/logs/dockerd.log (or: journalctl -u docker)"
}
