package org.pgpoollab.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryCheckTest {

    private static final Path ROOT = Path.of("/cache/root");

    @Test
    void aLibraryOfTheMachineIsMissingInTheRootDirectory() {
        var lacking = LibraryCheck.lacking("""
                # usr/bin/dash
                \tlinux-vdso.so.1 (0x00007f9eb7f2d000)
                \tlibc.so.6 => /cache/root/usr/lib/x86_64-linux-gnu/libc.so.6 (0x00007f9eb7d00000)
                \t/lib64/ld-linux-x86-64.so.2 => /cache/root/usr/lib64/ld-linux-x86-64.so.2 (0x00007f9eb7f2f000)
                # usr/bin/lslogins
                \tlibsqlite3.so.0 => /lib/x86_64-linux-gnu/libsqlite3.so.0 (0x00007f2af6db9000)
                """, ROOT);

        assertEquals(Map.of(Path.of("usr/bin/lslogins"), List.of("libsqlite3.so.0")), lacking);
    }

    @Test
    void aLibraryThatIsNowhereIsMissingToo() {
        var lacking = LibraryCheck.lacking("""
                # usr/sbin/arpd
                \tlibdb-5.3.so => not found
                # usr/lib/postgresql/17/lib/llvmjit.so
                /cache/root/usr/lib/postgresql/17/lib/llvmjit.so: error while loading shared libraries: libLLVM.so.19.1: cannot open\
                 shared object file: No such file or directory
                """, ROOT);

        assertEquals(
                Map.of(
                        Path.of("usr/sbin/arpd"), List.of("libdb-5.3.so"),
                        Path.of("usr/lib/postgresql/17/lib/llvmjit.so"), List.of("libLLVM.so.19.1")),
                lacking);
    }
}
