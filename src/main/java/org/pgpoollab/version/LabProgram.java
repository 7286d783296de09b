package org.pgpoollab.version;

import java.util.Arrays;
import java.util.Optional;

/**
 * A program of which every lab has a version. A major version has one number with PostgreSQL (from 10 on) and two with repmgr and Pgpool-II.
 */
public enum LabProgram {
    POSTGRESQL(
            "postgres",
            "PostgreSQL",
            1,
            ProgramVersion.of(13),
            ProgramVersion.of(18),
            PostgresTraits.OLDEST,
            PostgresTraits.TOO_OLD),
    REPMGR(
            "repmgr",
            "repmgr",
            2,
            ProgramVersion.of(5, 2),
            ProgramVersion.of(5, 5),
            ProgramVersion.of(5, 2),
            "its settings and its table are known from 5.2 on"),
    PGPOOL(
            "pgpool",
            "Pgpool-II",
            2,
            ProgramVersion.of(4, 2),
            ProgramVersion.of(4, 7),
            PgpoolTraits.OLDEST_OF_LAB,
            PgpoolTraits.TOO_OLD_FOR_LAB);

    private final String word;
    private final String title;
    private final int numbersOfMajor;
    private final ProgramVersion oldest;
    private final ProgramVersion newest;
    private final ProgramVersion oldestOfLab;
    private final String tooOld;

    LabProgram(
            String word,
            String title,
            int numbersOfMajor,
            ProgramVersion oldest,
            ProgramVersion newest,
            ProgramVersion oldestOfLab,
            String tooOld) {
        this.word = word;
        this.title = title;
        this.numbersOfMajor = numbersOfMajor;
        this.oldest = oldest;
        this.newest = newest;
        this.oldestOfLab = oldestOfLab;
        this.tooOld = tooOld;
    }

    /** Returns the program that is typed as this word: {@code postgres}, {@code repmgr} or {@code pgpool}. */
    public static Optional<LabProgram> ofWord(String word) {
        return Arrays.stream(values())
                .filter(program -> program.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** The oldest major version whose differences are known. */
    public ProgramVersion oldest() {
        return oldest;
    }

    /** The newest major version whose differences are known. A later one is treated as this one. */
    public ProgramVersion newest() {
        return newest;
    }

    /** The oldest version with which a lab can run; files may be generated for older ones. */
    public ProgramVersion oldestOfLab() {
        return oldestOfLab;
    }

    /** Why no lab can run with a version that is older than {@link #oldestOfLab}. */
    public String tooOld() {
        return tooOld;
    }

    /** Returns the major version: 15 of PostgreSQL 15.20, and 4.3 of Pgpool-II 4.3.5. */
    public ProgramVersion majorOf(ProgramVersion version) {
        return version.first(numbersOfMajor);
    }

    boolean isNewerThanKnown(ProgramVersion version) {
        return majorOf(version).compareTo(newest) > 0;
    }
}
