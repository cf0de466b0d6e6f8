import dev.sanca.scripting.PythonScriptEngineFactory;
import javax.script.ScriptEngineFactory;

/** Python as a scripting language of {@code javax.script} (JSR 223). */
module dev.sanca.scripting {
    requires dev.sanca;
    requires transitive java.scripting;
    requires static transitive org.jspecify;

    exports dev.sanca.scripting;

    provides ScriptEngineFactory with
            PythonScriptEngineFactory;
}
