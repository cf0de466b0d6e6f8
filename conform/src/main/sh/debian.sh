#!/bin/sh
# Makes a Debian of its own in a folder, once; nothing of the machine's is changed. Usage: debian.sh FOLDER SUITE PACKAGE...
# Where it cannot, it prints why and ends with exit code 3.
set -eu

folder=$1
suite=$2
shift 2
packages=$(printf '%s,' "$@")
packages=${packages%,}

cannot() {
    printf '%s\n' "$1"
    exit 3
}

[ "$(cat "$folder/made-of" 2>/dev/null)" != "$suite $packages" ] || exit 0
[ -e /etc/debian_version ] && command -v apt-get >/dev/null || cannot "needs Debian: its Pythons are Debian's packages"
[ "$(id -u)" = 0 ] || cannot "needs root, for debootstrap and chroot"
unshare --mount true 2>/dev/null || cannot "needs the right to mount, which this container does not have"

# The mirror, the proxy and what else the machine's own apt is told about downloads are used here too.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 2>/dev/null | grep '/debian/*$' | head -n 1 || :)
[ -n "$mirror" ] || cannot "apt names no mirror of Debian: check its sources and run apt-get update"
eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
[ -z "${http_proxy:-}" ] || export http_proxy
[ -z "${https_proxy:-}" ] || export https_proxy

work=$folder.new
rm -rf "$work"
mkdir -p "$work"
log=$folder.log
: >"$log"

debootstrap=$(command -v debootstrap || :)
if [ -z "$debootstrap" ]; then # unpacked, not installed
    tool=${folder%/*}/debootstrap
    mkdir -p "$tool"
    (cd "$tool" && apt-get download debootstrap && dpkg-deb -x debootstrap_*.deb .) >>"$log" 2>&1 \
        || cannot "apt-get download debootstrap failed: see ${log##*/} in the cache"
    debootstrap=$tool/usr/sbin/debootstrap
    export DEBOOTSTRAP_DIR="$tool/usr/share/debootstrap"
fi

printf 'sanca: making a Debian %s with %s (log: %s)\n' "$suite" "$*" "$log" >&2
# In a mount namespace of its own: what it mounts goes with it, however it ends.
unshare --mount "$debootstrap" --variant=minbase --include="$packages" "$suite" "$work" "$mirror" >>"$log" 2>&1 </dev/null \
    || cannot "debootstrap of Debian $suite failed: see ${log##*/} in the cache"
rm -rf "$work"/var/cache/apt/archives/*.deb "$folder"
printf 'deb %s %s main\ndeb-src %s %s main\n' "$mirror" "$suite" "$mirror" "$suite" >"$work/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::(Check|https?::|Retries)' >"$work/etc/apt/apt.conf.d/90machine" || :
printf '%s %s' "$suite" "$packages" >"$work/made-of"
mv "$work" "$folder"
