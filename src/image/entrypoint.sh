#!/bin/sh
# The first process below init of a container of a lab: lab-entrypoint ROLE, or any command.
#
#   host   starts nothing and waits: for processes that "docker exec" starts
set -eu

case ${1:-host} in
    host) exec sleep infinity ;;
    *) exec "$@" ;;
esac
