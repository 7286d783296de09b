package org.pgpoollab.cluster;

/** A role that the lab's programs or clients log in as, and that PostgreSQL would refuse, or would give other rights than its own. */
public record RoleTrouble(String role, Kind kind) {

    /** The problem of a role. */
    public enum Kind {
        MISSING("does not exist"),
        NO_LOGIN("may not log in"),
        EXPIRED("has a password that has expired"),
        OTHER_PASSWORD("has another password than the lab's files"),
        OTHER_ROLE("acts as another role, by its setting role"),
        READ_ONLY("may not write, by default_transaction_read_only");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** Describes the problem: {@code role admin has another password than the lab's files}. */
    public String text() {
        return "role " + role + " " + kind.text;
    }
}
