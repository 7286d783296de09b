package org.pgpoollab.topology;

/**
 * The lab's user and all its passwords. {@link #toString} shows none of the passwords.
 *
 * @param user a superuser of PostgreSQL, the user of pcp, and the name of the database that {@code psql} opens
 * @param password the password of {@code user}, for PostgreSQL and for pcp
 * @param repmgrPassword the password of the role {@code repmgr}, which replicates
 */
public record Credentials(String user, String password, String repmgrPassword) {

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
