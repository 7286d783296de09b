package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jline.nativ.CLibrary;
import org.jline.utils.Signals;

/**
 * Which process group the terminal on standard input belongs to (tcsetpgrp(3)). A shell inside a node takes it for its own group and
 * cannot give it back: it is in a pid namespace of its own, where this program's group has no number. Does nothing where there is no
 * such terminal.
 */
final class ForegroundProcessGroup {

    private static final int STANDARD_INPUT = 0;

    /** See ioctl_tty(2), asm-generic/ioctls.h. */
    private static final long TIOCGPGRP = 0x540f;

    private static final long TIOCSPGRP = 0x5410;

    /** In /proc/PID/stat behind the name, which is in parentheses: state, parent, group. */
    private static final int GROUP = 2;

    /** A group in the background that sets this is stopped, unless it ignores the signal. */
    private static final String REFUSAL = "TTOU";

    private ForegroundProcessGroup() {}

    /** Runs a program that has the terminal, and takes that back. */
    static int after(IntSupplier program) {
        try {
            return program.getAsInt();
        } finally {
            take();
        }
    }

    /** Makes the terminal this program's again. */
    static void take() {
        own().ifPresent(group -> {
            var holder = new int[1];
            if (ioctl(TIOCGPGRP, holder) && holder[0] != group) {
                ignoringRefusal(() -> ioctl(TIOCSPGRP, new int[] {group}));
            }
        });
    }

    private static void ignoringRefusal(Runnable change) {
        try {
            var ignored =
                    Class.forName("sun.misc.SignalHandler").getField("SIG_IGN").get(null);
            Signals.unregister(REFUSAL, ignored);
            change.run();
        } catch (ReflectiveOperationException e) {
            // Not this Java: the shell that started this program will have the terminal.
        } finally {
            Signals.registerDefault(REFUSAL);
        }
    }

    private static boolean ioctl(long request, int[] group) {
        try {
            return CLibrary.ioctl(STANDARD_INPUT, request, group) == 0;
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    private static OptionalInt own() {
        try {
            var stat = Files.readString(Path.of("/proc/self/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalInt.of(Integer.parseInt(fields[GROUP]));
        } catch (IOException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
