package org.pgpoollab.topology;

import java.security.SecureRandom;

/** Makes passwords up. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Letters and digits that no font confuses, and that need quotes in no file and no URL. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private Passwords() {}

    static String made() {
        var password = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
