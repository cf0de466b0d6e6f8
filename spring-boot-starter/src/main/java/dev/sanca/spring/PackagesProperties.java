package dev.sanca.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code sanca.packages.*}: which Python packages the program needs.
 *
 * @param imports Modules that are imported when Python starts, such as numpy: so the first request does not wait for them,
 *     and a missing one ends the start of the program.
 */
@ConfigurationProperties("sanca.packages")
public record PackagesProperties(@DefaultValue List<String> imports) {
    /** Copies the list. */
    public PackagesProperties {
        imports = List.copyOf(imports);
    }
}
