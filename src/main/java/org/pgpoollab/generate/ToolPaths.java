package org.pgpoollab.generate;

/**
 * The versions and paths of the programs for which files are generated. A path is a text as a node sees it, with {@code /}: on Windows
 * a {@code Path} would write it otherwise.
 *
 * @param postgresMajor 12 or above
 * @param pgpoolVersion 4.2 or above
 * @param postgresBin the directory of {@code postgres}, {@code pg_ctl} and {@code pg_rewind}
 */
public record ToolPaths(
        int postgresMajor,
        PgpoolVersion pgpoolVersion,
        String postgresBin,
        String repmgr,
        String ip,
        String arping,
        String ping) {}
