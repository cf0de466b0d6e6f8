"""Chooses the wheels of a platform with pip, and prints for each its name, version, file and hash, separated by tabs.

Arguments: the file for pip's report; the values of the platform's environment markers as JSON; the arguments of pip install.
"""

import json
import sys
from urllib.parse import unquote, urlsplit

report, values, arguments = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]

# pip install --platform chooses files for that platform, but takes markers such as sys_platform from the machine that it runs on
# (https://github.com/pypa/pip/issues/11664). So a package that only Windows needs would be missing there.
from pip._vendor.packaging import markers

machine = markers.default_environment
markers.default_environment = lambda: {**machine(), **values}

from pip._internal.cli.main import main

code = main(['install', '--dry-run', '--ignore-installed', '--quiet', '--report', report, *arguments])
if code:
    sys.exit(code)
with open(report, encoding='utf-8') as file:
    chosen = json.load(file)['install']
for item in chosen:
    name, version = item['metadata']['name'], item['metadata']['version']
    info = item['download_info']
    if item.get('is_direct'):
        sys.exit(f'{name} is named by a path or a URL. A lock file names packages of an index: put the wheel into a folder,'
                 ' name the folder by a line --find-links FOLDER of the requirements file, and the package by its name')
    hashes = info.get('archive_info', {}).get('hashes', {})
    if 'sha256' not in hashes:
        sys.exit(f'the index has no SHA-256 of {name} {version}, which a lock file needs')
    print('wheel', name, version, unquote(urlsplit(info['url']).path.rsplit('/', 1)[-1]), hashes['sha256'], sep='\t')
