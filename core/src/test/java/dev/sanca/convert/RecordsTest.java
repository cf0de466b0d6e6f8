package dev.sanca.convert;

import static dev.sanca.convert.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sanca.Python;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class RecordsTest {
    record Node(String name, Optional<Integer> weight, List<Node> children) {}

    record Person(String name, @Nullable String mail) {}

    record Natural(int value) {
        Natural {
            if (value < 0) {
                throw new IllegalStateException("negative");
            }
        }
    }

    private static final Node TREE = new Node("a", Optional.of(1), List.of(new Node("b", Optional.empty(), List.of())));

    @Test
    void recordIsDictOfItsComponents() {
        try (Python py = Python.attach()) {
            assertThat(py.of(TREE).repr())
                    .isEqualTo("{'name': 'a', 'weight': 1, 'children': "
                            + "[{'name': 'b', 'weight': None, 'children': []}]}");
            assertThat(py.of(TREE).as(Node.class)).isEqualTo(TREE);
        }
    }

    @Test
    void recordIsReadFromAttributes() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("__import__('types').SimpleNamespace(name='a', children=())")
                            .as(Node.class))
                    .isEqualTo(new Node("a", Optional.empty(), List.of()));
            assertThat(py.eval("__import__('collections').namedtuple('P', 'name mail')('a', None)")
                            .as(Person.class))
                    .isEqualTo(new Person("a", null));
        }
    }

    @Test
    void missingAndWrongComponentsAreTold() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("{'name': 'a'}").as(Person.class)).isEqualTo(new Person("a", null));
            assertFails(
                    () -> py.eval("{'mail': 'a'}").as(Person.class),
                    "TypeError: cannot convert dict to a Java Person: it is not" + " complete: key 'name' is missing");
            assertFails(() -> py.eval("3").as(Person.class), "attribute 'name' is missing");
            assertFails(() -> py.eval("None").as(Person.class), "TypeError: cannot convert NoneType to a Java Person");
            assertFails(
                    () -> py.eval("[{'name': 1}]").as(new TypeRef<List<Person>>() {}),
                    "TypeError: element 0 of list: name of Person: cannot convert int to a Java String");
        }
    }

    @Test
    void exceptionOfTheConstructorComesOutAsItIs() {
        try (Python py = Python.attach()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> py.eval("[{'value': -1}]").as(Natural[].class))
                    .withMessage("negative");
        }
    }

    @Test
    void enumIsReadFromNameOrMember() {
        try (Python py = Python.attach()) {
            assertThat(py.eval("__import__('enum').Enum('State', 'NEW BLOCKED').BLOCKED")
                            .as(Thread.State.class))
                    .isEqualTo(Thread.State.BLOCKED);
            assertFails(() -> py.eval("1").as(Thread.State.class), "TypeError: cannot convert int to a Java State");
        }
    }
}
