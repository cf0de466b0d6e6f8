package dev.sanca.internal.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanca.internal.ffi.RawPython;
import dev.sanca.internal.ffi.object_h;
import dev.sanca.testing.OwnershipExtension;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cpython")
@ExtendWith({OwnershipExtension.class, RawPython.class})
class TypeReadsTest {
    private static final List<String> EXPRESSIONS = List.of(
            "1",
            "True",
            "1.5",
            "'x'",
            "b'x'",
            "[]",
            "()",
            "{}",
            "None",
            "int",
            "type",
            "ValueError('x')",
            "object()",
            "type('I', (int,), {})(1)",
            "type('F', (float,), {})(1)",
            "type('S', (str,), {})('x')",
            "type('B', (bytes,), {})(b'x')",
            "type('L', (list,), {})()",
            "type('T', (tuple,), {})()",
            "type('D', (dict,), {})()",
            "type('E', (KeyError,), {})()",
            "type('M', (type,), {})('C', (), {})",
            "set()",
            "bytearray()",
            "1j",
            "len");

    @Test
    void subclassesAreAccepted() {
        Map<String, LongPredicate> checks = Map.of(
                "int", TypeReads::isInt,
                "float", TypeReads::isFloat,
                "str", TypeReads::isString,
                "bytes", TypeReads::isBytes,
                "list", TypeReads::isList,
                "tuple", TypeReads::isTuple,
                "dict", TypeReads::isDict,
                "BaseException", TypeReads::isBaseException,
                "type", TypeReads::isType);
        checks.forEach((type, check) -> compare("isinstance(it, " + type + ")", check));
    }

    @Test
    void exactChecksRefuseSubclasses() {
        Map<String, LongPredicate> checks = Map.of(
                "int", TypeReads::isExactInt,
                "float", TypeReads::isExactFloat,
                "bool", TypeReads::isBool,
                "str", TypeReads::isExactString,
                "bytes", TypeReads::isExactBytes,
                "list", TypeReads::isExactList,
                "tuple", TypeReads::isExactTuple,
                "dict", TypeReads::isExactDict,
                "type(None)", TypeReads::isNone);
        checks.forEach((type, check) -> compare("type(it) is " + type, check));
    }

    @Test
    void flagsAreThoseOfPython() {
        RawPython.exec("import collections, types");
        for (String type : new String[] {"int", "type", "collections.OrderedDict", "types.FunctionType", "KeyError"}) {
            long word = RawPython.eval(type);
            assertThat(TypeReads.typeFlags(word)).as(type).isEqualTo(object_h.PyType_GetFlags(word));
            assertThat(TypeReads.typeFlags(word)).as(type).isEqualTo(RawPython.evalLong(type + ".__flags__"));
            Word.decref(word);
        }
    }

    private static void compare(String question, LongPredicate check) {
        for (String expression : EXPRESSIONS) {
            RawPython.exec("it = " + expression);
            long word = RawPython.eval("it");
            boolean expected = RawPython.evalLong("int(" + question + ")") != 0;
            assertThat(check.test(word)).as(question + " for " + expression).isEqualTo(expected);
            Word.decref(word);
        }
    }
}
