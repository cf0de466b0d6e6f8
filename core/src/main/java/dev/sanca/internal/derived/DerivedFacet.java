package dev.sanca.internal.derived;

/** A superinterface of the interfaces that implement the facets for any runtime. */
interface DerivedFacet {
    /** Returns what calls the runtime. */
    DerivedAccess access();
}
