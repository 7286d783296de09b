# Process 1 of a lab. As long as it lives the lab lives; with it goes everything that the lab ever started.
# It runs as root of a user namespace of its own, which outside is nobody but the user who called.
#
#   holder.sh machine DIRECTORY PORT VIP UTILITY/PREFIX ROOT    in the machine's network, with a release's root directory or, if that is
#                                          empty, the machine's: opens the gate, then goes on as
#   holder.sh lab VIP UTILITY/PREFIX       in the lab's network: the bridge, and the utility host
set -eu

# One end of the gate stands in the machine's network, the other in the lab's; a socket in /run/gate joins them.
gate=/run/gate/.s.PGSQL.5432

case $1 in
machine)
    directory=$2 port=$3 root=$6
    mount --make-rprivate /
    # The lab's directory may itself lie below /run: it is held open while /run is covered.
    exec 9<"$directory"
    programs=$(readlink "$directory/.programs" || :)
    exec 8</etc
    if [ -n "$root" ]; then
        . "$directory/.native/root.sh"
        exec 8</etc
    else
        mount -t tmpfs -o mode=755 tmpfs /run
    fi
    if [ -d /dev/shm ]; then mount -t tmpfs -o mode=1777 tmpfs /dev/shm; fi
    mkdir -p /run/lab /run/gate /run/machine-etc
    [ -z "$programs" ] || ln -s "$programs" /run/programs
    mount --no-canonicalize --bind /proc/self/fd/9 /run/lab
    mount --no-canonicalize --rbind /proc/self/fd/8 /run/machine-etc
    exec 9<&- 8<&-
    lab=/run/lab
    . /run/lab/.native/etc.sh
    # A host that gets a root directory of its own later needs all of the machine, or the path of another release in it.
    if [ -n "$root" ]; then
        mkdir /run/machine
        mount --move /run/old /run/machine
        rmdir /run/old
    else
        ln -s / /run/machine
    fi
    while :; do
        socat "TCP-LISTEN:$port,bind=127.0.0.1,fork,reuseaddr,nodelay,backlog=1024" "UNIX-CONNECT:$gate" || sleep 1
    done &
    exec unshare --net --uts --ipc sh /run/lab/.native/holder.sh lab "$4" "$5"
    ;;
lab)
    vip=$2 utility=$3
    hostname utility
    ip link set lo up
    ip link add br0 type bridge
    ip link set br0 type bridge stp_state 0 forward_delay 0
    ip address add "$utility" dev br0
    ip link set br0 up
    device=br0
    . /run/lab/.native/silence.sh
    while :; do
        socat "UNIX-LISTEN:$gate,fork,unlink-early,mode=600,backlog=1024" "TCP:$vip:5432,nodelay,connect-timeout=10" || sleep 1
    done &
    : >/run/lab-ready
    # Whatever loses its parent in here becomes a child of this process: it is waited for, so that no zombie stays.
    while :; do
        sleep 3600 &
        wait $! || :
    done
    ;;
esac
