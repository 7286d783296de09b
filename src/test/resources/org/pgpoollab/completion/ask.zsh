# As ask.bash. The functions of zsh's completion system are replaced by ones that keep what they are given.
compdef() {
    :
}
. $1
# The options that zsh sets for a completion function.
setopt bareglobqual extendedglob nullglob rcexpandparam

keep() {
    local word
    for word in "$@"; do
        if [[ $word == "$current"* ]]; then replies+=("$before$word"); fi
    done
}

compadd() {
    keep "${offers[@]}"
}

_describe() {
    keep "${offers[@]%%:*}"
}

_files() {
    replies+=("<${1-default}>")
}

compset() {
    :
}

while IFS= read -r line; do
    words=(pgpool-lab "${(@ps:\037:)line}")
    CURRENT=$#words
    PREFIX=$words[-1]
    replies=()
    _pgpool-lab
    print -r -- "${(pj:\037:)replies}"
done
