package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jline.nativ.CLibrary;
import org.jline.utils.Signals;

/**
 * Takes the terminal on standard input back for this program's process group (tcsetpgrp(3)). A shell inside a node makes itself the
 * foreground group and cannot undo that: it is in its own pid namespace, in which this program's group has no number. Without a
 * terminal on standard input it does nothing.
 */
final class ForegroundProcessGroup {

    private static final int STANDARD_INPUT = 0;

    /** See ioctl_tty(2), asm-generic/ioctls.h. */
    private static final long TIOCGPGRP = 0x540f;

    private static final long TIOCSPGRP = 0x5410;

    /** The index of the process group in /proc/PID/stat after the name in parentheses: state, parent, group. */
    private static final int GROUP = 2;

    /** The signal that stops a background process group that sets the foreground group, unless it ignores the signal. */
    private static final String REFUSAL = "TTOU";

    private ForegroundProcessGroup() {}

    /** Runs a program that gets the terminal, and takes the terminal back afterwards. */
    static int after(IntSupplier program) {
        try {
            return program.getAsInt();
        } finally {
            take();
        }
    }

    /** Makes this program's process group the foreground group again. */
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
            // This Java runtime has no SignalHandler. The terminal returns to the shell that started this program.
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
