package dev.sanca.programs;

import dev.sanca.Python;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Prints whom Python's module {@code ssl} trusts: with the machine's file, if there is one, and without. */
public final class AuthoritiesProgram {
    private AuthoritiesProgram() {}

    /** Without arguments. */
    public static void main(String[] arguments) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        long javas = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .mapToLong(manager -> manager.getAcceptedIssuers().length)
                .sum();
        try (Python py = Python.attach()) {
            py.run("""
                    import sys
                    assert 'ssl' not in sys.modules
                    import os, ssl
                    def count(): return ssl.create_default_context().cert_store_stats()['x509']
                    assert not any(type(f).__name__ == 'Finder' or getattr(f, '__module__', '').startswith('sanca') for f in sys.meta_path)
                    own = ssl.get_default_verify_paths()
                    found = own.cafile or own.capath
                    """);
            System.out.println("default: " + py.eval("count() > 0").str());
            py.run("set_paths = ssl.SSLContext.set_default_verify_paths");
            py.run("set_paths.__globals__['_MACHINE'] = ('/no/such/file',)");
            System.out.println("as Java: "
                    + (py.eval("count()").asLong() == javas
                            || py.eval("bool(found)").isTruthy()));
            py.run("os.environ['SSL_CERT_FILE'] = '/no/such/file'");
            System.out.println("as the user says: "
                    + py.eval("count() == 0 or bool(own.capath)").str());
        }
    }
}
