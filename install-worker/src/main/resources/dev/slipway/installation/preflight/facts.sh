# Tells facts about this host as name=value lines; changes nothing and needs no more than a minimal installation.
# Runs as root; without root it tells what it can. The caller sets slipway_*; os-release is the host's.
# shellcheck shell=sh disable=SC1091,SC2154
# Expects: slipway_package_host, slipway_package_port; tests set slipway_control_group, slipway_root and slipway_swaps too.
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

say() {
    printf '%s=%s\n' "$1" "$2"
}

# Where the host's files are: at the top, but for tests.
root="${slipway_root:-}"

has_entries() {
    for entry in "$root$1"/* "$root$1"/.[!.]*; do
        # A file system that was just made, and mounted there, is not empty.
        case $entry in */lost+found) continue ;; esac
        if [ -e "$entry" ]; then return 0; fi
    done
    return 1
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
    for path in /etc/kubernetes/manifests /etc/cni/net.d /var/lib/etcd /var/lib/kubelet /var/lib/containerd /var/lib/cni /var/lib/docker; do
        if has_entries "$path"; then say remains "$path"; fi
    done
    for path in /etc/kubernetes/admin.conf /etc/kubernetes/kubelet.conf /var/lib/slipway/cluster; do
        if [ -e "$root$path" ]; then say remains "$path"; fi
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

lesser() {
    # The second one is empty where there is no limit.
    if [ -n "$2" ] && [ "$2" -lt "$1" ]; then echo "$2"; else echo "$1"; fi
}

first_line() {
    for file in "$@"; do
        if [ -r "$file" ]; then head -n 1 "$file" && return; fi
    done
}

container() {
    # What systemd was told by the engine that started it; engines leave files of their own too.
    engine=$(first_line "$root/run/systemd/container")
    if [ -z "$engine" ] && [ -e "$root/.dockerenv" ]; then engine=docker; fi
    if [ -z "$engine" ] && [ -e "$root/run/.containerenv" ]; then engine=podman; fi
    echo "$engine"
}

# A container host sees the whole machine; what the engine gives it is in its control group, of version 2 or 1.
control_group="${slipway_control_group:-/sys/fs/cgroup}"

allowed_cpus() {
    # shellcheck disable=SC2046 # version 2 has both in one file
    set -- $(first_line "$control_group/cpu.max" "$control_group/cpu/cpu.cfs_quota_us") \
        $(first_line "$control_group/cpu/cpu.cfs_period_us")
    if [ "${1:-0}" -gt 0 ] 2>/dev/null; then echo $(($1 / $2)); fi
}

allowed_kib() {
    bytes=$(first_line "$control_group/memory.max" "$control_group/memory/memory.limit_in_bytes")
    if [ "$bytes" -gt 0 ] 2>/dev/null; then echo $((bytes / 1024)); fi
}

name_servers() {
    # The file that kubeadm has the kubelet give to pods, CoreDNS among them.
    resolver=/etc/resolv.conf
    if systemctl is-active --quiet systemd-resolved 2>/dev/null; then resolver=/run/systemd/resolve/resolv.conf; fi
    say resolver "$resolver"
    [ -r "$root$resolver" ] || return 0
    while read -r word address _ || [ -n "$word" ]; do
        if [ "$word" = nameserver ]; then say nameserver "$address"; fi
    done <"$root$resolver"
}

routes() {
    while read -r interface destination _ flags _ _ _ mask _; do
        case $interface$flags in
            \**) ;; # it leads nowhere
            *[13579BDF]) say route "$destination $mask" ;; # it is up
        esac
    done </proc/net/route
}

addresses() {
    ip -4 -o address show 2>/dev/null | while read -r _ interface _ address _; do
        say address "$interface $address"
    done
}

firewalls() {
    if systemctl is-active --quiet firewalld 2>/dev/null; then say firewall firewalld; fi
    # The file outlives ufw.
    command -v ufw >/dev/null && [ -r "$root/etc/ufw/ufw.conf" ] || return 0
    while read -r setting || [ -n "$setting" ]; do
        if [ "$setting" = ENABLED=yes ]; then say firewall ufw; fi
    done <"$root/etc/ufw/ufw.conf"
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
if [ "$(id -u)" = 0 ]; then say root yes; else say root no; fi
say product-uuid "$(cat /sys/class/dmi/id/product_uuid 2>/dev/null)"
say os "$(. /etc/os-release && echo "$ID")"
say os-version "$(. /etc/os-release && echo "$VERSION_ID")"
say os-name "$(. /etc/os-release && echo "$PRETTY_NAME")"
say architecture "$(uname -m)"
say cpus "$(lesser "$(nproc)" "$(allowed_cpus)")"
memory_kib=$(while read -r name value _; do [ "$name" = MemTotal: ] && echo "$value"; done </proc/meminfo)
say memory-kib "$(lesser "$memory_kib" "$(allowed_kib)")"
say disk-kib "$(df -Pk /var | while read -r _ _ _ available _; do echo "$available"; done | tail -n 1)"
tail -n +2 "${slipway_swaps:-/proc/swaps}" | while read -r area _; do say swap "$area"; done
say container "$(container)"
if [ -e "$control_group/cgroup.controllers" ]; then say control-groups 2; else say control-groups 1; fi
if [ -d /run/systemd/system ]; then say systemd yes; else say systemd no; fi
say python "$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)"
say mark "$(cat "$root/var/lib/slipway/cluster" 2>/dev/null)"
for family in "" 6; do
    [ -r "/proc/net/tcp$family" ] && ports tcp "tcp$family"
    [ -r "/proc/net/udp$family" ] && ports udp "udp$family"
done
remains
name_servers
routes
addresses
firewalls
package_answers
say end yes
