package dev.sanca.internal.ffi;

import java.util.ArrayList;
import java.util.List;

/**
 * The specification of a new type: a {@code PyType_Spec} with its slots, members and methods.
 *
 * <p><b>Ownership:</b> the name and the methods stay allocated until the process ends, since the type points at them.
 *
 * <p><b>Source:</b> {@code Include/object.h}, {@code Include/descrobject.h} ({@code structmember.h} before 3.12),
 * {@code Include/methodobject.h}.
 */
public final class TypeSpec {
    private static final int T_OBJECT_EX = 16;
    private static final int T_PYSSIZET = 19;
    private static final int READONLY = 1;
    private static final int RELATIVE_OFFSET = 8;
    private static final int METH_O = 0x0008;
    private static final long TPFLAGS_MANAGED_WEAKREF = 1L << 3;

    private static final int SPEC_BYTES = 32;
    private static final int SLOT_BYTES = 16;
    private static final int MEMBER_BYTES = 40;

    private record Slot(int number, long value) {}

    private record Member(String name, int type, long offset, int flags) {}

    private record Method(String name, long function, int flags) {}

    private final String name;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private long flags;

    /**
     * Creates a specification without flags.
     *
     * @param name the qualified name of the type, including its module
     */
    public TypeSpec(String name) {
        this.name = name;
    }

    /** Returns the qualified name of the type, including its module. */
    public String name() {
        return name;
    }

    /** Adds {@code Py_TPFLAGS_} bits. */
    public TypeSpec flags(long more) {
        flags |= more;
        return this;
    }

    /**
     * Fills a slot of {@link typeslots_h}.
     *
     * @param value a function or pointer that stays valid until the process ends
     */
    public TypeSpec slot(int number, long value) {
        slots.add(new Slot(number, value));
        return this;
    }

    /**
     * Adds a member: a strong reference that the instance owns and that may be NULL, as an attribute of
     * {@code __slots__}.
     *
     * @param at the offset of the reference in the data of the type
     */
    public TypeSpec object(String member, long at) {
        members.add(new Member(member, T_OBJECT_EX, at, 0));
        return this;
    }

    /**
     * Allows weak references to the instances. The type must support cyclic garbage collection.
     *
     * @param at the offset of 8 bytes for them in the data of the type; used before 3.12, which has no managed weak
     *     references
     * @apiNote 3.12 and 3.13 read a {@code __weaklistoffset__} member that is relative to the data as if it were
     *     relative to the object.
     */
    public TypeSpec weakReferences(long at) {
        if (object_h.HAS_PyObject_GetTypeData) {
            return flags(TPFLAGS_MANAGED_WEAKREF);
        }
        members.add(new Member("__weaklistoffset__", T_PYSSIZET, at, READONLY));
        return this;
    }

    /** Adds a method without arguments, {@code PyObject *(PyObject *self, PyObject *)}. */
    public TypeSpec method(String method, long function) {
        methods.add(new Method(method, function, methodobject_h.METH_NOARGS));
        return this;
    }

    /** Adds a method with one argument, {@code PyObject *(PyObject *self, PyObject *argument)}. */
    public TypeSpec methodOfOne(String method, long function) {
        methods.add(new Method(method, function, METH_O));
        return this;
    }

    /**
     * Makes the type with {@code PyType_FromSpec}. May run Python code. Since 3.12.
     *
     * @param base the base class, borrowed
     * @param bytes the size of the data of an instance; the offsets of members are relative to the data
     * @return a new reference, or 0 with a Python error set
     */
    public long makeExtended(long base, int bytes) {
        return make(base, -bytes, 0, RELATIVE_OFFSET);
    }

    /**
     * Makes the type with {@code PyType_FromSpec}. May run Python code.
     *
     * @param base the base class, borrowed
     * @param offset the offset of the data in an instance
     * @param bytes the size of the data of an instance
     * @return a new reference, or 0 with a Python error set
     */
    public long makeSized(long base, int offset, int bytes) {
        return make(base, offset + bytes, offset, 0);
    }

    private long make(long base, int size, long shift, int memberFlags) {
        long memberTable = members.isEmpty() ? 0 : memberTable(shift, memberFlags);
        long spec = Memory.allocate(SPEC_BYTES + (slots.size() + 4L) * SLOT_BYTES);
        long next = spec + SPEC_BYTES;
        Memory.putLong(spec, Memory.constant(name));
        Memory.putInt(spec + 8, size);
        Memory.putInt(spec + 16, (int) flags);
        Memory.putLong(spec + 24, next);
        for (Slot slot : slots) {
            next = putSlot(next, slot.number, slot.value);
        }
        next = putSlot(next, typeslots_h.Py_tp_base, base);
        if (memberTable != 0) {
            next = putSlot(next, typeslots_h.Py_tp_members, memberTable);
        }
        if (!methods.isEmpty()) {
            putSlot(next, typeslots_h.Py_tp_methods, methodTable());
        }
        try {
            return object_h.PyType_FromSpec(spec);
        } finally {
            Memory.free(spec);
            Memory.free(memberTable); // PyType_FromSpec has copied the members, but not the methods
        }
    }

    private static long putSlot(long at, int number, long value) {
        Memory.putInt(at, number);
        Memory.putLong(at + 8, value);
        return at + SLOT_BYTES;
    }

    private long memberTable(long shift, int memberFlags) {
        long table = Memory.allocate((members.size() + 1L) * MEMBER_BYTES);
        long at = table;
        for (Member member : members) {
            Memory.putLong(at, Memory.constant(member.name));
            Memory.putInt(at + 8, member.type);
            Memory.putLong(at + 16, member.offset + shift);
            Memory.putInt(at + 24, member.flags | memberFlags);
            at += MEMBER_BYTES;
        }
        return table;
    }

    private long methodTable() {
        long table = Memory.allocate((methods.size() + 1L) * PyMethodDef.SIZE);
        long at = table;
        for (Method method : methods) {
            PyMethodDef.put(at, Memory.constant(method.name), method.function, method.flags);
            at += PyMethodDef.SIZE;
        }
        return table;
    }
}
