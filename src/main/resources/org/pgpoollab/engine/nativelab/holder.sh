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
    if [ -n "$root" ]; then
        # A host of another release has that release's files, and all else of the machine. Not by chroot: in one nobody may make the user
        # namespace in which PostgreSQL runs.
        mount --bind "$root" "$root"
        for place in proc sys dev; do mount --rbind "/$place" "$root/$place"; done
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        # All labs share the files, so none may change them. What else the file system does not allow must be said again.
        flags=$(while read -r _ _ _ _ place flags _; do
            [ "$(printf %b "$place")" != "$root" ] || echo "$flags"
        done </proc/self/mountinfo | tail -n 1)
        mount -o "remount,bind,ro${flags#rw}" "$root"
        cd "$root"
        pivot_root . old
        cd /
    fi
    exec 8</etc
    mount -t tmpfs -o mode=755 tmpfs /run
    if [ -d /dev/shm ]; then mount -t tmpfs -o mode=1777 tmpfs /dev/shm; fi
    mkdir -p /run/lab /run/gate /run/machine-etc /run/etc
    [ -z "$programs" ] || ln -s "$programs" /run/programs
    mount --no-canonicalize --bind /proc/self/fd/9 /run/lab
    mount --no-canonicalize --rbind /proc/self/fd/8 /run/machine-etc
    exec 9<&- 8<&-
    # The lab has an /etc of its own: links to the machine's or the release's, but its own hosts and accounts. Files mounted onto the
    # machine's would be lost whenever it replaces them by renaming, as useradd does.
    ln -s /run/machine-etc/* /run/etc/
    for file in /run/machine-etc/*; do
        # A relative link is only right where it stands.
        if [ -h "$file" ]; then cp -Pf "$file" /run/etc/; fi
    done
    for file in hosts passwd group; do
        rm -f "/run/etc/$file"
        cp "/run/lab/$file" "/run/etc/$file"
        chmod 644 "/run/etc/$file"
    done
    mount --bind /run/etc /etc
    [ -z "$root" ] || umount -l /old
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
