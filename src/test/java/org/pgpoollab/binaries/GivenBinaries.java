package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.engine.RootDirectory;

/** The programs of Debian 12, as a machine has them. */
public final class GivenBinaries {

    private GivenBinaries() {}

    /** Returns programs of another release, with this version of Pgpool-II. */
    public static Binaries ofRelease(String release, String pgpoolVersion) {
        var bin = Path.of("/usr/bin");
        var root = new RootDirectory(release, Path.of("/roots/" + release), "/roots/ld.so", List.of(Path.of("/roots")));
        return new Binaries(root, 17, pgpoolVersion, "5.5.0", bin, bin, bin, bin, bin, bin, bin, bin, bin, List.of());
    }

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
