#!/bin/sh
# Builds a CPython without the GIL from Debian's source package, once, inside a Debian made by debian.sh; takes some minutes.
# Usage: free-threaded.sh FOLDER VERSION. It is /opt/python then. Where it fails, it prints why and ends with exit code 3.
set -eu
folder=$1
version=$2
log=$folder.log
here=$(cd "$(dirname "$0")" && pwd)
cd / # a folder that is in there too
[ ! -e "$folder/opt/python/built" ] || exit 0

printf 'sanca: building a free-threaded CPython %s (log: %s)\n' "$version" "$log" >&2
touch "$folder/etc/resolv.conf"
: >"$log"
if ! sh "$here/inside.sh" "$folder" "" sh -euc '
    rm -rf /usr/src/python && mkdir -p /usr/src/python && cd /usr/src/python
    apt-get -q update
    apt-get -q source "python$1"
    cd "python$1"-*/
    ./configure -q --prefix=/opt/python --disable-gil --enable-shared --without-ensurepip
    make -s -j"$(nproc)"
    make -s altinstall
    echo /opt/python/lib >/etc/ld.so.conf.d/python.conf
    ldconfig
    rm -rf /usr/src/python
    touch /opt/python/built
' sh "$version" >>"$log" 2>&1 </dev/null; then
    if grep -q '^E: Failed to fetch' "$log"; then
        printf "Debian's mirror does not have the source package python%s that its index names\n" "$version"
    else
        printf 'the build failed: see %s in the cache\n' "${log##*/}"
    fi
    exit 3
fi
