#!/bin/sh
# Makes the Pythons unpacked from jars fit to run: a jar keeps no permissions, and _ctypes looks for the jar's libffi
# beside itself. Usage: prepare-pythons.sh DIRECTORY
set -eu
for home in "$1"/*/org/bytedeco/cpython/*; do
    chmod +x "$home"/bin/python3*
    for library in "$home"/libffi.so.*; do
        [ -e "$library" ] || continue
        for extensions in "$home"/lib/python3.*/lib-dynload; do
            ln -sf "../../../${library##*/}" "$extensions/${library##*/}"
        done
    done
done
