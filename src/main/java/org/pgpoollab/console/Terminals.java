package org.pgpoollab.console;

import java.io.BufferedOutputStream;
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

/** What this process was given: which of its streams are terminals, and what they can show. */
final class Terminals {

    /** Set by the launcher where it gave Java another locale than the user's, so that file names may have any characters. */
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

    /** The character set of the terminal or pipe: that of the locale, whatever {@code file.encoding} says. */
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

    /** Standard output, which is buffered until it is flushed. */
    static PrintStream output() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, charset());
    }

    static PrintStream errors() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset());
    }

    /** Where there is no /proc. From Java 22 on the usual console is there even without a terminal; that of java.base is not. */
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
