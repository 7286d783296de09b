package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.engine.RootDirectory;

/** The programs of Debian 12, as a machine has them. */
public final class GivenBinaries {

    private GivenBinaries() {}

    /** Returns programs that all lie in one directory. */
    public static Binaries in(Path bin) {
        return new Binaries(
                RootDirectory.OF_MACHINE,
                15,
                "4.3.5",
                "5.3.3",
                bin,
                bin.resolve("pgpool"),
                bin,
                bin,
                bin,
                bin,
                bin,
                bin,
                bin,
                List.of());
    }
}
