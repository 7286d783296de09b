package org.pgpoollab;

import java.util.Optional;

/** The version of this program. It stands in pom.xml, and from there in the manifest of the jar. */
public final class OwnVersion {

    private OwnVersion() {}

    /** Returns the version; empty if the program does not run from its jar. */
    public static Optional<String> read() {
        return Optional.ofNullable(OwnVersion.class.getPackage().getImplementationVersion());
    }
}
