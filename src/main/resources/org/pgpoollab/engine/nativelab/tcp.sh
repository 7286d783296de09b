# A host without power does not refuse, it is silent. These make the lab's hosts notice that in seconds instead of minutes.
# Each network namespace has its own values.
for setting in tcp_retries2=3 tcp_syn_retries=2 tcp_keepalive_time=3 tcp_keepalive_intvl=1 tcp_keepalive_probes=3; do
    echo "${setting#*=}" >"/proc/sys/net/ipv4/${setting%%=*}"
done
