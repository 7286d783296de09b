# Reads the words of the line before the one to complete. It sets command, the place that was reached, the words that were typed at places,
# and awaited, the option whose value comes next, with the place of that value.
_pgpool_lab_read() {
    local word
    for word in "$@"; do
        case $word in
            = | :)
                # bash ends words there, also inside --lab=demo and 10:32
                [[ -n $awaited ]] || is_part=yes
                continue
                ;;
        esac
        if [[ -n $is_part ]]; then
            is_part=
        elif [[ -n $awaited ]]; then
            _pgpool_lab_keep "$awaited" "$word"
            awaited=
        elif [[ -z $is_ended && $word == -?* ]]; then
            case $word in
                --) is_ended=yes ;;
                --*=*) _pgpool_lab_keep "${word%%=*}" "${word#*=}" ;;
                *) if _pgpool_lab_option "$command" "$word"; then awaited=$word; fi ;;
            esac
        elif [[ -z $command ]]; then
            command=$word
            _pgpool_lab_first "$command"
        else
            typed+=" $word "
            _pgpool_lab_next "$place" "$word"
            if _pgpool_lab_passes_words_on "$command"; then is_ended=yes; fi
        fi
    done
}

# Keeps the value $2 of the option $1 if it says which lab is meant.
_pgpool_lab_keep() {
    case $1 in
        --lab) lab=$2 ;;
        --file) file=${2//[\"\'\\]/} ;;
    esac
}

# Offers what the word that begins with $current may be.
_pgpool_lab_offer() {
    if [[ -n $is_part ]]; then
        return
    elif [[ -n $awaited ]]; then
        _pgpool_lab_offers "$value"
    elif [[ -z $is_ended && $current == --*=* ]]; then
        before=${current%%=*}=
        if _pgpool_lab_option "$command" "${before%=}"; then
            current=${current#*=}
            _pgpool_lab_offers "$value"
        fi
    elif [[ -z $is_ended && $current == -* ]]; then
        are_options=yes
        _pgpool_lab_options "$command"
    elif [[ -z $command ]]; then
        are_commands=yes
        _pgpool_lab_commands
    else
        _pgpool_lab_offers "$place"
    fi
}

# Offers the names of the kinds in $@. They are taken from the names of directories, and only if they can be names: nothing in a directory's
# name is ever expanded or run.
_pgpool_lab_names() {
    local LC_ALL=C kind name directory labs=${XDG_STATE_HOME-}
    [[ $labs == /* ]] || labs=${HOME-}/.local/state
    labs+=/pgpool-lab
    for kind in "$@"; do
        case $kind in
            lab)
                for directory in "$labs"/*/; do
                    name=${directory%/}
                    name=${name##*/}
                    if _pgpool_lab_is_lab "$name" && [[ -f $directory/lab.yaml ]]; then offers+=("$name"); fi
                done
                ;;
            pg | pgpool)
                _pgpool_lab_find
                for directory in "$labs/$lab/$kind"-*/; do
                    name=${directory%/}
                    name=${name##*/}
                    case ${name#"$kind"-} in
                        '' | *[!0-9]*) continue ;;
                    esac
                    [[ $typed == *" $name "* ]] || offers+=("$name")
                done
                ;;
            save)
                _pgpool_lab_find
                for directory in "$labs/$lab/.saves"/*/; do
                    name=${directory%/}
                    name=${name##*/}
                    case $name in
                        '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]*) continue ;;
                    esac
                    offers+=("$name")
                done
                ;;
            *) files=$kind ;;
        esac
    done
}

# Whether $1 can be the name of a lab.
_pgpool_lab_is_lab() {
    case $1 in
        '' | [!a-z]* | *[!a-z0-9-]*) return 1 ;;
    esac
}

# Sets lab to the name of the lab that the line means, as the program finds it.
_pgpool_lab_find() {
    local line
    if [[ -z $lab && -f ${file:=lab.yaml} && -r $file ]]; then
        while IFS= read -r line || [[ -n $line ]]; do
            if [[ $line == name:* ]]; then
                line=${line#name:}
                line=${line%%'#'*}
                lab=${line//[\"\'[:space:]]/}
                break
            fi
        done <"$file"
    fi
    _pgpool_lab_is_lab "$lab" || lab=default
}
