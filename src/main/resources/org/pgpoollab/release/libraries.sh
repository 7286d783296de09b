# Lists the shared libraries that each program and module of a root directory loads.
#
#   libraries.sh LOADER LIBRARIES ROOT
#
# The first line tells an ELF file from a script.
loader=$1 libraries=$2
cd "$3" || exit 1
for file in usr/bin/* usr/sbin/* usr/lib/postgresql/*/bin/* usr/lib/postgresql/*/lib/*.so; do
    if [ -h "$file" ] || [ ! -f "$file" ]; then continue; fi
    IFS= read -r start <"$file" || :
    case $start in *ELF*) ;; *) continue ;; esac
    echo "# $file"
    "$loader" --inhibit-cache --library-path "$libraries" --list "$PWD/$file" 2>&1
done
