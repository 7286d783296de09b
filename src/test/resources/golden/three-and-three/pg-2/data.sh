#!/bin/sh
# The data of pg-2: copied, rewound and exchanged so that a step that fails leaves what was there. pgpool-lab runs this for
# "rejoin" and "reclone". It can be typed as well, as postgres on this node: sh /run/lab/data.sh logins pg-0
#
#   logins PRIMARY   sees that the role repmgr can log in there, also for replication
#   room PRIMARY     sees that there is room for a copy of that node's data
#   copy PRIMARY     makes such a copy in data.new, as a standby's data
#   swap             has data.new take the place of data, which is kept as data.old while 512 MB are left
#   rewind PRIMARY   copies data to data.old if there is room, has repmgr rewind data, and starts it
#   restore          puts back what was there before a rewind that was begun and not ended
#   forget           removes data.old
#
# From the beginning to the end of a rewind the file "rewinding" stands beside the data: meanwhile it must not be started. At most one
# data.old is kept. The directory of a tablespace below /run/lab goes the same way: DIRECTORY.new, DIRECTORY.old. Any other may be
# shared by several nodes: it stays untouched, and the copy has its own in /run/lab/tablespace-OID.
set -eu
PATH='/usr/lib/postgresql/15/bin':$PATH
export PATH PGPASSFILE=/run/lab/.pgpass
lab=/run/lab
data=$lab/data
mark=$lab/rewinding
spare=524288
primary=${2:-}
server="host=$primary port=5432 user=repmgr dbname=repmgr connect_timeout=2"

fail() {
    echo "ERROR: $*" >&2
    exit 1
}

free() {
    df -Pk $lab | awk 'NR == 2 { print $4 }'
}

missing() {
    echo $((($1 - $(free)) / 1024 + 1))
}

# Of a data directory, and of the tablespaces of its own.
links() {
    for link in "$1"/pg_tblspc/*; do
        if [ -L "$link" ]; then
            case $(readlink "$link") in $lab/*) echo "$link" ;; esac
        fi
    done
}

remove() {
    links "$1" | while read -r link; do rm -rf "$(readlink "$link")"; done
    rm -rf "$1"
}

# A copy that was begun and not ended, with its tablespaces of that ending; a link with another one may lead to what is in use.
sweep() {
    links "$1" | while read -r link; do
        at=$(readlink "$link")
        case $at in *"$2") rm -rf "$at" ;; esac
    done
    rm -rf "$1"
}

# A data directory to another name, its tablespaces to names with another ending: "$3" becomes "$4".
duplicate() {
    rm -rf $data.part
    cp -a --sparse=always --reflink=auto "$1" $data.part
    links $data.part | while read -r link; do
        from=$(readlink "$link")
        to=${from%"$3"}$4
        rm -rf "$to"
        cp -a --sparse=always --reflink=auto "$from" "$to"
        ln -sfn "$to" "$link"
    done
    mv -T $data.part "$2"
}

# Of a full disk nothing is known until something is written.
writable() {
    if [ -d $data/pg_wal ]; then
        : >$data/pg_wal/room
        rm -f $data/pg_wal/room
    fi
}

logins() {
    psql -XAtqw -d "$server" -c 'select 1' >/dev/null
    psql -XAtqw -d "$server replication=true" -c IDENTIFY_SYSTEM >/dev/null
}

room() {
    sweep $data.new .new
    if [ ! -e $mark ]; then sweep $data.part .old; fi
    writable
    need=$(psql -XAtqw -d "$server" -c 'select (sum(pg_database_size(oid)) / 1024)::bigint + 65536 from pg_database')
    if [ "$(free)" -lt "$need" ] && [ ! -e $mark ]; then forget; fi
    if [ "$(free)" -lt "$need" ]; then
        fail "no room for a copy of the data of $primary beside what is there: $(missing "$need") MB are missing"
    fi
}

# A slot whose WAL is lost serves nobody.
slot() {
    psql -XAtqw -d "$server" -c "select pg_drop_replication_slot(slot_name) from pg_replication_slots
        where slot_name = 'repmgr_slot_1002' and not active and wal_status = 'lost'" >/dev/null
    psql -XAtqw -d "$server" -c "select pg_create_physical_replication_slot('repmgr_slot_1002', true)
        where not exists (select from pg_replication_slots where slot_name = 'repmgr_slot_1002')" >/dev/null
}

copy() {
    slot
    spaces=$(psql -XAtqw -F ' ' -d "$server" -c "select oid, pg_tablespace_location(oid) from pg_tablespace
        where pg_tablespace_location(oid) like '/%'")
    sweep $data.new .new
    set --
    while read -r oid directory; do
        case $directory in
            '') continue ;;
            $data/*) here=$lab/tablespace-$oid ;;
            $lab/*) here=$directory ;;
            *) here=$lab/tablespace-$oid ;;
        esac
        rm -rf "$here.new"
        set -- "$@" -T "$directory=$here.new"
    done <<LIST
$spaces
LIST
    pg_basebackup -d "$server" -D $data.new -X stream -c fast -w --no-sync "$@"
    sed -i '/^\(primary_conninfo\|primary_slot_name\|recovery_target_timeline\) *=/d' $data.new/postgresql.auto.conf
    cat >>$data.new/postgresql.auto.conf <<SETTINGS
primary_conninfo = 'host=$primary port=5432 user=repmgr passfile=/run/lab/.pgpass application_name=''pg-2'' connect_timeout=2'
primary_slot_name = 'repmgr_slot_1002'
recovery_target_timeline = 'latest'
SETTINGS
    touch $data.new/standby.signal
}

swap() {
    [ -e $data.new/standby.signal ] || fail "there is no whole copy in $data.new"
    if [ -e $mark ] || [ ! -e $data/global/pg_control ]; then
        remove $data
    else
        forget
        links $data | while read -r link; do
            at=$(readlink "$link")
            case $at in *.old) continue ;; esac
            [ ! -d "$at" ] || mv -T "$at" "$at.old"
            ln -sfn "$at.old" "$link"
        done
        mv -T $data $data.old
    fi
    links $data.new | while read -r link; do
        at=$(readlink "$link")
        case $at in *.new) ;; *) continue ;; esac
        rm -rf "${at%.new}"
        mv -T "$at" "${at%.new}"
        ln -sfn "${at%.new}" "$link"
    done
    mv -T $data.new $data
    rm -f $mark
    if [ -d $data.old ] && [ "$(free)" -lt $spare ]; then
        forget
        echo "what was there is not kept: less than 512 MB would be left"
    fi
    tell
}

tell() {
    if [ -d $data.old ]; then
        spaces=$(links $data.old | while read -r link; do printf ', %s' "$(readlink "$link")"; done)
        echo "what was there is kept in $data.old$spaces until the next rejoin or reclone; remove it: exec pg-2 -- sh $lab/data.sh forget"
    fi
}

rewind() {
    restore
    sweep $data.part .old
    writable
    need=$(($(du -skLc $data 2>/dev/null | awk 'END { print $1 }') + spare))
    kept=none
    if [ "$(free)" -lt "$need" ]; then forget; fi
    if [ "$(free)" -lt "$need" ]; then
        echo "no room to keep what is there: $(missing "$need") MB are missing"
    else
        forget
        duplicate $data $data.old '' .old
        kept=kept
    fi
    echo $kept >$mark
    /usr/lib/postgresql/15/bin/repmgr -f $lab/repmgr.conf node rejoin --no-wait --force-rewind --config-archive-dir=$lab \
        -d "$server"
    rm -f $mark
    tell
}

restore() {
    [ -e $mark ] || return 0
    if pg_ctl -D $data status >/dev/null 2>&1; then
        rm -f $mark
        return 0
    fi
    if [ "$(cat $mark)" != kept ] || [ ! -e $data.old/global/pg_control ]; then
        fail "a rewind was begun and not ended, and there was no room to keep what was there before"
    fi
    remove $data
    duplicate $data.old $data .old ''
    rm -f $mark
}

forget() {
    remove $data.old
}

case ${1:-} in
    logins | room | copy | swap | rewind | restore | forget) "$1" ;;
    *) fail "usage: sh $lab/data.sh logins|room|copy|swap|rewind|restore|forget [PRIMARY]" ;;
esac
