# The gate: one connection from outside the lab's network, on standard input and output. Its first line is a secret and a request:
#
#   SECRET socket PATH          from then on the connection is one to this socket
#   SECRET run PROGRAM WORD …   runs one of the pcp tools; then come its output, a line with its status, and its errors
#
# Whoever does not know the secret is not answered.
IFS= read -r -t 10 line || exit 0
read -r secret request words <<<"$line"
IFS= read -r expected </run/secret
[ -n "$expected" ] && [ "$secret" = "$expected" ] || exit 0

case $request in
    socket) exec socat - "UNIX-CONNECT:$words" 2>/dev/null ;;
    run)
        read -r -a words <<<"$words"
        case ${words[0]##*/} in pcp_*) ;; *) exit 0 ;; esac
        export PCPPASSFILE=/run/lab/client/.pcppass
        exec 3>&1
        errors=$(exec "${words[@]}" </dev/null 2>&1 >&3 3>&-)
        printf '\n\001%s\n%s' $? "$errors"
        ;;
esac
