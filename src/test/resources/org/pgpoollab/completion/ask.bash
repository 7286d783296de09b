# Reads lines, the words of each parted by \037 and the last one to be completed, and prints what the script $1 offers for it.
set -u
. "$1"

# Outside of a completion the real one fails.
compopt() {
    COMPREPLY+=("<$2>")
}

print_replies() {
    local IFS=$'\037'
    printf '%s\n' "${COMPREPLY[*]}"
}

while IFS= read -r line; do
    COMP_WORDS=(pgpool-lab)
    while [[ $line == *$'\037'* ]]; do
        COMP_WORDS+=("${line%%$'\037'*}")
        line=${line#*$'\037'}
    done
    COMP_WORDS+=("$line")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _pgpool_lab
    print_replies
done
