package dev.sanca.stress.fuzz;

import dev.sanca.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * A scope that is open, as the model says.
 *
 * @param scope the scope or token
 * @param isOwn whether steps may close it; else it is the token of a body or of a call, which close it themselves
 * @param open the references in it, in no order that means anything
 * @param waiting the objects whose references a call from Python has closed or moved from outside: the operation that is under
 *     way may use them, so Sanca decrements their counts at the end of the scope
 */
record OpenedScope(Scope scope, boolean isOwn, List<Held> open, List<Integer> waiting) {
    OpenedScope(Scope scope, boolean isOwn) {
        this(scope, isOwn, new ArrayList<>(), new ArrayList<>());
    }
}
