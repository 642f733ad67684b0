# shellcheck shell=bash
# Finds what Slipway needs, or installs it where that is possible; sourced by slipway.

readonly java_release=25
readonly go_release=1.26
readonly python_release=3.11
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
    may_install || fail "$what is missing" "$(install_command "$@")"
    read_package_lists
    tracked "Installing $what ($*)" "$SLIPWAY_CACHE/logs/apt-install.log" \
        env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
}

# install_command <Debian package...>: what a person types for them, with the package manager of this machine. The names
# that Debian's own tools have elsewhere are theirs; what only Debian has is looked for under its own name.
install_command() {
    local package names=()
    if command -v apt-get >/dev/null; then echo "as an administrator: apt-get install $*" && return; fi
    for package in "$@"; do
        case $package in
            apt-utils | debian-archive-keyring | ca-certificates) ;;
            gnupg) names+=("$(of_manager gnupg2 gnupg gpg2)") ;;
            libc6-dev) names+=("$(of_manager glibc-static glibc glibc-devel-static)") ;;
            libseccomp-dev) names+=("$(of_manager libseccomp-devel libseccomp libseccomp-devel)") ;;
            openssh-client) names+=("$(of_manager openssh-clients openssh openssh-clients)") ;;
            pkg-config) names+=("$(of_manager pkgconf-pkg-config pkgconf pkg-config)") ;;
            python3-venv) names+=("$(of_manager python3 python python3)") ;;
            xz-utils) names+=(xz) ;;
            docker.io) names+=("$(of_manager moby-engine docker docker)") ;;
            *) names+=("$package") ;;
        esac
    done
   
    echo "as an administrator: $(of_manager 'dnf install' 'pacman -S --needed' 'zypper install') $(printf '%s\n' "${names[@]}" | LC_ALL=C sort -u | paste -sd' ')"
}

# of_manager <dnf's> <pacman's> <zypper's>: the one of the package manager that is here, dnf's when none of them is
of_manager() {
    if command -v pacman >/dev/null; then
        echo "$2"
    elif command -v zypper >/dev/null; then
        echo "$3"
    else
        echo "$1"
    fi
}

read_package_lists() {
    if [[ -z $(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 2>/dev/null | head -n 1) ]]; then
        tracked 'Reading the package lists' "$SLIPWAY_CACHE/logs/apt-update.log" apt-get -q update
    fi
}

# Of another distribution, which has no packages of these names: the commands themselves, all that are missing at once.
# Offline packages hold Debian's own, so apt and its tools are needed there, too.
require_build_commands() {
    local command missing=() packages=()
    declare -A package=([apt-get]=apt [apt-ftparchive]=apt [dpkg-deb]=dpkg [gcc]=gcc [gpg]=gnupg [mmdebstrap]=mmdebstrap
        [pkg-config]=pkg-config [ssh-keygen]=openssh-client [xz]=xz-utils)
    for command in apt-ftparchive apt-get dpkg-deb gcc gpg mmdebstrap pkg-config ssh-keygen xz; do
        if ! command -v "$command" >/dev/null; then missing+=("$command") && packages+=("${package[$command]}"); fi
    done
    if ((${#missing[@]} == 0)); then return; fi
    fail "these commands are missing, which packages are built with: ${missing[*]}" "$(install_command "${packages[@]}")"
}

require_build_tools() {
    command -v dpkg-query >/dev/null || { require_build_commands && return; }
    local package missing=()
    for package in "${build_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    if ((${#missing[@]})); then install 'what packages are built with' "${missing[@]}"; fi
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

# A private JDK is made of Debian's packages, which Ubuntu's keys say nothing about.
has_debian_keys() { [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] && grep -qs '^ID=debian$' /etc/os-release; }

install_java() {
    may_install || fail "a JDK $java_release is missing" "install one and set JAVA_HOME to it: https://adoptium.net" \
        'or run this as root on Debian or Ubuntu'
    read_package_lists
    if apt-cache show "openjdk-$java_release-jdk-headless" >/dev/null 2>&1; then
        install "JDK $java_release" "openjdk-$java_release-jdk-headless"
        return
    fi
    has_debian_keys || fail "a JDK $java_release is missing, and this distribution has no package openjdk-$java_release" \
        'install one and set JAVA_HOME to it: https://adoptium.net' \
        'or use a release that has it, such as Debian 13'
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
    python3 -c "import sys; sys.exit(sys.version_info < (${python_release/./, }))" ||
        fail "Python $python_release or newer is needed; python3 here is $(python3 -c 'import platform; print(platform.python_version())')" \
            'put a newer one on the PATH as python3; Debian 12, Ubuntu 24.04 and later have it'
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
