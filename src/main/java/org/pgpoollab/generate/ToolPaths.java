package org.pgpoollab.generate;

import org.pgpoollab.version.ProgramVersions;

/**
 * The versions and paths of the programs for which files are generated. A path is a text as a node sees it, with {@code /}: on Windows
 * a {@code Path} would write it otherwise.
 *
 * @param versions all of them are known
 * @param postgresBin the directory of {@code postgres}, {@code pg_ctl} and {@code pg_rewind}
 */
public record ToolPaths(
        ProgramVersions versions, String postgresBin, String repmgr, String ip, String arping, String ping) {}
