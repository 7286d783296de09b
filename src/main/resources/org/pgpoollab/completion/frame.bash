# shellcheck shell=bash disable=SC2034,SC2154,SC2209
# Completes pgpool-lab in bash. It is made from the definitions of the commands; do not edit it.
# It needs no other package and starts no process.

_pgpool_lab() {
    local current=${COMP_WORDS[COMP_CWORD]} command='' place='' typed='' lab='' file='' awaited='' value=''
    local is_part='' is_ended='' are_options='' are_commands='' before='' files='' offer offers=()
    _pgpool_lab_read "${COMP_WORDS[@]:1:COMP_CWORD-1}"
    case $current in
        = | :)
            _pgpool_lab_read "$current"
            current=
            ;;
    esac
    _pgpool_lab_offer
    COMPREPLY=()
    for offer in "${offers[@]}"; do
        if [[ $offer == "$current"* ]]; then
            [[ $offer != *[!A-Za-z0-9_@%+=:,./!-]* ]] || printf -v offer %q "$offer"
            COMPREPLY+=("$before$offer")
        fi
    done
    # bash 3 has no compopt, and completes no files then.
    case $files in
        file) compopt -o default 2>/dev/null ;;
        directory) compopt -o dirnames 2>/dev/null ;;
    esac
}

# SHARED

# TABLES

complete -F _pgpool_lab pgpool-lab
