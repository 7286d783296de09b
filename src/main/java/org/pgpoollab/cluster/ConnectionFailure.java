package org.pgpoollab.cluster;

import java.util.regex.Pattern;

/** Recognises why no connection came about, from the message of the kernel or of a program. */
public final class ConnectionFailure {

    /** For TCP, and for a socket that is missing in the file system. */
    private static final Pattern NOBODY_LISTENS =
            Pattern.compile("(?i)connection refused|socket.*no such file or directory|^no such file or directory");

    private ConnectionFailure() {}

    public static boolean saysNobodyListens(String words) {
        return NOBODY_LISTENS.matcher(words).find();
    }
}
