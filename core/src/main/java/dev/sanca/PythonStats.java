package dev.sanca;

/**
 * Counters of this process since the start.
 *
 * @param boundMade bound references made
 * @param boundReleased bound references whose count was given back or handed on
 * @param livePy detached references that own a count
 * @param poolPending counts that wait in the release pool
 * @param poolDrained counts that the release pool has given back
 * @param attaches how often a thread took the interpreter (nested attaches not counted)
 * @param scopes tokens and scopes opened
 * @param threads thread states kept
 */
public record PythonStats(
        long boundMade,
        long boundReleased,
        long livePy,
        long poolPending,
        long poolDrained,
        long attaches,
        long scopes,
        int threads) {
    /** Bound references that own a count. */
    public long liveBound() {
        return boundMade - boundReleased;
    }
}
