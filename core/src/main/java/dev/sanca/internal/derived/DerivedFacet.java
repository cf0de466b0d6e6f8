package dev.sanca.internal.derived;

/** What the interfaces that implement a facet for any runtime have in common: the way to the runtime. */
interface DerivedFacet {
    /** Returns the way to the runtime. */
    DerivedAccess access();
}
