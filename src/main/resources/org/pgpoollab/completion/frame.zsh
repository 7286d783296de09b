#compdef pgpool-lab
# Completes pgpool-lab in zsh. It is made from the definitions of the commands; do not edit it.
# It starts no process. It is read either as a file of $fpath or by eval after compinit.

_pgpool-lab() {
    local current=$PREFIX command='' place='' typed='' lab='' file='' awaited='' value=''
    local is_part='' is_ended='' are_options='' are_commands='' before='' files=''
    local -a offers=()
    _pgpool_lab_read "${(@Q)words[2,CURRENT-1]}"
    _pgpool_lab_offer
    [[ -z $before ]] || compset -P '*='
    if [[ -n $are_options ]]; then
        _describe -o option offers
    elif [[ -n $are_commands ]]; then
        _describe -t commands command offers
    else
        compadd -a offers
    fi
    case $files in
        file) _files ;;
        directory) _files -/ ;;
    esac
}

# SHARED

# TABLES

if [[ ${funcstack[1]} == _pgpool-lab ]]; then
    _pgpool-lab "$@"
else
    compdef _pgpool-lab pgpool-lab
fi
