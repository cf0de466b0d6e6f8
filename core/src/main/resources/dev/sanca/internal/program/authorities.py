"""Whom Python's module ssl trusts by default, where OpenSSL finds nobody."""

import os
import sys

# Where systems keep all their authorities in one file.
_MACHINE = (
    '/etc/ssl/certs/ca-certificates.crt',  # Debian, Ubuntu, Arch, Gentoo
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',  # Fedora, RHEL
    '/etc/pki/tls/certs/ca-bundle.crt',  # older Fedora, RHEL
    '/etc/ssl/ca-bundle.pem',  # SUSE
    '/etc/ssl/cert.pem',  # Alpine, macOS, BSD
)


def _extend(ssl, of_java):
    original = ssl.SSLContext.set_default_verify_paths

    def set_default_verify_paths(self):
        original(self)
        paths = ssl.get_default_verify_paths()
        if paths.cafile or paths.capath or paths.openssl_cafile_env in os.environ or paths.openssl_capath_env in os.environ:
            return
        for file in _MACHINE:
            if os.path.exists(file):
                self.load_verify_locations(file)
                return
        authorities = of_java()
        if authorities:
            self.load_verify_locations(cadata=authorities)

    set_default_verify_paths.__doc__ = original.__doc__
    ssl.SSLContext.set_default_verify_paths = set_default_verify_paths


def install(of_java):
    if 'ssl' in sys.modules:
        _extend(sys.modules['ssl'], of_java)
        return

    class Finder:
        """Waits for the import of ssl, and leaves the search to the other finders."""

        @staticmethod
        def find_spec(name, path=None, target=None):
            if name != 'ssl':
                return None
            if Finder in sys.meta_path:
                sys.meta_path.remove(Finder)
            for finder in sys.meta_path:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    break
            else:
                return None
            run = getattr(spec.loader, 'exec_module', None)
            if run is not None:
                def exec_module(module):
                    run(module)
                    _extend(module, of_java)

                try:
                    spec.loader.exec_module = exec_module
                except AttributeError:  # a loader that cannot be changed
                    pass
            return spec

        @staticmethod
        def invalidate_caches():
            pass

    sys.meta_path.insert(0, Finder)
