package org.pgpoollab.generate;

import java.nio.file.Path;

/**
 * The versions and paths, as the nodes see them, of the programs for which files are generated.
 *
 * @param postgresMajor 12 or above
 * @param pgpoolVersion 4.2 or above
 * @param postgresBin the directory of {@code postgres}, {@code pg_ctl} and {@code pg_rewind}
 */
public record ToolPaths(
        int postgresMajor,
        PgpoolVersion pgpoolVersion,
        Path postgresBin,
        Path repmgr,
        Path ip,
        Path arping,
        Path ping) {}
