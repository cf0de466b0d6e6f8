package dev.sanca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sanca.testing.OwnershipExtension;
import dev.sanca.types.PyAny;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnershipExtension.class)
class KwargsTest {
    @Test
    void namesAndValuesAreInTheirOrder() {
        Kwargs three = Kwargs.of("a", 1, "b", null, "c", "text");
        assertThat(three.size()).isEqualTo(3);
        assertThat(three.name(0)).isEqualTo("a");
        assertThat(three.value(0)).isEqualTo(1);
        assertThat(three.value(1)).isNull();
        assertThat(three.name(2)).isEqualTo("c");
        assertThat(three.value(2)).isEqualTo("text");
        assertThat(Kwargs.of("a", 1).size()).isOne();
        assertThat(Kwargs.of().size()).isZero();
    }

    @Test
    void entriesOfAMapAreTakenInItsOrderAndCopied() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);
        Kwargs arguments = Kwargs.of(map);
        map.clear();
        assertThat(arguments.size()).isEqualTo(2);
        assertThat(arguments.name(0)).isEqualTo("z");
        assertThat(arguments.value(1)).isEqualTo(2);
    }

    @Test
    void pythonGetsThemByName() {
        try (Python py = Python.attach()) {
            PyAny function = py.eval("lambda a, b=2, *, c=3: (a, b, c)");
            assertThat(function.call(1, Kwargs.of("c", 4)).repr()).isEqualTo("(1, 2, 4)");
            assertThat(function.call(Kwargs.of(Map.of("a", 7))).repr()).isEqualTo("(7, 2, 3)");
            assertThat(function.call(1, Kwargs.of()).repr()).isEqualTo("(1, 2, 3)");
        }
    }

    @Test
    void nameWithoutValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kwargs.of("a", 1, "b"))
                .withMessage("Kwargs.of takes names and values by turns, but the last name has no value: [b]");
    }

    @Test
    void nameThatIsNoStringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kwargs.of("a", 1, 2, 3))
                .withMessage("Kwargs.of takes names and values by turns: a String was expected as a name, not"
                        + " java.lang.Integer 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kwargs.of("a", 1, null, 3))
                .withMessageEndingWith("not null");
    }

    @Test
    void nameThatComesTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kwargs.of("a", 1, "b", 2, "a", 3))
                .withMessage("keyword argument 'a' was given twice");
    }

    @Test
    void nullNameOfAMapIsRefused() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put(null, 2);
        assertThatNullPointerException()
                .isThrownBy(() -> Kwargs.of(map))
                .withMessageStartingWith("the name of keyword argument 2 of 2 is null: ");
    }

    @Test
    void nullNameIsRefusedAndTheMessageSaysWhatToDo() {
        assertThatNullPointerException()
                .isThrownBy(() -> Kwargs.of(null, 1))
                .withMessage("the name of keyword argument 1 of 1 is null: each keyword argument needs a name, as in"
                        + " Kwargs.of(\"indent\", 2); pass a value without a name before the Kwargs");
        assertThatNullPointerException()
                .isThrownBy(() -> Kwargs.of(null, 1, "b", 2))
                .withMessageStartingWith("the name of keyword argument 1 of 2 is null: ");
    }

    @Test
    void nullInPlaceOfFurtherNamesIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> Kwargs.of("a", 1, (Object[]) null))
                .withMessageEndingWith("a String was expected as a name, not null");
    }
}
