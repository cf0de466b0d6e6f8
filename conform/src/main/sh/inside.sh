#!/bin/sh
# Runs a command inside a Debian made by debian.sh. The folders named are seen there under their own names; the mounts are
# this command's only and go with it. Usage: inside.sh FOLDER SEEN:SEEN:... COMMAND...
set -eu
root=$1
seen=$2
shift 2
exec unshare --mount sh -euc '
    root=$1
    seen=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind /etc/resolv.conf "$root/etc/resolv.conf"
    IFS=:
    for folder in $seen; do
        mkdir -p "$root$folder"
        mount --rbind "$folder" "$root$folder"
    done
    unset IFS
    exec chroot "$root" sh -c "cd \"\$0\" && exec \"\$@\"" "$PWD" "$@"
' sh "$root" "$seen" "$@"
