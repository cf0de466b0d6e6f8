package dev.sanca.internal.ffi;

import java.nio.ByteBuffer;

/**
 * The {@link MachineCode} of x86-64.
 *
 * <p>The code uses only registers that a called function may change and that hold neither an argument nor a result:
 * {@code r10}, {@code r11}, {@code rax} before a call, {@code rcx} after one (System V ABI).
 */
final class X86Code implements MachineCode {
    private static final int LOAD_WORD_BYTES = 7;

    @Override
    public byte[] threadPointer() {
        ByteBuffer code = MachineCode.block(16);
        put(code, 0x64, 0x48, 0x8B, 0x04, 0x25); // mov rax, fs:[0]
        code.putInt(0);
        put(code, 0xC3); // ret
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] unmap(long munmap, long bytesBelowControl, long bytes) {
        ByteBuffer code = MachineCode.block(32);
        put(code, 0x48, 0x81, 0xEF); // sub rdi, bytesBelowControl
        code.putInt(Math.toIntExact(bytesBelowControl));
        put(code, 0xBE); // mov esi, bytes
        code.putInt(Math.toIntExact(bytes));
        put(code, 0x48, 0xB8); // mov rax, munmap
        code.putLong(munmap);
        put(code, 0xFF, 0xE0); // jmp rax
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] down(int slot, int function) {
        ByteBuffer code = MachineCode.block(64);
        loadR10(code, slot);
        loadWord(code, 0x05, function); // mov rax, function
        put(code, 0x4D, 0x85, 0xD2); // test r10, r10
        int direct = jump(code, 0x74); // jz direct
        put(code, 0x41, 0xFF, 0x72, JAVA_POINTER); // push [r10 + JAVA_POINTER]
        put(code, 0x49, 0x89, 0x62, JAVA_POINTER); // mov [r10 + JAVA_POINTER], rsp
        put(code, 0x49, 0x8B, 0x22); // mov rsp, [r10 + C_POINTER]
        put(code, 0xFF, 0xD0); // call rax
        loadRcx(code, slot);
        put(code, 0x48, 0x8B, 0x61, JAVA_POINTER); // mov rsp, [rcx + JAVA_POINTER]
        put(code, 0x8F, 0x41, JAVA_POINTER); // pop [rcx + JAVA_POINTER]
        put(code, 0xC3); // ret
        land(code, direct);
        put(code, 0xFF, 0xE0); // jmp rax
        return MachineCode.bytes(code);
    }

    @Override
    public byte[] up(int slot, int function, int error) {
        ByteBuffer code = MachineCode.block(128);
        loadR10(code, slot);
        loadWord(code, 0x05, function); // mov rax, function
        put(code, 0x4D, 0x85, 0xD2); // test r10, r10
        int noStack = jump(code, 0x74); // jz direct
        put(code, 0x49, 0x89, 0xE3); // mov r11, rsp
        put(code, 0x4D, 0x2B, 0x5A, C_LOW); // sub r11, [r10 + C_LOW]
        put(code, 0x49, 0xC1, 0xEB, SIZE_BITS); // shr r11, SIZE_BITS
        int elsewhere = jump(code, 0x75); // jnz direct
        put(code, 0x4D, 0x8B, 0x5A, JAVA_POINTER); // mov r11, [r10 + JAVA_POINTER]
        put(code, 0x4D, 0x3B, 0x5A, JAVA_LIMIT); // cmp r11, [r10 + JAVA_LIMIT]
        int exhausted = jump(code, 0x72); // jb fail
        put(code, 0x41, 0xFF, 0x32); // push [r10 + C_POINTER]
        put(code, 0x49, 0x89, 0x22); // mov [r10 + C_POINTER], rsp
        put(code, 0x4C, 0x89, 0xDC); // mov rsp, r11
        put(code, 0xFF, 0xD0); // call rax
        loadRcx(code, slot);
        put(code, 0x48, 0x8B, 0x21); // mov rsp, [rcx + C_POINTER]
        put(code, 0x8F, 0x01); // pop [rcx + C_POINTER]
        put(code, 0xC3); // ret
        land(code, noStack);
        land(code, elsewhere);
        put(code, 0xFF, 0xE0); // direct: jmp rax
        land(code, exhausted);
        loadWord(code, 0x05, function + 16); // fail: mov rax, raise
        put(code, 0x48, 0x85, 0xC0); // test rax, rax
        int silent = jump(code, 0x74); // jz silent
        loadWord(code, 0x3D, error); // mov rdi, type
        loadWord(code, 0x35, error + 8); // mov rsi, message
        put(code, 0x48, 0x83, 0xEC, 8); // sub rsp, 8
        put(code, 0xFF, 0xD0); // call rax
        put(code, 0x48, 0x83, 0xC4, 8); // add rsp, 8
        land(code, silent);
        loadWord(code, 0x05, function + 8); // silent: mov rax, failure
        put(code, 0xC3); // ret
        return MachineCode.bytes(code);
    }

    private static void loadR10(ByteBuffer code, int slot) {
        put(code, 0x64, 0x4C, 0x8B, 0x14, 0x25); // mov r10, fs:[slot]
        code.putInt(slot);
    }

    private static void loadRcx(ByteBuffer code, int slot) {
        put(code, 0x64, 0x48, 0x8B, 0x0C, 0x25); // mov rcx, fs:[slot]
        code.putInt(slot);
    }

    /** Appends {@code mov register, [rip + …]} for a word at a distance from the beginning of the block. */
    private static void loadWord(ByteBuffer code, int register, int distance) {
        int end = code.position() + LOAD_WORD_BYTES;
        put(code, 0x48, 0x8B, register);
        code.putInt(distance - end);
    }

    /** Appends a short jump with an open target, and returns what {@link #land} needs to set the target. */
    private static int jump(ByteBuffer code, int condition) {
        put(code, condition, 0);
        return code.position();
    }

    /** Makes the end of the code so far the target of a jump. */
    private static void land(ByteBuffer code, int after) {
        code.put(after - 1, (byte) (code.position() - after));
    }

    private static void put(ByteBuffer code, int... bytes) {
        for (int b : bytes) {
            code.put((byte) b);
        }
    }
}
