package dev.sanca.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class TypeRefTest {
    @Test
    void typeArgumentsAreCaptured() {
        TypeRef<List<Map<String, Long>>> rows = new TypeRef<>() {};
        assertThat(rows.type()).isInstanceOf(ParameterizedType.class);
        assertThat(rows).hasToString("java.util.List<java.util.Map<java.lang.String, java.lang.Long>>");
        assertThat(new TypeRef<String>() {}.type()).isEqualTo(String.class);
    }

    @Test
    void elementsAreConvertedAsTheTypeArgumentsSay() {
        try (Python py = Python.attach()) {
            List<Map<String, Long>> rows =
                    py.eval("[{'a': 1}, {'b': 2}]").as(new TypeRef<List<Map<String, Long>>>() {});
            assertThat(rows).containsExactly(Map.of("a", 1L), Map.of("b", 2L));
            assertThatThrownBy(() -> py.eval("[{'a': 'x'}]").as(new TypeRef<List<Map<String, Long>>>() {}))
                    .hasMessageStartingWith("TypeError");
        }
    }

    @Test
    @SuppressWarnings("rawtypes") // that is what is refused
    void subclassWithoutTypeArgumentIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TypeRef() {})
                .withMessage("a TypeRef is made with its type argument: new TypeRef<List<String>>() {}");
    }
}
