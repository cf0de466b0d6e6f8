package dev.sanca.internal.ffi;

import java.nio.ByteBuffer;

/**
 * The {@link MachineCode} of arm64.
 *
 * <p>The code uses only registers that a called function may change and that hold neither an argument nor a result:
 * {@code x9}, {@code x10}, {@code x16}, {@code x17} (AAPCS64).
 */
final class Arm64Code implements MachineCode {
    private static final int NOP = 0xD503201F;
    private static final int RET = 0xD65F03C0;

    @Override
    public byte[] threadPointer() {
        ByteBuffer code = MachineCode.block(16);
        code.putInt(0xD53BD040); // mrs x0, tpidr_el0
        code.putInt(RET);
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] unmap(long munmap, long bytesBelowControl, long bytes) {
        ByteBuffer code = MachineCode.block(48);
        code.putInt(loadLiteral(9, 24)); // ldr x9, bytesBelowControl
        code.putInt(0xCB090000); // sub x0, x0, x9
        code.putInt(loadLiteral(1, 24)); // ldr x1, bytes
        code.putInt(loadLiteral(16, 28)); // ldr x16, munmap
        code.putInt(0xD61F0200); // br x16
        code.putInt(NOP);
        code.putLong(bytesBelowControl);
        code.putLong(bytes);
        code.putLong(munmap);
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] down(int slot, int function) {
        ByteBuffer code = MachineCode.block(64 + 32);
        loadControl(code, slot);
        code.putInt(loadLiteral(17, function - code.position())); // ldr x17, function
        int direct = code.position();
        code.putInt(0); // cbz x16, direct
        code.putInt(load(9, JAVA_POINTER)); // ldr x9, [x16, JAVA_POINTER]
        code.putInt(0xA9BF27FE); // stp x30, x9, [sp, #-16]!
        code.putInt(0x910003E9); // mov x9, sp
        code.putInt(store(9, JAVA_POINTER)); // str x9, [x16, JAVA_POINTER]
        code.putInt(load(9, C_POINTER)); // ldr x9, [x16, C_POINTER]
        code.putInt(0x9100013F); // mov sp, x9
        code.putInt(0xD63F0220); // blr x17
        loadControl(code, slot);
        code.putInt(load(9, JAVA_POINTER)); // ldr x9, [x16, JAVA_POINTER]
        code.putInt(0x9100013F); // mov sp, x9
        code.putInt(0xA8C127FE); // ldp x30, x9, [sp], #16
        code.putInt(store(9, JAVA_POINTER)); // str x9, [x16, JAVA_POINTER]
        code.putInt(RET);
        code.putInt(direct, 0xB4000010 | branch(direct, code)); // cbz x16, direct
        code.putInt(0xD61F0220); // direct: br x17
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] up(int slot, int function, int error) {
        ByteBuffer code = MachineCode.block(192);
        loadControl(code, slot);
        code.putInt(loadLiteral(17, function - code.position())); // ldr x17, function
        int noStack = code.position();
        code.putInt(0); // cbz x16, direct
        code.putInt(0x910003E9); // mov x9, sp
        code.putInt(load(10, C_LOW)); // ldr x10, [x16, C_LOW]
        code.putInt(0xCB0A0129); // sub x9, x9, x10
        code.putInt(0xD340FD29 | (SIZE_BITS << 16)); // lsr x9, x9, SIZE_BITS
        int elsewhere = code.position();
        code.putInt(0); // cbnz x9, direct
        code.putInt(load(9, JAVA_POINTER)); // ldr x9, [x16, JAVA_POINTER]
        code.putInt(load(10, JAVA_LIMIT)); // ldr x10, [x16, JAVA_LIMIT]
        code.putInt(0xEB0A013F); // cmp x9, x10
        int exhausted = code.position();
        code.putInt(0); // b.lo fail
        code.putInt(load(10, C_POINTER)); // ldr x10, [x16, C_POINTER]
        code.putInt(0xA9BF2BFE); // stp x30, x10, [sp, #-16]!
        code.putInt(0x910003EA); // mov x10, sp
        code.putInt(store(10, C_POINTER)); // str x10, [x16, C_POINTER]
        code.putInt(0x9100013F); // mov sp, x9
        code.putInt(0xD63F0220); // blr x17
        loadControl(code, slot);
        code.putInt(load(9, C_POINTER)); // ldr x9, [x16, C_POINTER]
        code.putInt(0x9100013F); // mov sp, x9
        code.putInt(0xA8C127FE); // ldp x30, x9, [sp], #16
        code.putInt(store(9, C_POINTER)); // str x9, [x16, C_POINTER]
        code.putInt(RET);
        code.putInt(noStack, 0xB4000010 | branch(noStack, code));
        code.putInt(elsewhere, 0xB5000009 | branch(elsewhere, code));
        code.putInt(0xD61F0220); // direct: br x17
        code.putInt(exhausted, 0x54000003 | branch(exhausted, code));
        code.putInt(loadLiteral(17, function + 16 - code.position())); // fail: ldr x17, raise
        int silent = code.position();
        code.putInt(0); // cbz x17, silent
        code.putInt(loadLiteral(0, error - code.position())); // ldr x0, type
        code.putInt(loadLiteral(1, error + 8 - code.position())); // ldr x1, message
        code.putInt(0xA9BF7BFD); // stp x29, x30, [sp, #-16]!
        code.putInt(0xD63F0220); // blr x17
        code.putInt(0xA8C17BFD); // ldp x29, x30, [sp], #16
        code.putInt(silent, 0xB4000011 | branch(silent, code));
        code.putInt(loadLiteral(0, function + 8 - code.position())); // silent: ldr x0, failure
        code.putInt(RET);
        return MachineCode.bytes(code);
    }

    /** Appends code that loads the address of the control block into {@code x16}. */
    private static void loadControl(ByteBuffer code, int slot) {
        code.putInt(0xD53BD050); // mrs x16, tpidr_el0
        if (slot < 0) {
            code.putInt(0xD1000210 | (-slot << 10)); // sub x16, x16, #-slot
        } else {
            code.putInt(0x91000210 | (slot << 10)); // add x16, x16, #slot
        }
        code.putInt(0xF9400210); // ldr x16, [x16]
    }

    /** Returns {@code ldr register, [x16, offset]}. */
    private static int load(int register, int offset) {
        return 0xF9400200 | ((offset / 8) << 10) | register;
    }

    /** Returns {@code str register, [x16, offset]}. */
    private static int store(int register, int offset) {
        return 0xF9000200 | ((offset / 8) << 10) | register;
    }

    /** Returns {@code ldr register, [pc + distance]}. */
    private static int loadLiteral(int register, int distance) {
        return 0x58000000 | (((distance / 4) & 0x7FFFF) << 5) | register;
    }

    /** Returns the distance from an instruction to the end of the code so far, encoded for a conditional branch. */
    private static int branch(int from, ByteBuffer code) {
        return ((code.position() - from) / 4) << 5;
    }
}
