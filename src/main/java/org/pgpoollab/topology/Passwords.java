package org.pgpoollab.topology;

import java.security.SecureRandom;

/** Generates random passwords. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Letters and digits that are easy to distinguish in every font, and that need no quotes in any file or URL. */
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private Passwords() {}

    public static String made() {
        var password = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
