# A host without power does not refuse, it is silent. These make the lab's hosts notice that in a second or in seconds instead of minutes.
# Each network namespace has its own values; the caller says in $device to which of its interfaces the lab's hosts are connected.
for setting in tcp_retries2=3 tcp_syn_retries=2 tcp_keepalive_time=3 tcp_keepalive_intvl=1 tcp_keepalive_probes=3; do
    echo "${setting#*=}" >"/proc/sys/net/ipv4/${setting%%=*}"
done
# A neighbour that no longer answers ARP is unreachable after half a second, not after eleven. One whose packets are lost still answers.
ip ntable change name arp_cache dev "$device" base_reachable 500 delay_probe 100 retrans 100 ucast_probes 1 mcast_probes 2
