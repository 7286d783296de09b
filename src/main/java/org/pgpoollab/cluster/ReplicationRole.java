package org.pgpoollab.cluster;

/** The role of a PostgreSQL node in replication, as Pgpool-II and repmgr name it. */
public enum ReplicationRole {
    PRIMARY("primary"),
    STANDBY("standby"),
    /** Not known to the server that was asked, or a word that this program does not know. */
    UNKNOWN("unknown");

    private final String word;

    ReplicationRole(String word) {
        this.word = word;
    }

    public static ReplicationRole parse(String word) {
        for (var role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        return UNKNOWN;
    }

    public static ReplicationRole of(boolean isPrimary) {
        return isPrimary ? PRIMARY : STANDBY;
    }

    /** Returns the word that Pgpool-II and repmgr print. */
    @Override
    public String toString() {
        return word;
    }
}
