package dev.sanca.internal.own;

import org.jspecify.annotations.Nullable;

/**
 * A bound reference without its Python methods: one count, held in a slot of the innermost region.
 *
 * <p><b>Ownership:</b> a reference takes the count it is made for, which is given back by {@link Refs#close}, by the
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
     * A reference for a word that {@link Kind#make} has put into a chunk.
     *
     * @apiNote The word is put there before the reference is allocated. The other way round the collector could come in
     *     between, and the compiler had to tell it of the field that is set. And what the fields get is known by then: the
     *     compiler clears an object whose fields it has to work out first.
     */
    protected Ref(Chunk chunk, int slot) {
        this.chunk = chunk;
        this.slot = slot;
    }

    /** Of a reference to an iterator, what it holds while an element was fetched; null if none ever was. */
    protected @Nullable Ahead ahead() {
        return null;
    }

    @Override
    public abstract void close();
}
