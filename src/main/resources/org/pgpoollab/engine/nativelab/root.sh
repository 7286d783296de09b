# Makes $root the root directory of this mount namespace: the files of a release, and all else of the machine. /run is new and empty, but for
# the root directory that was there before, at /run/old. Not by chroot: in one nobody may make the user namespace in which PostgreSQL runs.
mount --rbind "$root" "$root"
for place in proc sys dev; do mount --rbind "/$place" "$root/$place"; done
if [ "$root" != /run/machine ]; then
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    # All labs share the files, so none may change them. What else the file system does not allow must be said again.
    flags=$(while read -r _ _ _ _ place flags _; do
        [ "$(printf %b "$place")" != "$root" ] || echo "$flags"
    done </proc/self/mountinfo | tail -n 1)
    mount -o "remount,bind,ro${flags#rw}" "$root"
fi
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mkdir "$root/run/old"
cd "$root"
pivot_root . run/old
cd /
