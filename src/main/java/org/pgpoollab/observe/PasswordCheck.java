package org.pgpoollab.observe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks whether {@code pg_authid.rolpassword} was made from a password. It caches results, because a check takes thousands of hashes. Safe
 * for use by several threads.
 */
final class PasswordCheck {

    /** The format, see scram-common.c: {@code SCRAM-SHA-256$ITERATIONS:SALT$STORED_KEY:SERVER_KEY}. */
    private static final Pattern SCRAM = Pattern.compile("SCRAM-SHA-256\\$([0-9]{1,7}):([^$]+)\\$([^:]+):.*");

    private static final String SHA = "HmacSHA256";

    private final Map<String, Boolean> found = new ConcurrentHashMap<>();

    /** @param stored as in {@code pg_authid}; empty if the role has no password */
    boolean fits(String stored, String role, String password) {
        return found.computeIfAbsent(role + " " + stored, unknown -> isMadeOf(stored, role, password));
    }

    private static boolean isMadeOf(String stored, String role, String password) {
        try {
            var scram = SCRAM.matcher(stored);
            if (scram.matches()) {
                var salt = Base64.getDecoder().decode(scram.group(2));
                var key = storedKey(password, salt, Integer.parseInt(scram.group(1)));
                return Arrays.equals(key, Base64.getDecoder().decode(scram.group(3)));
            }
            return stored.equals("md5" + md5(password + role));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static byte[] storedKey(String password, byte[] salt, int iterations) throws GeneralSecurityException {
        var salted = SecretKeyFactory.getInstance("PBKDF2With" + SHA)
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        var mac = Mac.getInstance(SHA);
        mac.init(new SecretKeySpec(salted, SHA));
        var clientKey = mac.doFinal("Client Key".getBytes(StandardCharsets.UTF_8));
        return MessageDigest.getInstance("SHA-256").digest(clientKey);
    }

    private static String md5(String text) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        var hex = new StringBuilder();
        for (var each : digest) {
            hex.append(String.format("%02x", each));
        }
        return hex.toString();
    }
}
