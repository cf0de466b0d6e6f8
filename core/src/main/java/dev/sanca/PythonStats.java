package dev.sanca;

/**
 * Counters of this process since its start. The counters of other threads may lag behind a little.
 *
 * @param boundMade the number of bound references created
 * @param boundReleased the number of bound references that were released, or whose ownership was transferred
 * @param livePy the number of detached references ({@link Py}) that own a reference count
 * @param poolPending the number of decrements that wait in the release pool for the next attach
 * @param poolDrained the number of decrements that the release pool has done
 * @param attaches the number of attaches; nested ones are not counted
 * @param scopes the number of tokens and scopes opened
 * @param threads the number of thread states that exist
 * @see Python#stats
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
    /**
     * Returns the number of bound references that own a reference count.
     *
     * @return {@code boundMade - boundReleased}
     */
    public long liveBound() {
        return boundMade - boundReleased;
    }
}
