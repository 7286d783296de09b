#!/bin/sh
# Run by repmgrd on pg-2, as follow_command: follows the new primary, whose node_id is $1.
#
# Why not "repmgr standby follow" alone: a primary that dies at once has often sent the beginning of a record whose end it
# never wrote. The new primary's timeline begins before that piece, a few bytes short of what this node has received, and
# repmgr refuses: "timeline 2 forked off ... before current recovery point". Nothing is lost, for the piece was never
# replayed. A restart forgets it. Only then: what was received and not replayed is the sign.

follow() {
    /usr/lib/postgresql/15/bin/repmgr standby follow -f /run/lab/repmgr.conf --log-to-file --upstream-node-id="$1"
}

has_piece_of_record() {
    test t = "$(/usr/lib/postgresql/15/bin/psql -XAtq -h /run/postgresql -p 5432 -U postgres -d postgres \
        -c 'select pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()')"
}

# Who follows it already, behind another primary, has its slot in use: repmgr would refuse.
follows() {
    test t = "$(/usr/lib/postgresql/15/bin/psql -XAtq -h /run/postgresql -p 5432 -U postgres -d repmgr \
        -c "select exists (select from pg_stat_wal_receiver join repmgr.nodes on node_name = sender_host
            where status = 'streaming' and node_id = $1)")"
}

if follows "$1"; then
    exec /usr/lib/postgresql/15/bin/repmgr standby register -f /run/lab/repmgr.conf --log-to-file --force --upstream-node-id="$1"
fi
follow "$1" && exit
has_piece_of_record || exit
/usr/lib/postgresql/15/bin/pg_ctl -D /run/lab/data -l /run/lab/postgresql.log -m fast -s -w -t 30 restart && follow "$1"
