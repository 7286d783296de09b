# Makes one host of the lab, and becomes process 1 of it: its own network, processes, host name and /run.
# Killing that process is cutting the host's power.
#
#   host.sh boot NAME ADDRESS/PREFIX ROOT ... in the lab: boots these hosts. ROOT is the host's root directory, a path on the machine;
#                                             empty if it is that of the lab
#   host.sh wire NAME ADDRESS/PREFIX          in the new host's network: a cable to the lab's bridge
#   host.sh live NAME                         as process 1 of the host
set -eu

case $1 in
boot)
    shift
    while [ $# -gt 0 ]; do
        own_root=$3 setsid unshare --net --uts --ipc --mount sh "$0" wire "$1" "$2" </dev/null >"/run/lab/.native/$1.log" 2>&1 &
        shift 3
    done
    ;;
wire)
    name=$2 address=$3
    hostname "$name"
    # The other end of an earlier life's cable may still be there.
    nsenter --target 1 --net ip link delete "v-$name" 2>/dev/null || :
    ip link add eth0 type veth peer name "v-$name" netns 1
    nsenter --target 1 --net ip link set "v-$name" master br0 up
    ip link set lo up
    ip address add "$address" dev eth0
    ip link set eth0 up
    # A rule that loses packets must be asked before the one that delivers to this host's own addresses.
    ip rule add pref 1000 lookup local
    ip rule delete pref 0
    device=eth0
    . /run/lab/.native/silence.sh
    exec unshare --pid --fork --kill-child --mount-proc sh "$0" live "$name"
    ;;
live)
    name=$2
    exec 9<"/run/lab/$name" 8</run/machine-etc
    programs=$(readlink /run/programs || :)
    if [ -n "${own_root-}" ]; then
        # The lab has all of the machine at /run/machine.
        root=$(cd -P "/run/machine$own_root" && pwd)
        . /run/lab/.native/root.sh
        exec 8</etc
        # The lab's programs may have needed other paths.
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
        unset LD_LIBRARY_PATH
    else
        mount -t tmpfs -o mode=755 tmpfs /run
    fi
    # What a killed server leaves in shared memory goes with its host.
    if [ -d /dev/shm ]; then mount -t tmpfs -o mode=1777 tmpfs /dev/shm; fi
    mkdir -p /run/lab /run/machine-etc /run/postgresql /run/pgpool /run/repmgr
    [ -z "$programs" ] || ln -s "$programs" /run/programs
    mount --no-canonicalize --bind /proc/self/fd/9 /run/lab
    # The lab's /etc consists of links into this one.
    mount --no-canonicalize --rbind /proc/self/fd/8 /run/machine-etc
    if [ -n "${own_root-}" ]; then
        lab=/run/old/run/lab
        . /run/old/run/lab/.native/etc.sh
        umount -l /run/old
        rmdir /run/old
    fi
    exec 9<&- 8<&-
    : >/run/host-ready
    while :; do
        sleep 3600 &
        wait $! || :
    done
    ;;
esac
