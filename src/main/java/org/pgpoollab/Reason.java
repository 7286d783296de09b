package org.pgpoollab;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Describes I/O exceptions, including those of the JDK whose message is only the path and whose class name is the reason. */
public final class Reason {

    private Reason() {}

    /** Returns {@code access denied: /root/.cache} for an AccessDeniedException; for others their message. */
    public static String of(IOException cause) {
        if (cause instanceof FileSystemException file && file.getReason() == null) {
            var name = file.getClass().getSimpleName().replace("Exception", "");
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + ": " + file.getFile();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
