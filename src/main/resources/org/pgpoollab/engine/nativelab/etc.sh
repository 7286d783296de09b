# Gives this mount namespace an /etc of its own: links to the one at /run/machine-etc, but the hosts and accounts of the lab in $lab. Files
# mounted onto the machine's would be lost whenever it replaces them by renaming, as useradd does.
mkdir -p /run/etc
ln -s /run/machine-etc/* /run/etc/
for file in /run/machine-etc/*; do
    # A relative link is only right where it stands.
    if [ -h "$file" ]; then cp -Pf "$file" /run/etc/; fi
done
for file in hosts passwd group; do
    rm -f "/run/etc/$file"
    cp "$lab/$file" "/run/etc/$file"
    chmod 644 "/run/etc/$file"
done
mount --bind /run/etc /etc
