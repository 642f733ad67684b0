# Tells facts about this host as name=value lines; changes nothing and needs no more than a minimal installation.
# The caller sets slipway_*; os-release is the host's.
# shellcheck shell=sh disable=SC1091,SC2154
# Expects: slipway_package_host, slipway_package_port.
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

say() {
    printf '%s=%s\n' "$1" "$2"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi 2>/dev/null
}

has_entries() {
    [ -n "$(as_root ls -A "$1")" ]
}

ports() {
    # local_address is ADDRESS:PORT in hexadecimal; 0A is a listening TCP socket.
    while read -r _ local _ state _; do
        case "$1$state" in
            tcp0A | udp07) say "$1" "${local##*:}" ;;
        esac
    done <"/proc/net/$2"
}

remains() {
    for path in /etc/kubernetes/manifests /var/lib/etcd /etc/cni/net.d; do
        if has_entries "$path"; then say remains "$path"; fi
    done
    for path in /etc/kubernetes/admin.conf /etc/kubernetes/kubelet.conf /var/lib/kubelet/config.yaml /var/lib/slipway/cluster; do
        if as_root test -e "$path"; then say remains "$path"; fi
    done
    for name in kubelet etcd kube-apiserver containerd dockerd crio; do
        for comm in /proc/[0-9]*/comm; do
            if [ "$(cat "$comm" 2>/dev/null)" = "$name" ]; then
                say remains "running $name"
                break
            fi
        done
    done
}

package_answers() {
    command -v bash >/dev/null && command -v timeout >/dev/null || return 0
    # shellcheck disable=SC2016 # expanded by the inner shell
    if timeout 5 bash -c 'exec 3<>"/dev/tcp/$1/$2"' probe "$slipway_package_host" "$slipway_package_port" 2>/dev/null; then
        say package yes
    else
        say package no
    fi
}

say clock "$(date +%s.%N)"
say hostname "$(cat /proc/sys/kernel/hostname)"
say machine-id "$(cat /etc/machine-id 2>/dev/null)"
if as_root true; then say root yes; else say root no; fi
say product-uuid "$(as_root cat /sys/class/dmi/id/product_uuid)"
say os "$(. /etc/os-release && echo "$ID")"
say os-version "$(. /etc/os-release && echo "$VERSION_ID")"
say os-name "$(. /etc/os-release && echo "$PRETTY_NAME")"
say architecture "$(uname -m)"
say cpus "$(nproc)"
say memory-kib "$(while read -r name value _; do [ "$name" = MemTotal: ] && echo "$value"; done </proc/meminfo)"
say disk-kib "$(df -Pk /var | while read -r _ _ _ available _; do echo "$available"; done | tail -n 1)"
say swap "$(tail -n +2 /proc/swaps | wc -l)"
if [ -d /run/systemd/system ]; then say systemd yes; else say systemd no; fi
say python "$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)"
say mark "$(as_root cat /var/lib/slipway/cluster)"
for family in "" 6; do
    [ -r "/proc/net/tcp$family" ] && ports tcp "tcp$family"
    [ -r "/proc/net/udp$family" ] && ports udp "udp$family"
done
remains
package_answers
say end yes
