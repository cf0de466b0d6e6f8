package dev.sanca.own;

/**
 * A bound reference without its Python methods: one count, held in a slot of the innermost region.
 *
 * <p><b>Ownership:</b> the constructor takes the count it is given. It is given back by {@link Refs#close}, by the
 * collector's help when the reference's whole chunk is unreachable, or when its region closes, whichever comes first.
 *
 * <p><b>Cost:</b> making one is a store into an array; no native call, nothing registered with the collector.
 *
 * @implNote The slot is reused only when its reference was closed, and a closed reference points to
 *     {@link Chunk#CLOSED} from then on: it can never see the slot's next word.
 */
public abstract class Ref implements AutoCloseable {
    Chunk chunk;
    int slot;

    /**
     * Puts a word into the innermost region of an attached thread.
     *
     * @param word a new count, taken even if this throws
     */
    @SuppressWarnings("NullAway") // an attached thread has a region
    protected Ref(ThreadState state, long word) {
        Chunk c = state.chunk;
        long[] words = c.words;
        int i = c.used;
        if (Integer.compareUnsigned(i, words.length) < 0 && state.pressureSeen == Pressure.epoch) {
            words[i] = word; // unsigned, as the check of the index is, which the compiler leaves out now
        } else {
            c = state.region.nextChunk(word);
            i = c.used;
            c.words[i] = word;
        }
        c.used = i + 1;
        state.made++;
        chunk = c;
        slot = i;
    }

    @Override
    public abstract void close();
}
