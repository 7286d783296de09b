package org.pgpoollab.engine.compose;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes digests that are parts of names. */
final class Sha256 {

    private Sha256() {}

    /** Returns the digest of these bytes as 64 hexadecimal digits. */
    static String hex(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return String.format("%064x", new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
