# The only process that a host of the lab has by itself; init of the container starts it, as root of the container.
#
#   host.sh NAME USER GROUP [VIP]      of the utility host with the VIP: it also has the gate and the way to the VIP
#
# Stopping the container is cutting the host's power: /run and all that was said to the network are gone with it.
set -eu
name=$1 user=$2 group=$3 vip=${4:-}

# A rule that loses packets must be asked before the one that delivers to this host's own addresses.
if [ -z "$vip" ]; then
    ip rule add pref 1000 lookup local
    ip rule delete pref 0
fi
# A neighbour that no longer answers ARP is unreachable after half a second, not after eleven. One whose packets are lost still answers.
ip ntable change name arp_cache dev eth0 base_reachable 500 delay_probe 100 retrans 100 ucast_probes 1 mcast_probes 2

# The sockets of all hosts are on one volume, so that the utility host can connect to them. A link is in the usual place.
sockets=/run/sockets/$name
rm -rf "$sockets"
mkdir -p "$sockets" /run/repmgr
chown "$user:$group" /run/repmgr
for directory in postgresql pgpool; do
    mkdir "$sockets/$directory"
    chown "$user:$group" "$sockets/$directory"
    ln -s "$sockets/$directory" "/run/$directory"
done

again() {
    while :; do
        socat "$@" || :
        sleep 0.2
    done
}

if [ -n "$vip" ]; then
    again TCP-LISTEN:5432,fork,reuseaddr,nodelay,backlog=1024 "TCP:$vip:5432,nodelay,connect-timeout=10" &
    again TCP-LISTEN:9999,fork,reuseaddr,nodelay,backlog=1024 EXEC:"bash /run/scripts/gate.sh",nofork &
fi
again "UNIX-LISTEN:$sockets/facts,fork,unlink-early,mode=600,backlog=64" EXEC:"bash /run/scripts/facts.sh",nofork
