package org.pgpoollab.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.pgpoollab.output.ResultStream;

/** Determines which of this process's streams are terminals, and which characters they can show. */
final class Terminals {

    /**
     * The environment variable with the user's character set. The launcher sets it if it gave Java another locale, so that file names
     * may contain any characters.
     */
    private static final String LOCALE = "PGPOOL_LAB_CHARSET";

    private Terminals() {}

    /** @param descriptor 0 for standard input, 1 for output, 2 for errors */
    static boolean isTerminal(int descriptor) {
        var link = Path.of("/proc/self/fd", String.valueOf(descriptor));
        if (!Files.isSymbolicLink(link)) {
            return hasConsole();
        }
        try {
            var target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the character set of the terminal or pipe: that of the locale, whatever {@code file.encoding} says. */
    static Charset charset() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv(LOCALE)),
                        Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                                .map(System::getProperty))
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .map(Terminals::charset)
                .orElse(Charset.defaultCharset());
    }

    /** Returns standard output, buffered until it is flushed. */
    static PrintStream output() {
        return new ResultStream(new FileOutputStream(FileDescriptor.out), charset());
    }

    static PrintStream errors() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset());
    }

    /** The fallback without /proc. From Java 22 on the default console exists even without a terminal; that of java.base does not. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }
}
