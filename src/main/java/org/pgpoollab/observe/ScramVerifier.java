package org.pgpoollab.observe;

import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/** What PostgreSQL keeps of a password. Sent instead of the password, so that no server can log that. */
public final class ScramVerifier {

    private ScramVerifier() {}

    /** As in {@code ALTER ROLE … PASSWORD}, with a new salt each time. */
    public static String of(String password) {
        try {
            return PasswordUtil.encodePassword("any", password.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw new IllegalStateException("the driver knows SCRAM", e);
        }
    }
}
