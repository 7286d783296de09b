#!/bin/sh
# Run by repmgrd on pg-1, as promote_command: makes this node the primary, and makes repmgr's table say so.
#
# Why not "repmgr standby promote" alone: it looks once a second whether the promotion is done, and all that time nobody can write.
# PostgreSQL's own function returns when it is. The register is told afterwards, and waits for no synchronous standby: those
# wait until they are told whom to follow. If anything of it fails, repmgr does all of it in its own way.

sql() {
    PGOPTIONS='-c synchronous_commit=local' /usr/lib/postgresql/15/bin/psql -XAtq -h /run/postgresql -p 5432 -U postgres -d "$1" -c "$2"
}

test t = "$(sql postgres 'select pg_promote()')" \
    && sql repmgr "update repmgr.nodes set active = false where type = 'primary' and node_id <> 1001" \
    && /usr/lib/postgresql/15/bin/repmgr primary register -f /run/lab/repmgr.conf --force --log-to-file \
    || /usr/lib/postgresql/15/bin/repmgr standby promote -f /run/lab/repmgr.conf --log-to-file
