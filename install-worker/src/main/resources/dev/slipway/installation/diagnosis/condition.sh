# Tells the condition of this host as name=value lines: its clock, the file systems a cluster writes to as
# "free-kibibytes free-files mount-point", the kubelet's last error, and the last words of services that failed. Changes
# nothing.
# shellcheck shell=sh
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi 2>/dev/null
}

echo "clock=$(date +%s.%N)"

for path in / /etc /opt /run /tmp /usr/local /var /var/cache/apt /var/lib /var/lib/containerd /var/lib/etcd \
    /var/lib/kubelet /var/lib/slipway /var/log; do
    [ -d "$path" ] || continue
    files=$(df -Pi "$path" 2>/dev/null | awk 'NR == 2 { print $2 == 0 ? "-" : $4 }')
    df -Pk "$path" 2>/dev/null | awk -v files="${files:--}" 'NR == 2 { print "disk=" $4, files, $6 }'
done

for unit in $(systemctl list-units --failed --plain --no-legend --type=service 2>/dev/null | awk '{ print $1 }'); do
    as_root journalctl --unit="$unit" --lines=5 --output=cat --no-pager | sed "s/^/journal=$unit: /"
done

# A kubelet that is started again and again never counts as failed. Its errors begin as "E1124 04:31:38.7 2123 file.go:1] ".
kubelet=$(as_root journalctl --unit=kubelet --since=-5min --lines=200 --output=cat --no-pager |
    sed -n 's/^E[0-9]* [^]]*] //p' | tail -n 1)
if [ -n "$kubelet" ]; then echo "kubelet=$kubelet"; fi
