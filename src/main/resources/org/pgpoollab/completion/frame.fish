# Completes pgpool-lab in fish. It is made from the definitions of the commands; do not edit it.
# It starts no process.

# Prints what the word under the cursor may be.
function __pgpool_lab
    set -l current (commandline --current-token)
    set -l command ''
    set -l place ''
    set -l typed
    set -l lab ''
    set -l file lab.yaml
    set -l awaited ''
    set -l value ''
    set -l is_ended ''
    set -l line (commandline --tokenize --current-process --cut-at-cursor)
    for word in $line[2..-1]
        if test -n "$awaited"
            __pgpool_lab_keep $awaited $word
            set awaited ''
        else if test -z "$is_ended"; and string match --quiet -- '-?*' $word
            switch $word
                case --
                    set is_ended yes
                case '--*=*'
                    __pgpool_lab_keep (string split --max 1 = -- $word)
                case '*'
                    if __pgpool_lab_option "$command" $word
                        set awaited $word
                    end
            end
        else if test -z "$command"
            set command $word
            __pgpool_lab_first $command
        else
            set --append typed $word
            __pgpool_lab_next "$place" $word
            if __pgpool_lab_passes_words_on $command
                set is_ended yes
            end
        end
    end
    if test -n "$awaited"
        __pgpool_lab_offers $value
    else if test -z "$is_ended"; and string match --quiet -- '--*=*' $current
        set -l parts (string split --max 1 = -- $current)
        set current $parts[2]
        if __pgpool_lab_option "$command" $parts[1]
            __pgpool_lab_offers $value | string replace --regex -- '^' "$parts[1]="
        end
    else if test -z "$is_ended"; and string match --quiet -- '-*' $current
        __pgpool_lab_options "$command"
    else if test -z "$command"
        __pgpool_lab_commands
    else
        __pgpool_lab_offers "$place"
    end
end

# Keeps the value $argv[2] of the option $argv[1] if it says which lab is meant.
function __pgpool_lab_keep --no-scope-shadowing
    switch $argv[1]
        case --lab
            set lab $argv[2]
        case --file
            set file $argv[2]
    end
end

# Prints the names of the kinds in $argv. They are taken from the names of directories, and only if they can be names.
function __pgpool_lab_names --no-scope-shadowing
    set -l labs $HOME/.local/state
    if string match --quiet -- '/*' "$XDG_STATE_HOME"
        set labs $XDG_STATE_HOME
    end
    set labs $labs/pgpool-lab
    for kind in $argv
        switch $kind
            case lab
                for found in $labs/*/lab.yaml
                    string match --regex -- '^[a-z][a-z0-9-]*$' (string split / -- $found)[-2]
                end
            case pg pgpool
                __pgpool_lab_find
                for found in $labs/$lab/$kind-*/
                    set -l name (string match --regex -- '^'$kind'-[0-9]+$' (string split / -- $found)[-2])
                    if test -n "$name"; and not contains -- $name $typed
                        echo $name
                    end
                end
            case save
                __pgpool_lab_find
                for found in $labs/$lab/.saves/*/
                    string match --regex -- '^[A-Za-z0-9][A-Za-z0-9._-]*$' (string split / -- $found)[-2]
                end
            case file
                __fish_complete_path $current
            case directory
                __fish_complete_directories $current ''
        end
    end
end

# Sets lab to the name of the lab that the line means, as the program finds it.
function __pgpool_lab_find --no-scope-shadowing
    if test -z "$lab"; and test -f "$file"; and test -r "$file"
        set lab (string replace --regex --filter '^name:\\s*["\']?([a-z][a-z0-9-]*).*' '$1' <$file)[1]
    end
    if not string match --quiet --regex -- '^[a-z][a-z0-9-]*$' "$lab"
        set lab default
    end
end

# TABLES

complete --command pgpool-lab --erase
complete --command pgpool-lab --no-files --arguments '(__pgpool_lab)'
