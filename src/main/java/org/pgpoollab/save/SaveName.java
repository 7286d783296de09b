package org.pgpoollab.save;

import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/** The names that a save may have. Each is the name of a directory, and none needs quotes in a shell. */
public final class SaveName {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private SaveName() {}

    /**
     * Returns the name if it is valid.
     *
     * @throws LabException as a usage error if it is not
     */
    public static String valid(String name) {
        if (VALID.matcher(name).matches()) {
            return name;
        }
        throw LabException.usage(
                "a save cannot have the name '" + name + "'",
                "a name has up to 40 letters, digits, dots, dashes and underscores, and begins with a letter or a digit",
                "save before-lunch");
    }
}
