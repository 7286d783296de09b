package org.pgpoollab;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Words for what the JDK says of a file in the name of an exception only, with nothing but the path as message. */
public final class Reason {

    private Reason() {}

    /** {@code access denied: /root/.cache} of an AccessDeniedException; of others their message. */
    public static String of(IOException cause) {
        if (cause instanceof FileSystemException file && file.getReason() == null) {
            var name = file.getClass().getSimpleName().replace("Exception", "");
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + ": " + file.getFile();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
