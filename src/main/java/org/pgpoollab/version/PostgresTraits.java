package org.pgpoollab.version;

/**
 * What differs between the versions of PostgreSQL, 12 to 18, as far as a lab depends on it. The source is appendix E of the manual, the
 * release notes (https://www.postgresql.org/docs/release/). Log texts are patterns that match the texts of all versions, because a log can
 * begin with one version and end with another.
 *
 * @param hasKeepSize whether WAL is kept by size (wal_keep_size, max_slot_wal_keep_size), since 13; before by wal_keep_segments
 * @param hasIoMethod whether io_method is a setting, since 18; its default, worker, keeps three more processes
 * @param hasChecksumsByDefault whether initdb switches data checksums on unless told otherwise, since 18
 */
public record PostgresTraits(boolean hasKeepSize, boolean hasIoMethod, boolean hasChecksumsByDefault) {

    /** The oldest version that a lab can have: before it a standby was told so by recovery.conf. */
    public static final ProgramVersion OLDEST = ProgramVersion.of(12);

    /** Why a lab cannot have an older version than {@link #OLDEST}. */
    public static final String TOO_OLD = "before " + OLDEST + " a standby was told so by recovery.conf";

    /** Logged by a standby that takes connections: {@code read only} up to 13, {@code read-only} since 14. */
    public static final String TAKES_READ_ONLY = "database system is ready to accept read[ -]only connections";

    public static PostgresTraits of(ProgramVersion version) {
        return new PostgresTraits(version.isAtLeast(13), version.isAtLeast(18), version.isAtLeast(18));
    }
}
