#!/bin/sh
# The first process below init of a container of a lab: lab-entrypoint ROLE, or any other command.
#
#   pg        PostgreSQL and repmgrd, as postgres. It finds out by itself whether this node is the primary or a standby.
#   pgpool    Pgpool-II, as postgres with the two capabilities that moving the VIP takes.
#   utility   Waits; the place for psql and the pcp tools, which find their passwords.
#   forward   Passes each connection to port 5432 on to the VIP, which it dials anew.
#   host      Starts nothing and waits for processes that "docker exec" starts.
#   state     Prints what data a PostgreSQL node has; the other nodes ask for it at port 5431.
#
# A node's files are in /etc/pgpool-lab, the passwords in /etc/pgpool-lab-secrets; both are copied to /run/lab, where the names in ${} in
# *.conf get the values that these variables have in the container. What is not copied data is never removed: see "join".
set -eu
source=/etc/pgpool-lab
secrets=/etc/pgpool-lab-secrets
lab=/run/lab
data=$lab/data
socket=/run/postgresql
state_port=5431
node=$(hostname)
# How long the other containers may take to appear, and a primary to answer.
patience=${LAB_PATIENCE:-15}
export PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-2}"

say() {
    echo "$(date -u '+%F %T.%3N') lab-entrypoint: $*"
}

# A remedy belongs to each refusal, since nobody is asked: the container ends, and its log says why.
# To the errors, because the output of a caller may be a value.
refuse() { # WHAT WHY REMEDY
    {
        say "✗ $1"
        say "  because  $2"
        say "  try      $3"
    } >&2
    exit 3
}

# --- files ------------------------------------------------------------------------------------------------------------

# Prints commands for sed that put the values of the environment's variables in place of ${NAME}.
substitutions() {
    for name in $(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p'); do
        value=$(printenv "$name" | sed 's/[\\&|]/\\&/g')
        printf 's|${%s}|%s|g\n' "$name" "$value"
    done
}

copy_files() {
    substitutions >/tmp/substitutions
    for file in "$source"/*; do
        [ -f "$file" ] || continue
        case $file in
            *.conf) sed -f /tmp/substitutions "$file" >"$lab/${file##*/}" ;;
            *) cat "$file" >"$lab/${file##*/}" ;;
        esac
    done
}

secret() { # NAME
    cat "$secrets/$1" 2>/dev/null || refuse "$node cannot read the secret $1" "there is no file secrets/$1 that root may read" \
        'restore it; it holds the password and nothing else'
}

# Both formats have a backslash before : and \ in a field.
field() {
    sed 's/[\\:]/\\&/g'
}

write_password_files() {
    umask 077
    password=$(secret password)
    repmgr_password=$(secret repmgr_password)
    printf '%s\n' "$password" >$lab/.password
    printf '%s\n' "$repmgr_password" >$lab/.repmgr_password
    {
        printf '*:*:*:%s:%s\n' "$LAB_USER" "$(printf %s "$password" | field)"
        printf '*:*:*:repmgr:%s\n' "$(printf %s "$repmgr_password" | field)"
        printf '*:*:*:postgres:%s\n' "$(printf %s "$password" | field)"
    } >$lab/.pgpass
    printf '*:*:%s:%s\n' "$LAB_USER" "$(printf %s "$password" | field)" >$lab/.pcppass
    umask 022
}

# --- what data there is, here and elsewhere ---------------------------------------------------------------------------

control() { # FIELD
    pg_controldata $data 2>/dev/null | sed -n "s/^$1: *//p"
}

# The last checkpoint may be older than a promotion, whose history file is there at once.
timeline() {
    {
        printf '%08X\n' "$(control "Latest checkpoint's TimeLineID")"
        ls $data/pg_wal 2>/dev/null | sed -n 's/\.history$//p'
    } | sort | tail -n 1 | sed 's/^/0x/' | xargs printf '%d\n'
}

has_data() {
    [ -s $data/PG_VERSION ]
}

# One line: none; or primary or standby, the timeline, and the identifier of the database cluster.
state() {
    if ! has_data; then
        echo none
    elif [ -f $data/standby.signal ]; then
        echo "standby $(timeline) $(control 'Database system identifier')"
    else
        echo "primary $(timeline) $(control 'Database system identifier')"
    fi
}

state_of() { # NODE
    socat -T2 -u "TCP:$1:$state_port,connect-timeout=1" - 2>/dev/null
}

peers() {
    for peer in $LAB_POSTGRES; do
        [ "$peer" = "$node" ] || echo "$peer"
    done
}

ask() { # NODE STATEMENT
    psql -XAtqw -d "host=$1 port=5432 user=repmgr dbname=repmgr" -c "$2" 2>/dev/null
}

# Prints a node that is a primary now, its timeline and its identifier; of two the one with the higher timeline.
find_primary() {
    for peer in $(peers); do
        ask "$peer" "select '$peer', ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int, system_identifier
            from pg_control_system() where not pg_is_in_recovery()" | tr '|' ' ' || :
    done | sort -k 2 -n | tail -n 1
}

# Whether every node's container answers. One that is off is waited for, since "up" and "start" begin with all of them.
all_are_there() {
    for peer in $(peers); do
        state_of "$peer" >/dev/null || return 1
    done
}

# Prints the node among those that answer that has to be the primary: the one that was it on the highest timeline.
last_primary() {
    for peer in $LAB_POSTGRES; do
        if [ "$peer" = "$node" ]; then state; else state_of "$peer" || :; fi | sed "s/$/ $peer/"
    done | sort -k 2,2nr -k 1,1 | awk '$1 != "none" && NF > 2 { newest = newest ? newest : $2 }
        $1 == "primary" && $2 == newest { print $4; exit }'
}

nobody_has_data() {
    for peer in $(peers); do
        case $(state_of "$peer" || :) in primary* | standby*) return 1 ;; esac
    done
    ! has_data
}

# --- PostgreSQL -------------------------------------------------------------------------------------------------------

as_postgres() {
    exec setpriv --reuid=postgres --regid=postgres --init-groups --bounding-set=-all --no-new-privs "$@"
}

# As root: makes the files, and goes on as postgres.
prepare_pg() {
    notice_silence
    write_password_files
    copy_files
    rm -f $socket/.s.PGSQL.* /run/repmgr/repmgrd.pid
    chown postgres:postgres $lab $lab/* $lab/.password $lab/.repmgr_password $lab/.pgpass $lab/.pcppass 2>/dev/null || :
    as_postgres "$0" pg
}

pg() {
    trap 'stop_pg' TERM INT
    touch $lab/postgresql.log $lab/repmgr.log
    tail -q -n 0 -F $lab/postgresql.log $lab/repmgr.log 2>/dev/null &
    socat -U "TCP-LISTEN:$state_port,fork,reuseaddr" EXEC:"$0 state" 2>/dev/null &
    refuse_other_major
    rm -f $data/postmaster.pid
    finish_rewind
    find_role
    watch_pg
}

stop_pg() {
    trap '' TERM INT
    say "stopping"
    [ -z "${repmgrd:-}" ] || kill "$repmgrd" 2>/dev/null || :
    pg_ctl -D $data -s -m fast -w -t 60 stop 2>/dev/null || :
    exit 0
}

refuse_other_major() {
    has_data || return 0
    here=$(postgres --version | sed 's/.*) \([0-9]*\).*/\1/')
    [ "$(cat $data/PG_VERSION)" = "$here" ] || refuse "$node cannot start its data" \
        "they are of PostgreSQL $(cat $data/PG_VERSION), and the image has $here" \
        "set PG_MAJOR=$(cat $data/PG_VERSION), or remove all data: docker compose down -v"
}

# A rewind that was interrupted left data that must not be started.
finish_rewind() {
    [ -e $lab/rewinding ] || return 0
    sh $lab/data.sh restore || refuse "$node has data that were being rewound" "there was no room to keep them as they were" \
        "have a new copy made: remove the container of $node, and its volume"
}

find_role() {
    began=$(date +%s)
    while :; do
        primary=$(find_primary)
        if [ -n "$primary" ]; then
            # shellcheck disable=SC2086 # three words
            join $primary
            return
        fi
        waited=$(($(date +%s) - began))
        if all_are_there || [ $waited -ge "$patience" ]; then
            if nobody_has_data && [ "${LAB_POSTGRES%% *}" = "$node" ]; then found_cluster; return; fi
            last=$(last_primary)
            if [ "$last" = "$node" ]; then lead; return; fi
            # One that knows to be the primary beats PRIMARY, which may have been left from an earlier repair.
            if [ -z "$last" ] && [ "${PRIMARY:-}" = "$node" ] && has_data; then lead_on_demand; return; fi
        fi
        if [ $waited -ge $((patience * 4)) ]; then start_without_primary; return; fi
        sleep 1
    done
}

start_pg() {
    chmod 700 $data
    pg_ctl -D $data -l $lab/postgresql.log -s -w -t 60 start || refuse "PostgreSQL did not start on $node" \
        "$(tail -n 1 $lab/postgresql.log)" "docker logs of this container"
}

# The first primary. Under its own name only when it is whole: a container may be killed at any time.
found_cluster() {
    say "no node has data: makes the first database cluster"
    rm -rf $data.part
    initdb -D $data.part -U postgres --auth-local=trust --auth-host=scram-sha-256 --no-locale --encoding=UTF8 --no-instructions \
        >/dev/null
    printf "# All settings stand in one generated file, out of pg_rewind's reach.\ninclude '%s/postgresql.conf'\n" $lab \
        >$data.part/postgresql.conf
    mv -T $data.part $data
    lead
}

lead() {
    say "starts as the primary, on timeline $(timeline)"
    start_pg
    restore_roles "host=$socket user=postgres dbname=postgres"
    register_primary
}

# The user named this node in PRIMARY, since none knew to be the primary: a promotion makes a new timeline.
lead_on_demand() {
    say "starts as the primary because PRIMARY=$node"
    start_pg
    psql -XAtq -h $socket -U postgres -d postgres -c 'select pg_promote() where pg_is_in_recovery()' >/dev/null
    restore_roles "host=$socket user=postgres dbname=postgres"
    register_primary
}

# repmgr refuses to register a primary beside an active one.
register_primary() {
    psql -XAtq -v node="$node" -h $socket -U postgres -d repmgr <<'SQL'
select format('update repmgr.nodes set active = false where type = ''primary'' and node_name <> %L', :'node')
    where to_regclass('repmgr.nodes') is not null \gexec
SQL
    run_repmgr primary register --force
}

run_repmgr() {
    repmgr -f $lab/repmgr.conf "$@" >/tmp/repmgr 2>&1 || say "repmgr $*: $(tail -n 3 /tmp/repmgr)"
}

repmgr_id() { # NODE
    echo $((1000 + ${1##*-}))
}

start_without_primary() {
    has_data || refuse "$node has no data" "no primary answers to copy it from" "start the primary; then: docker start of this container"
    [ -f $data/standby.signal ] || refuse "$node was a primary, and is not started as one" \
        "a node with newer data is there, and is no primary" "PRIMARY=$(newest_node) in .env; then: docker compose up -d"
    say "no primary answers: starts as a standby without one. If there is none, name one: PRIMARY=$(newest_node) in .env"
    start_pg
}

newest_node() {
    for peer in $LAB_POSTGRES; do
        if [ "$peer" = "$node" ]; then state; else state_of "$peer" || :; fi | sed "s/$/ $peer/"
    done | awk 'NF == 4' | sort -k 2,2nr | awk '{ print $4; exit }'
}

# Becomes a standby of a primary. What this node has is kept: data that belong to another cluster or to a later timeline are not touched,
# and what is rewound or replaced is in data.old afterwards.
join() { # PRIMARY TIMELINE IDENTIFIER
    say "the primary is $1, on timeline $2"
    if ! has_data; then
        clone "$1"
        return
    fi
    [ "$(control 'Database system identifier')" = "$3" ] || refuse "$node does not join $1" \
        "their data are of different database clusters" "stop the one that is not wanted; to have $node copied anew, remove its volume"
    [ "$(timeline)" -le "$2" ] || refuse "$node does not join $1" \
        "$node is on timeline $(timeline) and has data that $1, on timeline $2, does not have" \
        "stop $1 and start $node first; or, to have $node copied anew, remove its volume"
    if [ -f $data/standby.signal ] && follow "$1"; then
        return
    fi
    rewind "$1" || replace "$1"
}

make_slot() { # PRIMARY
    slot=repmgr_slot_$(repmgr_id "$node")
    ask "$1" "select pg_create_physical_replication_slot('$slot', true)
        where not exists (select from pg_replication_slots where slot_name = '$slot')" >/dev/null
}

clone() { # PRIMARY
    say "copies the data of $1"
    sh $lab/data.sh copy "$1" || refuse "$node could not copy the data of $1" 'see above' 'docker start of this container'
    sh $lab/data.sh swap
    start_pg
    arrive "$1"
}

# A standby that was away: its upstream may have changed. It fails if the node does not stream: its WAL may have parted from the primary's.
follow() { # PRIMARY
    make_slot "$1"
    sed -i '/^primary_conninfo *=/d' $data/postgresql.auto.conf
    echo "primary_conninfo = 'host=$1 port=5432 user=repmgr passfile=$lab/.pgpass application_name=''$node'' connect_timeout=2'" \
        >>$data/postgresql.auto.conf
    chmod 700 $data
    if pg_ctl -D $data -l $lab/postgresql.log -s -w -t 60 start && streams; then
        arrive "$1"
        return
    fi
    say "does not stream from $1"
    pg_ctl -D $data -s -m fast -w -t 60 stop 2>/dev/null || :
    return 1
}

streams() {
    for _ in $(seq "$patience"); do
        if [ "$(psql -XAtq -h $socket -U postgres -d postgres -c 'select status from pg_stat_wal_receiver')" = streaming ]; then
            return 0
        fi
        sleep 1
    done
    return 1
}

free() {
    df -Pk $lab | awk 'NR == 2 { print $4 }'
}

# 512 MB have to be free afterwards, or the copy of what was there would not be kept: see data.sh.
require_room() { # KILOBYTES
    [ "$(free)" -ge $(($1 + 589824)) ] || refuse "there is no room on $node to keep its data while they are changed" \
        "$(($(free) / 1024)) MB are free, and $((($1 + 589824) / 1024)) MB are needed" \
        "make room where Docker keeps its volumes; or, to have $node copied anew, remove its volume"
}

rewind() { # PRIMARY
    require_room "$(du -skLc $data | awk 'END { print $1 }')"
    say "rewinds its data to those of $1"
    ask "$1" checkpoint >/dev/null || :
    make_slot "$1"
    if sh $lab/data.sh rewind "$1" 2>&1 && streams; then
        arrive "$1"
        return
    fi
    say "the rewind failed"
    pg_ctl -D $data -s -m fast -w -t 60 stop 2>/dev/null || :
    ! [ -e $lab/rewinding ] || sh $lab/data.sh restore
    return 1
}

replace() { # PRIMARY
    require_room "$(ask "$1" 'select (sum(pg_database_size(oid)) / 1024)::bigint from pg_database')"
    clone "$1"
}

arrive() { # PRIMARY
    restore_roles "host=$1 port=5432 user=repmgr dbname=repmgr" || say "the roles on $1 could not be restored"
    run_repmgr standby register --force --upstream-node-id="$(repmgr_id "$1")"
    say "is a standby of $1"
}

# Makes what is missing, and sets the passwords, which may have been changed. No statement may show a password in a log.
restore_roles() { # CONNECTION
    psql -XAtqw -v ON_ERROR_STOP=1 -v user="$LAB_USER" -d "$1" <<'SQL' >/dev/null
set log_min_error_statement = panic;
set synchronous_commit = local;
select pg_advisory_lock(5431);
\set password `cat /run/lab/.password`
\set repmgr_password `cat /run/lab/.repmgr_password`
select 'create role repmgr superuser replication login' where not exists (select from pg_roles where rolname = 'repmgr') \gexec
select 'create role pgpool_check login in role pg_monitor' where not exists (select from pg_roles where rolname = 'pgpool_check') \gexec
select format('create role %I superuser login', :'user') where not exists (select from pg_roles where rolname = :'user') \gexec
alter role repmgr set search_path to repmgr, "$user", public;
alter role repmgr set synchronous_commit to local;
alter role repmgr password :'repmgr_password';
alter role postgres password :'password';
alter role :"user" password :'password';
select 'create database repmgr owner repmgr' where not exists (select from pg_database where datname = 'repmgr') \gexec
select format('create database %I owner %I', :'user', :'user')
    where not exists (select from pg_database where datname = :'user') \gexec
SQL
}

# Runs repmgrd again when it ends, until this is ended itself, and repmgrd with it.
run_repmgrd() {
    server=
    trap 'kill "$server" 2>/dev/null; exit 0' TERM
    while :; do
        repmgrd -f $lab/repmgr.conf --daemonize=false --no-pid-file >>$lab/repmgr.log 2>&1 &
        server=$!
        wait "$server" || :
        sleep 2
    done
}

# The container ends when PostgreSQL has ended. A restart, as follow.sh does one, brings another process.
watch_pg() {
    run_repmgrd &
    repmgrd=$!
    while pid=$(head -n 1 $data/postmaster.pid 2>/dev/null) && kill -0 "$pid" 2>/dev/null; do
        tail --pid="$pid" -s 0.5 -f /dev/null &
        wait $!
        for _ in 1 2 3 4 5 6; do
            pg_ctl -D $data status >/dev/null && break
            sleep 0.5
        done
    done
    say "PostgreSQL has ended"
    exit 1
}

# --- Pgpool-II and the others -----------------------------------------------------------------------------------------

# The files are generated for Pgpool-II 4.3. See the migration sections of the release notes of 4.4 and 4.7.
rename_settings() {
    version=$(/usr/sbin/pgpool --version 2>&1 | sed -n 's/.*version 4\.\([0-9]*\).*/\1/p')
    [ "${version:-99}" -lt 4 ] || sed -i 's/^socket_dir /unix_socket_directories /; s/^delegate_IP /delegate_ip /' $lab/pgpool.conf
    [ "${version:-99}" -lt 7 ] || sed -i 's/^logdir /work_dir /' $lab/pgpool.conf
}

# Waits for the backends whose containers are on: pgpool would hold those down that are still starting.
await_backends() {
    for second in $(seq $((patience * 4))); do
        missing=
        for backend in $LAB_POSTGRES; do
            pg_isready -q -t 1 -h "$backend" -p 5432 && continue
            if [ "$second" -le "$patience" ] || state_of "$backend" >/dev/null; then missing="$missing $backend"; fi
        done
        [ -n "$missing" ] || return 0
        [ "$second" != 1 ] || say "waits for$missing"
        sleep 1
    done
    say "goes on without$missing"
}

pgpool() {
    notice_silence
    write_password_files
    copy_files
    rename_settings
    umask 077
    printf '%s:TEXT%s\npostgres:TEXT%s\n' "$LAB_USER" "$password" "$password" >$lab/pool_passwd
    printf '%s:%s\n' "$LAB_USER" "$(printf %s "$password" | md5sum | cut -c 1-32)" >$lab/pcp.conf
    umask 022
    # The health check reads this file, and logs an error where it is missing.
    touch $lab/backend_down_request
    chown -R postgres:postgres $lab
    rm -f /run/pgpool/.s.* /run/pgpool/pgpool.pid
    await_backends
    ! grep -q '^use_watchdog = off' $lab/pgpool.conf || hold_vip
    # Pgpools that start at the same time often all stand for leader at once, and have to begin the election anew.
    case $node in *-0) ;; *) sleep 1.2 ;; esac
    say "starts Pgpool-II"
    exec setpriv --reuid=postgres --regid=postgres --init-groups \
        --inh-caps=-all,+net_admin,+net_raw --ambient-caps=-all,+net_admin,+net_raw \
        pgpool -n -D -f $lab/pgpool.conf -F $lab/pcp.conf -a $lab/pool_hba.conf
}

# A single pgpool has no watchdog that would do it.
hold_vip() {
    ip address add "$VIP/24" dev eth0 label eth0:0
    arping -q -U -c 1 -w 1 -I eth0 "$VIP" || :
}

utility() {
    write_password_files
    exec sleep infinity
}

forward() {
    as_postgres socat TCP-LISTEN:5432,fork,reuseaddr TCP:pgpool:5432,connect-timeout=3
}

# A neighbour that no longer answers ARP is unreachable after half a second, not after eleven.
notice_silence() {
    ip ntable change name arp_cache dev eth0 base_reachable 500 delay_probe 100 retrans 100 ucast_probes 1 mcast_probes 2 || :
}

case ${1:-host} in
    pg) if [ "$(id -u)" = 0 ]; then prepare_pg; else pg; fi ;;
    pgpool | utility | forward | state) "$1" ;;
    host) exec sleep infinity ;;
    *) exec "$@" ;;
esac
