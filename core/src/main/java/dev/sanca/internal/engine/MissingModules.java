package dev.sanca.internal.engine;

import dev.sanca.internal.thread.ThreadState;
import dev.sanca.internal.word.TypeReads;
import dev.sanca.internal.word.Word;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows which package of PyPI has the module that an {@code import} did not find. */
final class MissingModules {
    /** The class of the exception. A subclass means something else. */
    static final String EXCEPTION = "ModuleNotFoundError";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Modules of the standard library that some installations and platforms lack, or that later versions have no more. */
    private static final Set<String> STANDARD = Set.of(
            "asynchat",
            "asyncore",
            "audioop",
            "cgi",
            "cgitb",
            "crypt",
            "curses",
            "dbm",
            "ensurepip",
            "fcntl",
            "grp",
            "idlelib",
            "imghdr",
            "imp",
            "lib2to3",
            "mailcap",
            "msilib",
            "msvcrt",
            "nis",
            "nntplib",
            "nt",
            "ossaudiodev",
            "pipes",
            "posix",
            "pwd",
            "readline",
            "resource",
            "smtpd",
            "sndhdr",
            "spwd",
            "sunau",
            "syslog",
            "telnetlib",
            "termios",
            "test",
            "tkinter",
            "turtle",
            "turtledemo",
            "uu",
            "venv",
            "winreg",
            "winsound",
            "xdrlib");

    /** The well-known modules whose package has another name. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("Crypto", "pycryptodome"),
            Map.entry("Cryptodome", "pycryptodomex"),
            Map.entry("Levenshtein", "python-Levenshtein"),
            Map.entry("MySQLdb", "mysqlclient"),
            Map.entry("OpenGL", "PyOpenGL"),
            Map.entry("OpenSSL", "pyOpenSSL"),
            Map.entry("PIL", "Pillow"),
            Map.entry("attr", "attrs"),
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("bson", "pymongo"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("distutils", "setuptools"),
            Map.entry("dns", "dnspython"),
            Map.entry("docx", "python-docx"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("faiss", "faiss-cpu"),
            Map.entry("fitz", "PyMuPDF"),
            Map.entry("git", "GitPython"),
            Map.entry("gi", "PyGObject"),
            Map.entry("github", "PyGithub"),
            Map.entry("google.cloud.bigquery", "google-cloud-bigquery"),
            Map.entry("google.cloud.storage", "google-cloud-storage"),
            Map.entry("google.protobuf", "protobuf"),
            Map.entry("igraph", "python-igraph"),
            Map.entry("jose", "python-jose"),
            Map.entry("jwt", "PyJWT"),
            Map.entry("ldap", "python-ldap"),
            Map.entry("magic", "python-magic"),
            Map.entry("markdown", "Markdown"),
            Map.entry("mpl_toolkits", "matplotlib"),
            Map.entry("multipart", "python-multipart"),
            Map.entry("osgeo", "GDAL"),
            Map.entry("pkg_resources", "setuptools"),
            Map.entry("pptx", "python-pptx"),
            Map.entry("psycopg2", "psycopg2-binary"),
            Map.entry("pylab", "matplotlib"),
            Map.entry("rest_framework", "djangorestframework"),
            Map.entry("ruamel", "ruamel.yaml"),
            Map.entry("ruamel.yaml", "ruamel.yaml"),
            Map.entry("sentence_transformers", "sentence-transformers"),
            Map.entry("serial", "pyserial"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("slugify", "python-slugify"),
            Map.entry("snappy", "python-snappy"),
            Map.entry("socks", "PySocks"),
            Map.entry("telegram", "python-telegram-bot"),
            Map.entry("usb", "pyusb"),
            Map.entry("websocket", "websocket-client"),
            Map.entry("win32api", "pywin32"),
            Map.entry("win32com", "pywin32"),
            Map.entry("wx", "wxPython"),
            Map.entry("yaml", "PyYAML"),
            Map.entry("zmq", "pyzmq"));

    private MissingModules() {}

    /**
     * Returns a line that says how to install the missing module, to be added to the message of a {@code
     * ModuleNotFoundError}; empty if it is none of a package, or the runtime has no pip.
     *
     * @param exception the exception, borrowed
     */
    static String hint(ThreadState state, long exception) {
        String command = Operations.of(state).installCommand();
        String distribution = command.isEmpty() ? null : distribution(name(state, exception));
        return distribution == null ? "" : "\nTo install it: " + command + " " + distribution;
    }

    private static @Nullable String name(ThreadState state, long exception) {
        long name = Operations.of(state).getAttrOrNull(state, exception, "name");
        if (name == 0) {
            return null;
        }
        try {
            return TypeReads.isString(name) ? Operations.of(state).asString(state, name) : null;
        } finally {
            Word.decref(name);
        }
    }

    /** Returns the package of PyPI to install for a module; null if none is known that would help. */
    static @Nullable String distribution(@Nullable String module) {
        if (module == null) {
            return null;
        }
        String known = PACKAGES.get(module);
        // A name with a dot means that Python found the package before the dot, which lacks the rest.
        return known != null || !NAME.matcher(module).matches() || STANDARD.contains(module) ? known : module;
    }
}
