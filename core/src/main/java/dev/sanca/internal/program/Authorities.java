package dev.sanca.internal.program;

import dev.sanca.Python;
import dev.sanca.types.PyAny;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Lets Python's module {@code ssl} trust somebody where its OpenSSL finds no authorities: one that was built elsewhere looks
 * into directories that this machine does not have, as that of the bundled Python does. Such a Python trusts the machine's
 * authorities, else those of Java. Nothing is done until {@code ssl} is imported, and its defaults are asked for.
 */
public final class Authorities {
    private Authorities() {}

    /** Prepares the module {@code ssl}, which need not be imported yet. */
    public static void install(Python py) {
        try (PyAny install = PythonSource.function(py, "authorities.py", "install");
                PyAny ofJava =
                        py.function("of_java", (inner, arguments, keywords) -> inner.detach(Authorities::ofJava))) {
            install.call(ofJava).close();
        }
    }

    /** Returns the certificates of Java's default trust store, one after the other in DER. */
    private static byte[] ofJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                for (X509Certificate authority : trust.getAcceptedIssuers()) {
                    all.writeBytes(authority.getEncoded());
                }
            }
        }
        return all.toByteArray();
    }
}
