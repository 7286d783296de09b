package org.pgpoollab;

import java.nio.file.InvalidPathException;

/** Creates the error for a typed file name that Java cannot use because its characters are not those of the locale. */
public final class Unwritable {

    private Unwritable() {}

    public static LabException problem(InvalidPathException trouble) {
        var isNul = trouble.getInput().indexOf('\0') >= 0;
        return LabException.usage(
                "'" + trouble.getInput() + "' cannot be the name of a file",
                isNul
                        ? "there is a zero byte in it"
                        : "it has characters that are not in this locale, which is "
                                + System.getProperty("sun.jnu.encoding"),
                isNul ? "" : "export LC_ALL=C.UTF-8, and again");
    }
}
