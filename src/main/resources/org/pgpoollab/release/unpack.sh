# Unpacks packages into a root directory, which is empty.
#
#   unpack.sh ROOT PACKAGE ...
#
# No script of a package is run, and what no lab reads is left out. Since Debian 12 /bin is a link; older packages still contain it as a
# directory, which "dpkg-deb --extract" would put in the place of the link.
set -eu
umask 022
cd "$1"
shift
for place in bin sbin lib lib64; do
    mkdir -p "usr/$place"
    ln -s "usr/$place" "$place"
done
printf '%s\0' "$@" | xargs -0 -n 8 -P 2 sh -c '
    for package do
        { dpkg-deb --fsys-tarfile "$package" || echo "damaged package: $package" >&2; } |
            tar --extract --keep-directory-symlink --no-same-owner --file - \
                --exclude "./usr/share/doc" --exclude "./usr/share/man" --exclude "./usr/share/info" \
                --exclude "./usr/share/locale" --exclude "./usr/share/lintian" --exclude "./usr/share/bug" \
                --exclude "./usr/lib/*/gconv" --exclude "*.bc" --exclude "*/llvmjit*" || exit 255
    done' sh
mkdir -p dev etc old proc run sys tmp
chmod -R u+rwX,go+rX,a-s .
[ -e usr/bin/awk ] || ln -s mawk usr/bin/awk
for file in hosts passwd group; do : >"etc/$file"; done
printf '%s: files\n' passwd group shadow hosts services protocols >etc/nsswitch.conf
