package org.pgpoollab.observe;

import java.sql.SQLException;
import org.postgresql.util.PasswordUtil;

/**
 * Creates the SCRAM verifier that PostgreSQL stores for a password. It is sent instead of the password, so that no server can log the
 * password.
 */
public final class ScramVerifier {

    private ScramVerifier() {}

    /** Returns a verifier for {@code ALTER ROLE … PASSWORD}, with a new salt each time. */
    public static String of(String password) {
        try {
            return PasswordUtil.encodePassword("any", password.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw new IllegalStateException("the driver knows SCRAM", e);
        }
    }
}
