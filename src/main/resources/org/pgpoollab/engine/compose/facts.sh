# Answers questions about the host it runs on, a line for each, until its input ends. A question starts no process, so it costs little,
# but for room, which has to.
#
#   ping                       on
#   process PIDFILE PROGRAM    the state of the process as in proc(5), for example S, or none if it is not that program
#   address ADDRESS            yes or no: whether the host has the IPv4 address
#   network                    here or none: whether the host has an interface besides lo
#   connections PORT           how many TCP connections to the port are established
#   mount PATH TYPE            yes or no: whether a file system of this type is mounted on the path
#   room PATH                  how many bytes can be written to the file system of the path, or none if there is no such path
LC_ALL=C

process() {
    local pid='' comm='' stat=''
    { IFS= read -r pid <"$1"; } 2>/dev/null
    pid=${pid//[!0-9]/}
    if [ -z "$pid" ]; then echo none; return; fi
    { IFS= read -r comm <"/proc/$pid/comm" && IFS= read -r stat <"/proc/$pid/stat"; } 2>/dev/null
    if [ "$comm" != "$2" ]; then echo none; return; fi
    stat=${stat##*) }
    echo "${stat%% *}"
}

address() {
    local lines line before=''
    mapfile -t lines </proc/net/fib_trie
    for line in "${lines[@]}"; do
        if [[ $before == *"|-- $1" && $line == *"/32 host LOCAL" ]]; then echo yes; return; fi
        before=$line
    done
    echo no
}

network() {
    local name rest
    while IFS=': ' read -r name rest; do
        case $name in Inter-* | face* | lo) ;; *) echo here; return ;; esac
    done </proc/net/dev
    echo none
}

connections() {
    local lines line fields count=0 port
    printf -v port ':%04X' "$1"
    mapfile -t lines </proc/net/tcp
    for line in "${lines[@]}"; do
        read -r -a fields <<<"$line"
        if [[ ${fields[1]} == *"$port" && ${fields[3]} == 01 ]]; then count=$((count + 1)); fi
    done
    echo "$count"
}

mounted() {
    local device path type rest
    while read -r device path type rest; do
        if [[ $path == "$1" && $type == "$2" ]]; then echo yes; return; fi
    done </proc/self/mounts
    echo no
}

room() {
    local blocks size
    read -r blocks size < <(stat -f -c '%a %S' "$1" 2>/dev/null)
    if [ -z "$size" ]; then echo none; return; fi
    echo $((blocks * size))
}

while read -r question one two; do
    case $question in
        ping) echo on ;;
        process) process "$one" "$two" ;;
        address) address "$one" ;;
        network) network ;;
        connections) connections "$one" ;;
        mount) mounted "$one" "$two" ;;
        room) room "$one" ;;
        *) echo unknown ;;
    esac
done
