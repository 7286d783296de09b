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

# Offers the commands.
function __pgpool_lab_commands --no-scope-shadowing
    printf '%s\t%s\n' \
        up 'Creates and starts the lab, and proves that it works' \
        down 'Stops the lab and removes everything that belongs to it' \
        save 'Saves the lab with its data, roles, beliefs and faults, for restore' \
        restore 'Goes back to a save of the lab: its data, roles, beliefs and faults' \
        saves 'Lists the saves of the lab, or removes one' \
        upgrade 'Upgrades the pgpools of the running lab to another release, one after another' \
        generate 'Writes the lab\'s configuration files' \
        diff-config 'Shows how the generated files of two versions or profiles differ' \
        list 'Lists your labs on this machine' \
        status 'Shows the state of the lab, and what is wrong with it' \
        diagnose 'Lists every problem of the lab with its cause and remedy' \
        nodes 'Lists the PostgreSQL nodes, and repmgr\'s table of them' \
        pool_nodes 'Shows what a pgpool believes of every backend' \
        watchdog_info 'Shows what each pgpool believes of the others' \
        logs 'Shows the logs of nodes, merged by time' \
        events 'Lists what happened in the lab, each event with its time' \
        explain 'Says what a word, an error code or a line of a log means, and what to do' \
        replay 'Plays back what was seen of the lab' \
        incident 'Packs what was seen of the lab into one file' \
        handout 'Writes a page about what you did with the lab, to keep or to hand in' \
        wait 'Waits until a condition holds' \
        expect 'Checks whether a condition holds now' \
        start 'Starts the servers of nodes, and waits until they answer' \
        stop 'Shuts the servers of nodes down cleanly' \
        restart 'Stops and starts the servers of nodes' \
        attach 'Tells the pgpools to use backends again' \
        detach 'Tells the pgpools to stop using backends; PostgreSQL on them keeps running' \
        reconfigure 'Proposes the repairs that the lab needs, and does them step by step' \
        recover 'Repairs the whole lab: hosts, servers and replication' \
        rejoin 'Brings an old primary or a diverged node back as a standby of the true primary' \
        reclone 'Replaces a standby\'s data with a fresh copy of the primary\'s' \
        follow 'Makes a standby follow another node, or the primary if no node is named' \
        promote 'Makes a standby the primary of a lab that has none' \
        switchover 'Makes a standby the primary in a planned change: no acknowledged write is lost' \
        kill 'Cuts the power of hosts: all processes and network addresses are gone at once' \
        pause 'Stops all processes of nodes by SIGSTOP: connections stay, nothing answers' \
        resume 'Resumes the processes that pause has stopped' \
        isolate 'Cuts nodes off from all other nodes' \
        cut 'Cuts the links between two groups of nodes' \
        slow 'Delays, drops or throttles packets from one group of nodes to another' \
        lag 'Pauses WAL replay on a standby until heal or a restart' \
        lie 'Makes the health check of one pgpool find a backend down that is up' \
        'promote!' 'Promotes a standby without repmgr or Pgpool-II: the lab then has two primaries' \
        fill 'Fills the disk on which a node keeps its WAL' \
        heal 'Removes active faults: all of them, or those of some nodes' \
        faults 'Lists the active faults, each as the command that causes it' \
        load 'Runs clients on the virtual IP, and reports what they noticed' \
        drill 'Rehearses a failure under load, and reports what clients noticed' \
        lesson 'Teaches failover by tasks on a real lab, and checks them' \
        hint 'Shows the next hint of the lesson\'s task' \
        solve 'Types the solution of the lesson\'s task, and says why' \
        answer 'Answers the question of the lesson\'s task' \
        challenge 'Breaks something that is not told, for you to find out, repair and name' \
        psql 'Runs a statement with psql, or opens a psql session' \
        pcp 'Runs a pcp tool on the pgpool that holds the VIP, without asking for a password' \
        exec 'Runs a command on a node; without a command it opens a shell there' \
        connect 'Prints how a program on this machine connects to the lab' \
        doctor 'Checks what this machine can do: both engines, programs, resources and terminal' \
        versions 'Lists the versions of the programs that a lab can have' \
        caption 'Shows the last events large on the full screen, for a room' \
        clear 'Clears the output of the prompt' \
        screenshot 'Writes a picture of the screen; the file name decides its format' \
        record 'Records the full screen as an asciicast file, which asciinema plays' \
        play 'Presents a script: its next command stands at the prompt, and Enter runs it' \
        history 'Shows the commands that you have typed, the newest last' \
        completion 'Prints the script with which a shell completes this program\'s commands' \
        help 'Explains a command, or lists all of them' \
        version 'Shows the versions of this program, of its Java and of the lab\'s programs'
end

# Offers the options of the command $1.
function __pgpool_lab_options --no-scope-shadowing
    switch $argv[1]
        case ''
            printf '%s\t%s\n' -c 'Runs these commands, separated by \';\', and ends' --version 'Shows the version'
        case up
            printf '%s\t%s\n' \
                --release 'Whose programs the nodes run: machine (default), or a release of Debian: bookworm, trixie, sid; or bookworm-pgdg or trixie-pgdg, with --postgres-version' \
                --postgres-version 'The major version of PostgreSQL from apt.postgresql.org: --release bookworm-pgdg --postgres-version 16, or in one word: --release bookworm-pgdg-16' \
                --postgres 'PostgreSQL nodes, 1 to 16' \
                --pgpool 'Pgpool-II nodes, 1 to 16; use an odd number, so that one can fail without losing the quorum' \
                --profile 'Timing of failure detection: fast, slow, bitnami or upstream' \
                --name 'The lab\'s name' \
                --subnet 'The lab\'s network: 10.77.0.0/24' \
                --vip 'The virtual address, in the subnet' \
                --user 'The lab\'s database user; its database has the same name' \
                --set 'Overrides a setting in the generated files, of all nodes or of one; can be repeated' \
                --timeout 'The longest time that the proof may take (default 60s)' \
                --force 'Starts the lab even if this machine is too small for it'
        case down
            printf '%s\t%s\n' \
                --keep 'Keeps the lab\'s files, data and saves, so that up can go on with them' \
                --images 'Also removes the image of the hosts of containers, which is kept for later labs'
        case upgrade
            printf '%s\t%s\n' \
                --force 'Upgrades even if the lab is not whole, or cannot do without one pgpool meanwhile' \
                --load 'Runs clients during the upgrade, unless some run already' \
                --clients 'Connections that write, and the same number that read (default 4)' \
                --writes 'Writes per second, of all clients together (default 100)' \
                --reads 'Reads per second, of all clients together; 0 for none (default 100)'
        case generate
            printf '%s\t%s\n' \
                --force 'Overwrites files that you have edited' \
                --release 'Whose programs the nodes run: machine (default), or a release of Debian: bookworm, trixie, sid; or bookworm-pgdg or trixie-pgdg, with --postgres-version' \
                --postgres-version 'The major version of PostgreSQL from apt.postgresql.org: --release bookworm-pgdg --postgres-version 16, or in one word: --release bookworm-pgdg-16' \
                --postgres 'PostgreSQL nodes, 1 to 16' \
                --pgpool 'Pgpool-II nodes, 1 to 16; use an odd number, so that one can fail without losing the quorum' \
                --profile 'Timing of failure detection: fast, slow, bitnami or upstream' \
                --name 'The lab\'s name' \
                --subnet 'The lab\'s network: 10.77.0.0/24' \
                --vip 'The virtual address, in the subnet' \
                --user 'The lab\'s database user; its database has the same name' \
                --set 'Overrides a setting in the generated files, of all nodes or of one; can be repeated'
        case pool_nodes
            printf '%s\t%s\n' --on 'The pgpool to ask' --all 'Shows every pgpool, side by side'
        case logs
            printf '%s\t%s\n' \
                --follow 'Prints the last ten lines and then new ones until ^C' \
                --lines 'Prints only this many of the last lines (default 10 with --follow and without --since)' \
                --grep 'Prints only lines that match this regular expression' \
                --since 'Prints only lines since this time: 5m, 07:43, \'2026-11-23 07:43:45\'' \
                --pcp 'Prints also the lines that Pgpool-II writes about each pcp connection: a watched lab has many' \
                --explain 'Prints below each line that is known what it means, unless that was said a few lines above'
        case events
            printf '%s\t%s\n' \
                --follow 'Prints new events until ^C, or until the lab is taken down' \
                --since 'Lists only events since this time: 5m, 07:43, \'2026-11-23 07:43:45\''
        case replay
            printf '%s\t%s\n' \
                --from 'Begins at this time: 10:32, \'2026-11-23 10:32:05\', or 5m before the end (default: all that is kept)' \
                --to 'Ends at this time (default: the last snapshot)'
        case incident
            printf '%s\t%s\n' \
                --report 'Writes a page with the timeline, the events, and a picture of the screen at each' \
                --from 'Begins at this time: 10:32, \'2026-11-23 10:32:05\', or 5m before the end (default: all that is kept)' \
                --to 'Ends at this time (default: the last snapshot)'
        case handout
            printf '%s\t%s\n' \
                --from 'Begins at this time: 10:32, \'2026-11-23 10:32:05\', or 5m ago (default: when the lab was made)' \
                --to 'Ends at this time (default: now)'
        case start
            printf '%s\t%s\n' --force 'Starts an old primary too; the lab then has two primaries'
        case stop
            printf '%s\t%s\n' --mode 'How servers stop: smart, fast (default) or immediate'
        case restart
            printf '%s\t%s\n' \
                --mode 'How servers stop: smart, fast (default) or immediate' \
                --discard-status 'Pgpools start with every backend up, also those that were detached'
        case attach
            printf '%s\t%s\n' --force 'Attaches the nodes whatever their state'
        case detach
            printf '%s\t%s\n' --force 'Detaches even the primary or the last backend of a pgpool'
        case reconfigure
            printf '%s\t%s\n' \
                --primary 'The node to keep as the primary, if that cannot be decided automatically' \
                --folder 'A generated folder for Bitnami\'s images'
        case kill
            printf '%s\t%s\n' --process 'Kills postgres, repmgrd or pgpool alone'
        case pause
            printf '%s\t%s\n' --process 'Stops postgres, repmgrd or pgpool alone'
        case resume
            printf '%s\t%s\n' --force 'Resumes an old primary too; the lab then has two primaries'
        case cut
            printf '%s\t%s\n' \
                --one-way 'Drops packets in one direction only: from the first group to the second' \
                --port 'Drops the packets of this port alone: 5432, 9694/udp'
        case slow
            printf '%s\t%s\n' --loss 'How many packets of a hundred are dropped' --rate 'The bandwidth: 1mbit'
        case heal
            printf '%s\t%s\n' --force 'Resumes a paused old primary too; the lab then has two primaries'
        case load
            printf '%s\t%s\n' \
                --clients 'Connections that write, and the same number that read (default 4)' \
                --writes 'Writes per second, of all clients together (default 100)' \
                --reads 'Reads per second, of all clients together; 0 for none (default 100)' \
                --since 'Reports only what happened since this time: 5m, 07:43, \'2026-11-23 07:43:45\''
        case drill
            printf '%s\t%s\n' \
                --repeat 'How often the drill runs (default 1)' \
                --compare 'Runs the drill on a lab of its own for each value, in turn: profiles (fast,bitnami), release=machine,trixie, engine=native,compose, or a setting (pgpool.health_check_period=2,10)' \
                --seed 'The seed of a storm: the same seed draws the same faults' \
                --minutes 'The length of a storm in minutes (default 5)' \
                --report 'Also writes the result to this file: .html, .md or .json' \
                --clients 'Connections that write, and the same number that read (default 4)' \
                --writes 'Writes per second, of all clients together (default 100)' \
                --reads 'Reads per second, of all clients together; 0 for none (default 100)'
        case challenge
            printf '%s\t%s\n' \
                --level 'How hard it is (default 1)' \
                --seed 'The same seed breaks the same; without it, something else than the time before'
        case psql
            printf '%s\t%s\n' \
                --on 'The node to query instead of the holder of the VIP' \
                --then 'Another statement for the same session, in a transaction of its own; can be repeated'
        case exec
            printf '%s\t%s\n' --root 'Runs the command as root, on a PostgreSQL node too'
        case connect
            printf '%s\t%s\n' --export 'Prints PGHOST=..'
        case versions
            printf '%s\t%s\n' \
                --mirror 'Where to fetch from: a mirror of Debian, and after a comma one of its security updates (default: PGPOOL_LAB_MIRROR, else those of the machine\'s apt sources)' \
                --to 'Fetches into a directory for a machine without a network; the cache stays as it is' \
                --from 'Fetches from a directory that --to has written; needs no network'
        case screenshot
            printf '%s\t%s\n' --size 'The size of the picture outside the full screen (default 120x36)'
        case record
            printf '%s\t%s\n' --stop 'Stops the recording'
        case play
            printf '%s\t%s\n' --from 'The command to begin with (default: 1); --dry-run lists their numbers'
    end
    printf '%s\t%s\n' \
        --lab 'The lab (default: the name in ./lab.yaml, else \'default\')' \
        --file 'The lab file (default ./lab.yaml)' \
        --engine 'The engine of a new lab: native or compose (default: native where it can run)' \
        --output 'The output format, also of problems: text (default) or json' \
        --yes 'Answers every question with yes' \
        --dry-run 'Shows what would be done; changes nothing' \
        --read-only 'Refuses every command that changes something' \
        --offline 'Fetches nothing; what is missing is named instead' \
        --plain 'Uses neither the full screen nor colours' \
        --help 'Shows help'
end

# Sets value to the place of the value of the option $2 of the command $1; fails if it takes none.
function __pgpool_lab_option --no-scope-shadowing
    switch $argv[2]
        case --lab
            set value --lab
        case --file
            set value --file
        case --engine
            set value --engine
        case --output
            set value --output
        case '*'
            switch $argv[1]/$argv[2]
                case /-c up/--postgres-version up/--postgres up/--pgpool up/--name up/--subnet up/--vip up/--user up/--set up/--timeout \
                    upgrade/--clients upgrade/--writes upgrade/--reads generate/--postgres-version generate/--postgres generate/--pgpool \
                    generate/--name generate/--subnet generate/--vip generate/--user generate/--set logs/--lines logs/-n logs/--grep \
                    logs/--since events/--since replay/--from replay/--to incident/--from incident/--to handout/--from handout/--to \
                    reconfigure/--primary cut/--port slow/--loss slow/--rate load/--clients load/--writes load/--reads load/--since \
                    drill/--repeat drill/--compare drill/--seed drill/--minutes drill/--clients drill/--writes drill/--reads \
                    challenge/--level challenge/--seed versions/--mirror screenshot/--size play/--from
                    set value /
                case up/--release
                    set value up/--release
                case up/--profile
                    set value up/--profile
                case generate/--release
                    set value generate/--release
                case generate/--profile
                    set value generate/--profile
                case pool_nodes/--on
                    set value pool_nodes/--on
                case incident/--report
                    set value incident/--report
                case stop/--mode stop/-m
                    set value stop/--mode
                case restart/--mode restart/-m
                    set value restart/--mode
                case reconfigure/--folder
                    set value reconfigure/--folder
                case kill/--process
                    set value kill/--process
                case pause/--process
                    set value pause/--process
                case drill/--report
                    set value drill/--report
                case psql/--on
                    set value psql/--on
                case psql/--then
                    set value psql/--then
                case versions/--to
                    set value versions/--to
                case versions/--from
                    set value versions/--from
                case '*'
                    return 1
            end
    end
end

# Whether all words after the first belong to another program.
function __pgpool_lab_passes_words_on --no-scope-shadowing
    switch $argv[1]
        case pcp exec
            return 0
        case '*'
            return 1
    end
end

# Sets place to the one after the name of the command $1; commands that take the same words share it.
function __pgpool_lab_first --no-scope-shadowing
    switch $argv[1]
        case save restore
            set place save
        case saves
            set place saves
        case upgrade
            set place upgrade
        case generate
            set place generate
        case diff-config
            set place diff-config
        case logs start stop restart kill pause resume isolate heal
            set place logs
        case explain
            set place explain
        case replay incident handout screenshot record
            set place replay
        case wait expect
            set place wait
        case attach detach
            set place attach
        case rejoin reclone fill
            set place rejoin
        case follow
            set place follow
        case promote switchover lag 'promote!'
            set place promote
        case cut
            set place cut
        case slow
            set place slow
        case lie
            set place lie
        case load
            set place load
        case drill
            set place drill
        case lesson
            set place lesson
        case challenge
            set place challenge
        case psql
            set place psql
        case pcp
            set place pcp
        case exec
            set place exec
        case versions
            set place versions
        case caption
            set place caption
        case play
            set place play
        case completion
            set place completion
        case help
            set place help
        case '*'
            set place /
    end
end

# Sets place to the one after the word $2 at the place $1.
function __pgpool_lab_next --no-scope-shadowing
    switch $argv[1]/$argv[2]
        case explain/streaming
            set place 'explain streaming'
        case 'explain/!'
            set place 'explain !'
        case explain/running 'explain !/running'
            set place 'explain running'
        case explain/-
            set place 'explain -'
        case 'explain/\\?'
            set place 'explain ?'
        case explain/no explain/NO
            set place 'explain no'
        case explain/REPORTED
            set place 'explain REPORTED'
        case explain/SEND
            set place 'explain SEND'
        case explain/MISSING
            set place 'explain MISSING'
        case explain/RECEIVE
            set place 'explain RECEIVE'
        case explain/NOT explain/not
            set place 'explain NOT'
        case explain/QUORUM explain/quorum
            set place 'explain QUORUM'
        case explain/ON 'explain QUORUM/ON' 'explain QUORUM IS/ON'
            set place 'explain ON'
        case explain/STANDING
            set place 'explain STANDING'
        case explain/PARTICIPATING
            set place 'explain PARTICIPATING'
        case explain/NETWORK
            set place 'explain NETWORK'
        case explain/IN
            set place 'explain IN'
        case explain/virtual
            set place 'explain virtual'
        case explain/life explain/health 'explain streaming/replication'
            set place 'explain life'
        case explain/split
            set place 'explain split'
        case explain/two
            set place 'explain two'
        case explain/timeline
            set place 'explain timeline'
        case explain/WAL
            set place 'explain WAL'
        case explain/replication
            set place 'explain replication'
        case explain/synchronous
            set place 'explain synchronous'
        case explain/promotion
            set place 'explain promotion'
        case explain/degraded
            set place 'explain degraded'
        case explain/connection
            set place 'explain connection'
        case explain/load
            set place 'explain load'
        case explain/status
            set place 'explain status'
        case explain/cut
            set place 'explain cut'
        case explain/false
            set place 'explain false'
        case explain/too
            set place 'explain too'
        case explain/read-only
            set place 'explain read-only'
        case 'explain running/as'
            set place 'explain running as'
        case 'explain no/LEADER'
            set place 'explain no LEADER'
        case 'explain no/space'
            set place 'explain no space'
        case 'explain REPORTED/BY'
            set place 'explain REPORTED BY'
        case 'explain SEND/MESSAGE'
            set place 'explain SEND MESSAGE'
        case 'explain MISSING/BEACON'
            set place 'explain MISSING BEACON'
        case 'explain QUORUM/IS'
            set place 'explain QUORUM IS'
        case 'explain ON/THE'
            set place 'explain ON THE'
        case 'explain STANDING/FOR'
            set place 'explain STANDING FOR'
        case 'explain PARTICIPATING/IN'
            set place 'explain PARTICIPATING IN'
        case 'explain IN/NETWORK'
            set place 'explain IN NETWORK'
        case 'explain too/many'
            set place 'explain too many'
        case wait/until
            set place 'wait until'
        case wait/stays 'wait until/stays'
            set place 'wait stays'
        case wait/not 'wait until/not'
            set place 'wait not'
        case wait/pool_nodes 'wait until/pool_nodes'
            set place 'wait pool_nodes'
        case wait/quorum 'wait until/quorum'
            set place 'wait quorum'
        case wait/cluster 'wait until/cluster'
            set place 'wait cluster'
        case wait/faults 'wait until/faults'
            set place 'wait faults'
        case 'wait/pg-*' wait/standby wait/standbys 'wait until/pg-*' 'wait until/standby' 'wait until/standbys'
            set place 'wait pg-N'
        case 'wait/pgpool-*' wait/leader 'wait until/pgpool-*' 'wait until/leader'
            set place 'wait pgpool-N'
        case wait/primary 'wait until/primary'
            set place 'wait primary'
        case wait/vip 'wait until/vip'
            set place 'wait vip'
        case wait/all 'wait until/all'
            set place 'wait all'
        case 'wait stays/not'
            set place 'wait stays not'
        case 'wait stays/pool_nodes' 'wait stays not/pool_nodes'
            set place 'wait stays pool_nodes'
        case 'wait stays/quorum' 'wait stays not/quorum'
            set place 'wait stays quorum'
        case 'wait stays/cluster' 'wait stays not/cluster'
            set place 'wait stays cluster'
        case 'wait stays/faults' 'wait stays not/faults'
            set place 'wait stays faults'
        case 'wait stays/pg-*' 'wait stays/standby' 'wait stays/standbys' 'wait stays not/pg-*' 'wait stays not/standby' \
            'wait stays not/standbys'
            set place 'wait stays pg-N'
        case 'wait stays/pgpool-*' 'wait stays/leader' 'wait stays not/pgpool-*' 'wait stays not/leader'
            set place 'wait stays pgpool-N'
        case 'wait stays/primary' 'wait stays not/primary'
            set place 'wait stays primary'
        case 'wait stays/vip' 'wait stays not/vip'
            set place 'wait stays vip'
        case 'wait stays/all' 'wait stays not/all'
            set place 'wait stays all'
        case 'wait not/pool_nodes'
            set place 'wait not pool_nodes'
        case 'wait not/quorum'
            set place 'wait not quorum'
        case 'wait not/cluster'
            set place 'wait not cluster'
        case 'wait not/faults'
            set place 'wait not faults'
        case 'wait not/pg-*' 'wait not/standby' 'wait not/standbys'
            set place 'wait not pg-N'
        case 'wait not/pgpool-*' 'wait not/leader'
            set place 'wait not pgpool-N'
        case 'wait not/primary'
            set place 'wait not primary'
        case 'wait not/vip'
            set place 'wait not vip'
        case 'wait not/all'
            set place 'wait not all'
        case 'wait pool_nodes/pg-*' 'wait pool_nodes/primary' 'wait pool_nodes/standby' 'wait pool_nodes/standbys'
            set place 'wait pool_nodes pg-N'
        case 'wait quorum/is' 'wait quorum/stays' 'wait stays quorum/is' 'wait not quorum/is'
            set place 'wait quorum is'
        case 'wait cluster/is' 'wait cluster/stays' 'wait stays cluster/is' 'wait not cluster/is'
            set place 'wait cluster is'
        case 'wait faults/is' 'wait faults/stays' 'wait stays faults/is' 'wait not faults/is'
            set place 'wait faults is'
        case 'wait pg-N/is' 'wait pg-N/stays' 'wait stays pg-N/is' 'wait not pg-N/is'
            set place 'wait pg-N is'
        case 'wait pgpool-N/is' 'wait pgpool-N/stays' 'wait stays pgpool-N/is' 'wait not pgpool-N/is'
            set place 'wait pgpool-N is'
        case 'wait primary/is' 'wait primary/stays' 'wait stays primary/is' 'wait not primary/is'
            set place 'wait primary is'
        case 'wait vip/holders' 'wait stays vip/holders' 'wait not vip/holders'
            set place 'wait vip holders'
        case 'wait vip/is' 'wait vip/stays' 'wait stays vip/is' 'wait not vip/is'
            set place 'wait vip is'
        case 'wait all/is' 'wait all/stays' 'wait stays all/is' 'wait not all/is'
            set place 'wait all is'
        case 'wait stays pool_nodes/pg-*' 'wait stays pool_nodes/primary' 'wait stays pool_nodes/standby' \
            'wait stays pool_nodes/standbys'
            set place 'wait stays pool_nodes pg-N'
        case 'wait not pool_nodes/pg-*' 'wait not pool_nodes/primary' 'wait not pool_nodes/standby' 'wait not pool_nodes/standbys'
            set place 'wait not pool_nodes pg-N'
        case 'wait not quorum/stays'
            set place 'wait not quorum stays'
        case 'wait not cluster/stays'
            set place 'wait not cluster stays'
        case 'wait not faults/stays'
            set place 'wait not faults stays'
        case 'wait not pg-N/stays'
            set place 'wait not pg-N stays'
        case 'wait not pgpool-N/stays'
            set place 'wait not pgpool-N stays'
        case 'wait not primary/stays'
            set place 'wait not primary stays'
        case 'wait not vip/stays'
            set place 'wait not vip stays'
        case 'wait not all/stays'
            set place 'wait not all stays'
        case 'wait pool_nodes pg-N/is' 'wait pool_nodes pg-N/stays' 'wait stays pool_nodes pg-N/is' 'wait not pool_nodes pg-N/is'
            set place 'wait pool_nodes pg-N is'
        case 'wait quorum is/not'
            set place 'wait quorum is not'
        case 'wait quorum is/present' 'wait quorum is/absent' 'wait cluster is/healthy' 'wait faults is/none' 'wait pg-N is/up' \
            'wait pg-N is/down' 'wait pg-N is/unreachable' 'wait pg-N is/primary' 'wait pg-N is/standby' 'wait pg-N is/streaming' \
            'wait pg-N is/attached' 'wait pg-N is/detached' 'wait pgpool-N is/up' 'wait pgpool-N is/down' \
            'wait pgpool-N is/unreachable' 'wait pgpool-N is/standby' 'wait pgpool-N is/leader' 'wait primary is/up' \
            'wait primary is/down' 'wait primary is/unreachable' 'wait primary is/primary' 'wait primary is/standby' \
            'wait primary is/streaming' 'wait primary is/attached' 'wait primary is/detached' 'wait primary is/known' \
            'wait vip is/held' 'wait vip is/up' 'wait vip is/down' 'wait vip is/unreachable' 'wait vip is/standby' \
            'wait vip is/leader' 'wait all is/up' 'wait all is/down' 'wait all is/unreachable' 'wait quorum is not/present' \
            'wait quorum is not/absent' 'wait cluster is not/healthy' 'wait faults is not/none' 'wait pg-N is not/up' \
            'wait pg-N is not/down' 'wait pg-N is not/unreachable' 'wait pg-N is not/primary' 'wait pg-N is not/standby' \
            'wait pg-N is not/streaming' 'wait pg-N is not/attached' 'wait pg-N is not/detached' 'wait pgpool-N is not/up' \
            'wait pgpool-N is not/down' 'wait pgpool-N is not/unreachable' 'wait pgpool-N is not/standby' \
            'wait pgpool-N is not/leader' 'wait primary is not/up' 'wait primary is not/down' 'wait primary is not/unreachable' \
            'wait primary is not/primary' 'wait primary is not/standby' 'wait primary is not/streaming' \
            'wait primary is not/attached' 'wait primary is not/detached' 'wait primary is not/known' 'wait vip is not/held' \
            'wait vip is not/up' 'wait vip is not/down' 'wait vip is not/unreachable' 'wait vip is not/standby' \
            'wait vip is not/leader' 'wait vip is on/pgpool-*' 'wait vip is on/leader' 'wait vip is on/vip' 'wait all is not/up' \
            'wait all is not/down' 'wait all is not/unreachable' 'wait vip holders at most/0' 'wait vip holders at most/1' \
            'wait vip holders at most/2' 'wait vip holders at most/3'
            set place 'wait quorum is present'
        case 'wait cluster is/not'
            set place 'wait cluster is not'
        case 'wait faults is/not'
            set place 'wait faults is not'
        case 'wait pg-N is/not'
            set place 'wait pg-N is not'
        case 'wait pgpool-N is/not'
            set place 'wait pgpool-N is not'
        case 'wait primary is/not'
            set place 'wait primary is not'
        case 'wait vip holders/at'
            set place 'wait vip holders at'
        case 'wait vip is/not'
            set place 'wait vip is not'
        case 'wait vip is/on' 'wait vip is not/on' 'wait pool_nodes pg-N is up/on'
            set place 'wait vip is on'
        case 'wait all is/not'
            set place 'wait all is not'
        case 'wait not pool_nodes pg-N/stays'
            set place 'wait not pool_nodes pg-N stays'
        case 'wait not quorum stays/not'
            set place 'wait not quorum stays not'
        case 'wait not cluster stays/not'
            set place 'wait not cluster stays not'
        case 'wait not faults stays/not'
            set place 'wait not faults stays not'
        case 'wait not pg-N stays/not'
            set place 'wait not pg-N stays not'
        case 'wait not pgpool-N stays/not'
            set place 'wait not pgpool-N stays not'
        case 'wait not primary stays/not'
            set place 'wait not primary stays not'
        case 'wait not vip stays/not'
            set place 'wait not vip stays not'
        case 'wait not vip stays/on' 'wait not vip stays not/on' 'wait not pool_nodes pg-N stays up/on'
            set place 'wait not vip stays on'
        case 'wait not all stays/not'
            set place 'wait not all stays not'
        case 'wait pool_nodes pg-N is/not'
            set place 'wait pool_nodes pg-N is not'
        case 'wait pool_nodes pg-N is/up' 'wait pool_nodes pg-N is/down' 'wait pool_nodes pg-N is not/up' \
            'wait pool_nodes pg-N is not/down'
            set place 'wait pool_nodes pg-N is up'
        case 'wait quorum is present/for' 'wait pool_nodes pg-N is up/for'
            set place 'wait quorum is present for'
        case 'wait vip holders at/most'
            set place 'wait vip holders at most'
        case 'wait not pool_nodes pg-N stays/not'
            set place 'wait not pool_nodes pg-N stays not'
        case 'wait not pool_nodes pg-N stays/up' 'wait not pool_nodes pg-N stays/down' 'wait not pool_nodes pg-N stays not/up' \
            'wait not pool_nodes pg-N stays not/down'
            set place 'wait not pool_nodes pg-N stays up'
        case challenge/answer
            set place 'challenge answer'
        case 'challenge answer/apply-delay' 'challenge answer/client-password' 'challenge answer/closed-database' \
            'challenge answer/crashed' 'challenge answer/cut' 'challenge answer/dead-pgpool' 'challenge answer/dead-repmgrd' \
            'challenge answer/detached' 'challenge answer/even-quorum' 'challenge answer/forgotten-slot' 'challenge answer/frozen' \
            'challenge answer/full-disk' 'challenge answer/isolated' 'challenge answer/lag' 'challenge answer/lie' \
            'challenge answer/locked-table' 'challenge answer/low-max-connections' 'challenge answer/manual-failover' \
            'challenge answer/missing-sync-standby' 'challenge answer/no-failover' 'challenge answer/no-health-check' \
            'challenge answer/no-upstream' 'challenge answer/one-way-cut' 'challenge answer/paused-repmgrd' \
            'challenge answer/pcp-password' 'challenge answer/pool-password' 'challenge answer/port-cut' \
            'challenge answer/read-only' 'challenge answer/rejected-replication' 'challenge answer/second-primary' \
            'challenge answer/slow' 'challenge answer/standby-priority' 'challenge answer/statement-timeout' \
            'challenge answer/two-vips' 'challenge answer/unregistered' 'challenge answer/zero-weight'
            set place 'challenge answer apply-delay'
        case 'saves/*'
            set place 'saves WORD'
        case 'upgrade/*'
            set place 'upgrade WORD'
        case 'diff-config/*'
            set place 'diff-config WORD'
        case 'logs/*' 'attach/*' 'cut WORD/*' 'lesson WORD/*' 'challenge answer/*' 'challenge answer apply-delay/*' 'psql/*' \
            'help/*'
        case 'follow/*'
            set place 'follow WORD'
        case 'cut/*'
            set place 'cut WORD'
        case 'slow/*'
            set place 'slow WORD'
        case 'lie/*'
            set place 'lie WORD'
        case 'lesson/*'
            set place 'lesson WORD'
        case 'versions/*'
            set place 'versions WORD'
        case '*'
            set place /
    end
end

# Offers what may stand at the place $1.
function __pgpool_lab_offers --no-scope-shadowing
    switch $argv[1]
        case save 'saves WORD'
            __pgpool_lab_names save
        case saves
            printf '%s\n' remove
        case upgrade
            printf '%s\n' pgpool
        case 'upgrade WORD' up/--release generate/--release
            printf '%s\n' \
                machine bookworm trixie forky sid bookworm-pgdg-13 bookworm-pgdg-14 bookworm-pgdg-15 bookworm-pgdg-16 bookworm-pgdg-17 \
                bookworm-pgdg-18 trixie-pgdg-13 trixie-pgdg-14 trixie-pgdg-15 trixie-pgdg-16 trixie-pgdg-17 trixie-pgdg-18
        case generate reconfigure/--folder versions/--to versions/--from
            __pgpool_lab_names directory
        case diff-config 'diff-config WORD'
            printf '%s\n' machine fast slow bitnami upstream
        case logs cut 'cut WORD' slow 'slow WORD'
            printf '%s\n' primary standby standbys leader vip all
            __pgpool_lab_names pg pgpool
        case explain
            printf '%s\n' \
                up waiting down detached unused quarantine quarantined pg_status pg_role lb_weight backend_weight load_balance_node \
                select_cnt replication_delay lag behind delay_threshold replication_state streaming catchup startup \
                replication_sync_state sync_state async sync potential last_status_change primary standby replica '!' running - failed \
                '?' unreachable inactive witness no LEADER MASTER coordinator STANDBY LOST SHUTDOWN DEAD MEMBER REVOKED-SHUTDOWN \
                REVOKED-NO-SHOW REVOKED-LOST NO-MEMBER REPORTED SEND MISSING RECEIVE NOT QUORUM quorum EXIST ABSENT ON EDGE NO UNKNOWN \
                JOINING LOADING INITIALIZING STANDING PARTICIPATING NETWORK IN VIP virtual delegate_ip escalation de-escalation \
                wd_escalation_command wd_de_escalation_command watchdog use_watchdog lifecheck life wd_lifecheck_method heartbeat \
                wd_heartbeat_deadtime wd_heartbeat_keepalive wd_interval health health_check_period health_check_timeout \
                health_check_max_retries health_check_retry_delay consensus failover_require_consensus failover_when_quorum_exists \
                allow_multiple_failover_requests_from_node enable_consensus_with_half_votes failover failover_command \
                follow_primary_command follow_master_command switchover failback auto_failback attach split split-brain two fencing \
                fence STONITH pg_rewind rewind rejoin wal_log_hints timeline TL recovery_target_timeline LSN WAL replication slot \
                use_replication_slots max_slot_wal_keep_size max_replication_slots wal_keep_size synchronous synchronous_standby_names \
                synchronous_commit repmgrd election promotion priority degraded connection num_init_children max_pool child_life_time \
                connection_cache load load_balance_mode statement_level_load_balance disable_load_balance_on_write pgpool_status \
                status pcp off paused not cut search_primary_node_timeout detach_false_primary false failover_on_backend_error \
                failover_on_backend_shutdown sr_check_period wd_priority connect_timeout reconnect_attempts reconnect_interval \
                monitor_interval_secs wal_sender_timeout wal_receiver_timeout max_wal_senders max_connections 57P01 admin_shutdown \
                57P02 crash_shutdown 57P03 cannot_connect_now 57P05 25P03 idle_session_timeout idle_in_transaction_session_timeout \
                57014 query_canceled statement_timeout 08001 sqlclient_unable_to_establish_sqlconnection 08006 08003 08000 \
                connection_failure 08007 40003 transaction_resolution_unknown 08P01 protocol_violation 53300 too_many_connections too \
                53100 disk_full 53200 out_of_memory XX000 internal_error 25006 read_only_sql_transaction read-only 40001 \
                serialization_failure 40P01 deadlock_detected 28P01 28000 invalid_password invalid_authorization_specification 3D000 \
                invalid_catalog_name 23505 unique_violation 42P01 undefined_table 55000 55006 object_not_in_prerequisite_state \
                object_in_use 55P03 lock_not_available 58030 io_error 58P01 undefined_file XX001 data_corrupted
        case 'explain streaming' 'explain synchronous'
            printf '%s\n' replication
        case 'explain !'
            printf '%s\n' running
        case 'explain running'
            printf '%s\n' as
        case 'explain -'
            printf '%s\n' failed
        case 'explain \\?'
            printf '%s\n' unreachable
        case 'explain no'
            printf '%s\n' row LEADER stream space
        case 'explain REPORTED'
            printf '%s\n' BY
        case 'explain SEND'
            printf '%s\n' MESSAGE
        case 'explain MISSING'
            printf '%s\n' BEACON
        case 'explain RECEIVE'
            printf '%s\n' TIMEOUT
        case 'explain NOT'
            printf '%s\n' REACHABLE streaming
        case 'explain QUORUM'
            printf '%s\n' EXIST EXISTS ABSENT ON IS UNKNOWN
        case 'explain ON'
            printf '%s\n' THE
        case 'explain STANDING'
            printf '%s\n' FOR
        case 'explain PARTICIPATING'
            printf '%s\n' IN
        case 'explain NETWORK'
            printf '%s\n' ISOLATION
        case 'explain IN'
            printf '%s\n' NETWORK
        case 'explain virtual'
            printf '%s\n' ip
        case 'explain life'
            printf '%s\n' check
        case 'explain split'
            printf '%s\n' brain
        case 'explain two'
            printf '%s\n' primaries
        case 'explain timeline'
            printf '%s\n' id
        case 'explain WAL'
            printf '%s\n' position
        case 'explain replication'
            printf '%s\n' slot
        case 'explain promotion'
            printf '%s\n' candidate
        case 'explain degraded'
            printf '%s\n' monitoring
        case 'explain connection'
            printf '%s\n' pool refused
        case 'explain load'
            printf '%s\n' balancing
        case 'explain status'
            printf '%s\n' file
        case 'explain cut'
            printf '%s\n' off
        case 'explain false'
            printf '%s\n' primary
        case 'explain too'
            printf '%s\n' many
        case 'explain read-only'
            printf '%s\n' transaction
        case 'explain running as'
            printf '%s\n' primary standby
        case 'explain no LEADER'
            printf '%s\n' NODE
        case 'explain no space'
            printf '%s\n' left
        case 'explain REPORTED BY'
            printf '%s\n' LIFECHECK
        case 'explain SEND MESSAGE'
            printf '%s\n' FAILURES
        case 'explain MISSING BEACON'
            printf '%s\n' REPLIES
        case 'explain QUORUM IS'
            printf '%s\n' ON
        case 'explain ON THE'
            printf '%s\n' EDGE
        case 'explain STANDING FOR'
            printf '%s\n' LEADER MASTER
        case 'explain PARTICIPATING IN'
            printf '%s\n' ELECTION
        case 'explain IN NETWORK'
            printf '%s\n' TROUBLE
        case 'explain too many'
            printf '%s\n' clients
        case replay incident/--report drill/--report --file
            __pgpool_lab_names file
        case wait
            printf '%s\n' until stays not pool_nodes quorum cluster faults primary standby standbys leader vip all
            __pgpool_lab_names pg pgpool
        case 'wait until'
            printf '%s\n' stays not pool_nodes quorum cluster faults primary standby standbys leader vip all
            __pgpool_lab_names pg pgpool
        case 'wait stays'
            printf '%s\n' not pool_nodes quorum cluster faults primary standby standbys leader vip all
            __pgpool_lab_names pg pgpool
        case 'wait not' 'wait stays not'
            printf '%s\n' pool_nodes quorum cluster faults primary standby standbys leader vip all
            __pgpool_lab_names pg pgpool
        case 'wait pool_nodes' 'wait stays pool_nodes' 'wait not pool_nodes' attach
            printf '%s\n' primary standby standbys
            __pgpool_lab_names pg
        case 'wait quorum' 'wait cluster' 'wait faults' 'wait pg-N' 'wait pgpool-N' 'wait primary' 'wait all' 'wait not quorum' \
            'wait not cluster' 'wait not faults' 'wait not pg-N' 'wait not pgpool-N' 'wait not primary' 'wait not all' \
            'wait pool_nodes pg-N' 'wait not pool_nodes pg-N'
            printf '%s\n' is stays
        case 'wait vip' 'wait not vip'
            printf '%s\n' holders is stays
        case 'wait stays quorum' 'wait stays cluster' 'wait stays faults' 'wait stays pg-N' 'wait stays pgpool-N' \
            'wait stays primary' 'wait stays all' 'wait stays pool_nodes pg-N'
            printf '%s\n' is
        case 'wait stays vip'
            printf '%s\n' holders is
        case 'wait quorum is' 'wait not quorum stays'
            printf '%s\n' not present absent
        case 'wait cluster is' 'wait not cluster stays'
            printf '%s\n' not healthy
        case 'wait faults is' 'wait not faults stays'
            printf '%s\n' not none
        case 'wait pg-N is' 'wait not pg-N stays'
            printf '%s\n' not up down unreachable primary standby streaming attached detached
        case 'wait pgpool-N is' 'wait not pgpool-N stays'
            printf '%s\n' not up down unreachable standby leader
        case 'wait primary is' 'wait not primary stays'
            printf '%s\n' not up down unreachable primary standby streaming attached detached known
        case 'wait vip holders'
            printf '%s\n' at
        case 'wait vip is' 'wait not vip stays'
            printf '%s\n' not held on up down unreachable standby leader
        case 'wait all is' 'wait not all stays'
            printf '%s\n' not up down unreachable
        case 'wait pool_nodes pg-N is' 'wait not pool_nodes pg-N stays'
            printf '%s\n' not up down
        case 'wait quorum is not' 'wait not quorum stays not'
            printf '%s\n' present absent
        case 'wait quorum is present'
            printf '%s\n' for
        case 'wait cluster is not' 'wait not cluster stays not'
            printf '%s\n' healthy
        case 'wait faults is not' 'wait not faults stays not'
            printf '%s\n' none
        case 'wait pg-N is not' 'wait not pg-N stays not'
            printf '%s\n' up down unreachable primary standby streaming attached detached
        case 'wait pgpool-N is not' 'wait not pgpool-N stays not'
            printf '%s\n' up down unreachable standby leader
        case 'wait primary is not' 'wait not primary stays not'
            printf '%s\n' up down unreachable primary standby streaming attached detached known
        case 'wait vip holders at'
            printf '%s\n' most
        case 'wait vip is not' 'wait not vip stays not'
            printf '%s\n' held on up down unreachable standby leader
        case 'wait vip is on' 'wait not vip stays on' lie pool_nodes/--on
            printf '%s\n' leader vip
            __pgpool_lab_names pgpool
        case 'wait all is not' 'wait not all stays not'
            printf '%s\n' up down unreachable
        case 'wait pool_nodes pg-N is not' 'wait not pool_nodes pg-N stays not'
            printf '%s\n' up down
        case 'wait pool_nodes pg-N is up'
            printf '%s\n' on for
        case 'wait quorum is present for'
            printf '%s\n' 10s 30s 2m
        case 'wait vip holders at most'
            printf '%s\n' 0 1 2 3
        case 'wait not pool_nodes pg-N stays up'
            printf '%s\n' on
        case rejoin 'follow WORD' 'lie WORD'
            printf '%s\n' primary standby
            __pgpool_lab_names pg
        case follow promote
            printf '%s\n' standby
            __pgpool_lab_names pg
        case load
            printf '%s\n' start stop report
        case drill
            printf '%s\n' \
                primary-loss primary-stop primary-isolated primary-paused standby-loss false-primary leader-stop leader-loss \
                quorum-loss switchover storm
        case lesson
            printf '%s\n' start check skip reset stop report verify new
        case 'lesson WORD'
            printf '%s\n' \
                standby-loss stale-standby primary-loss old-primary-returns vip-takeover silent-leader quorum-loss even-pgpools \
                one-liar split-brain-watchdog false-primary lag-routing read-after-write auto-failback online-recovery \
                planned-switchover sessions pool-full query-cache rpo
        case challenge
            printf '%s\n' answer noticed hint give-up list report stop
        case 'challenge answer'
            printf '%s\n' \
                apply-delay client-password closed-database crashed cut dead-pgpool dead-repmgrd detached even-quorum forgotten-slot \
                frozen full-disk isolated lag lie locked-table low-max-connections manual-failover missing-sync-standby no-failover \
                no-health-check no-upstream one-way-cut paused-repmgrd pcp-password pool-password port-cut read-only \
                rejected-replication second-primary slow standby-priority statement-timeout two-vips unregistered zero-weight
        case 'challenge answer apply-delay'
            __pgpool_lab_names pg pgpool
        case psql psql/--then
            printf '%s\n' \
                select insert into values update set delete from where group by having order limit offset join left on create table \
                drop alter truncate index begin commit rollback explain analyze vacuum checkpoint copy show pool_nodes pool_processes \
                pool_pools pool_status pool_version pool_cache pool_health_check_stats pool_backend_stats 'count(*)' 'now()' \
                generate_series 'pg_is_in_recovery()' 'inet_server_addr()' 'pg_backend_pid()' 'pg_postmaster_start_time()' \
                'pg_current_wal_lsn()' 'pg_last_wal_replay_lsn()' 'pg_last_wal_receive_lsn()' pg_wal_lsn_diff 'pg_switch_wal()' \
                pg_sleep pg_stat_activity pg_stat_replication pg_stat_wal_receiver pg_replication_slots pg_settings pg_stat_database
        case pcp
            printf '%s\n' \
                attach_node detach_node health_check_stats invalidate_query_cache log_rotate node_count node_info pool_status \
                proc_count proc_info promote_node recovery_node reload_config stop_pgpool watchdog_info
        case exec psql/--on
            printf '%s\n' primary standby leader vip
            __pgpool_lab_names pg pgpool
        case versions
            printf '%s\n' fetch remove
        case 'versions WORD'
            printf '%s\n' \
                bookworm trixie forky sid bookworm-pgdg-13 bookworm-pgdg-14 bookworm-pgdg-15 bookworm-pgdg-16 bookworm-pgdg-17 \
                bookworm-pgdg-18 trixie-pgdg-13 trixie-pgdg-14 trixie-pgdg-15 trixie-pgdg-16 trixie-pgdg-17 trixie-pgdg-18
        case caption
            printf '%s\n' on off
        case play
            printf '%s\n' next back stop
        case completion
            printf '%s\n' bash zsh fish
        case help
            printf '%s\n' \
                up down save restore saves upgrade generate diff-config list status diagnose nodes pool_nodes watchdog_info logs \
                events explain replay incident handout wait expect start stop restart attach detach reconfigure recover rejoin reclone \
                follow promote switchover kill pause resume isolate cut slow lag lie 'promote!' fill heal faults load drill lesson \
                hint solve answer challenge psql pcp exec connect doctor versions caption clear screenshot record play history \
                completion help version
        case up/--profile generate/--profile
            printf '%s\n' fast slow bitnami upstream
        case stop/--mode restart/--mode
            printf '%s\n' smart fast immediate
        case kill/--process pause/--process
            printf '%s\n' postgres repmgrd pgpool
        case --lab
            __pgpool_lab_names lab
        case --engine
            printf '%s\n' native compose
        case --output
            printf '%s\n' text json
    end
end

complete --command pgpool-lab --erase
complete --command pgpool-lab --no-files --arguments '(__pgpool_lab)'
