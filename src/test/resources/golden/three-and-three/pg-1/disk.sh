#!/bin/sh
# The disk that pg-1 keeps its WAL on: full, or with room again. pgpool-lab runs this for "fill" and "heal". It can be typed as
# well, as root on this node: sh /run/lab/disk.sh fill
#
#   fill    there is no room for anything new in pg_wal
#   empty   there is room again
#
# Over pg_wal lies a small file system that is full. It is closed for new files before PostgreSQL sees it: what would be made there
# would be lost when it is taken away. WAL segments that exist are let through.
wal=/run/lab/data/pg_wal
disk=/run/full

fill() {
    set -e
    if grep -q " $wal overlay " /proc/self/mounts; then exit 0; fi
    umount -l $disk 2>/dev/null || :
    mkdir -p $disk
    mount -t tmpfs -o size=64k,mode=700 full $disk
    mkdir $disk/work $disk/seen
    mkdir -m 700 $disk/upper
    chown "$(stat -c %u:%g $wal)" $disk/upper
    mount -t overlay -o lowerdir=$wal,upperdir=$disk/upper,workdir=$disk/work full $disk/seen
    set -- $(stat -f -c '%c %d' $disk)
    mount -i -t tmpfs -o remount,size=64k,nr_inodes=$(($1 - $2)) full $disk
    for segment in $wal/????????????????????????; do
        mount --bind $segment $disk/seen/${segment##*/} 2>/dev/null || :
    done
    mount --rbind $disk/seen $wal
}

empty() {
    if grep -q " $wal overlay " /proc/self/mounts; then umount -l $wal || exit 1; fi
    umount -l $disk 2>/dev/null
    rmdir $disk 2>/dev/null
    :
}

case ${1:-} in
fill | empty) "$1" ;;
*)
    echo "usage: sh disk.sh fill | empty" >&2
    exit 2
    ;;
esac
