# What the launcher of a clone and that of an installed program share: finding Java, making the archive of loaded classes, and
# starting the program. Both read this file with ".", and set
#
#   jar       the program
#   remedy    what to type where there is no Java
#
# Then find_java sets java_home and java_build, find_archive sets archive, and start uses them.

# Quick starts and a small process; silent about an archive that does not fit. JLine has a faster way to the terminal than java.lang.foreign.
java_options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms16m -Xmx192m -Xss512k -Xshare:auto -XX:-UsePerfData
    -Xlog:disable -Dfile.encoding=UTF-8 -Dorg.jline.terminal.ffm=false'

# What a rehearsal after each build runs, so that the classes it loads need not be read and checked ever again.
# Only commands that need no lab, change nothing and end by themselves.
rehearsal='version; help; list; connect'

problem() { # STATUS WHAT WHY REMEDY
    printf '✗ %s\n  because  %s\n  try      %s\n' "$2" "$3" "$4" >&2
    exit "$1"
}

# Whether HOME is a Java from 17 on that has PROGRAM; if so it is java_home from here on.
is_java() { # HOME PROGRAM
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    java_version=0
    build=
    while IFS='="' read -r key _ value _; do
        case $key in
            JAVA_VERSION) java_version=${value%%[!0-9]*} ;;
            JAVA_RUNTIME_VERSION) build=$value ;;
        esac
    done <"$1/release"
    [ "${java_version:-0}" -ge 17 ] || return 1
    java_home=$1
    java_build=$build
}

# Takes the first of: JAVA_HOME, the Java on PATH, the usual places, the one that a wrapper on PATH leads to.
find_java() { # PROGRAM
    is_java "${JAVA_HOME:-}" "$1" && return
    on_path=$(readlink -f "$(command -v java)" 2>/dev/null)
    is_java "${on_path%/bin/java}" "$1" && return
    for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
        is_java "$home" "$1" && return
    done
    is_java "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')" "$1" && return
    problem 4 'pgpool-lab needs Java 17 or later' \
        "there is no such $1 in JAVA_HOME, on PATH or in /usr/lib/jvm" "$remedy"
}

# The archive of loaded classes fits one build of Java and one of the program. It is in DIRECTORY, if there is such a one, or in the
# user's cache. An empty one says that none can be made.
find_archive() { # DIRECTORY [WHAT ELSE IT DEPENDS ON]
    name=$(printf '%s\n' "$jar" "$java_home" "$java_build" "${2:-}" | cksum)
    name=${name%% *}.jsa
    cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
    cache=${cache:+$cache/pgpool-lab/cds}
    for directory in "$1" "$cache"; do
        archive=$directory/$name
        # shellcheck disable=SC3013 # -nt came into POSIX in 2024, and is older in every sh
        if [ -f "$archive" ] && ! [ "$jar" -nt "$archive" ]; then
            return
        fi
    done
    for directory in "$1" "$cache"; do
        archive=$directory/$name
        [ "$directory" != "$cache" ] || mkdir -p "$cache" 2>/dev/null
        [ -d "$directory" ] && [ -w "$directory" ] && rehearse && return
    done
    archive=
}

# Runs where it sees no lab and no lab file. The archive is a whole one, in place of the one that Java brings along: one that only adds
# to it cannot hold classes of Java 5, as all of picocli's are. So it takes two runs: one lists the classes, one writes them.
rehearse() {
    scratch=$archive.$$
    mkdir "$scratch" 2>/dev/null || return
    in_scratch "-Xshare:off -XX:DumpLoadedClassList=$scratch/classes" org.pgpoollab.app.ClassArchiveWarmup -c "$rehearsal"
    in_scratch "-Xshare:dump -XX:SharedClassListFile=$scratch/classes -XX:SharedArchiveFile=$scratch/archive"
    [ -s "$scratch/archive" ] || : >"$scratch/archive"
    mv -f "$scratch/archive" "$archive"
    # Those that were made long ago: most are of an earlier program or Java. One that is still used is made again.
    find "${archive%/*}" -maxdepth 1 -name '*.jsa*' -mtime +90 -exec rm -rf {} + 2>/dev/null
    rm -rf "$scratch"
}

in_scratch() { # OPTIONS [CLASS ARGUMENT...]
    limit=$(command -v timeout >/dev/null && echo timeout 60)
    options=$1
    shift
    # shellcheck disable=SC2086 # options are words
    (cd "$scratch" && XDG_STATE_HOME=$scratch $limit "$java_home/bin/java" $java_options $options -cp "$jar" "$@") \
        </dev/null >/dev/null 2>&1
}

# Ends with an exec: exit status, signals and the terminal are the program's own.
start() { # ARGUMENT...
    if [ -s "$archive" ]; then
        set -- "-XX:SharedArchiveFile=$archive" -jar "$jar" "$@"
    else
        set -- -jar "$jar" "$@"
    fi
    # Java takes only file names that the locale can write. The terminal is still written to as the locale says.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
        *)
            case $(locale charmap 2>/dev/null) in
                ANSI_X3.4-1968 | US-ASCII | 646) export LC_ALL=C.UTF-8 PGPOOL_LAB_CHARSET=US-ASCII ;;
            esac
            ;;
    esac
    # How the terminal is set now: the Java library that sets it forgets its speed.
    if [ -t 0 ]; then
        PGPOOL_LAB_STTY=$(stty -g 2>/dev/null) && export PGPOOL_LAB_STTY
    fi
    # What to type to start it again: messages say so.
    case :$PATH: in
        *":${0%/*}:"*) PGPOOL_LAB_COMMAND=${0##*/} ;;
        *) PGPOOL_LAB_COMMAND=$0 ;;
    esac
    export PGPOOL_LAB_COMMAND
    # shellcheck disable=SC2086 # options are words
    exec "$java_home/bin/java" $java_options "$@"
}
