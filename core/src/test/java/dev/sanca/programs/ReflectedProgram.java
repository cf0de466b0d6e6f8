package dev.sanca.programs;

import dev.sanca.internal.runtime.RuntimesProbe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Runs the {@code main} of another class where {@link ReflectedRuntime} is known. */
public final class ReflectedProgram {
    private ReflectedProgram() {}

    /** Takes the name of the class and its arguments. */
    public static void main(String... arguments) throws Throwable {
        RuntimesProbe.addReflected();
        Method main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
