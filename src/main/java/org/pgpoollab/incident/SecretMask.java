package org.pgpoollab.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Replaces the secrets of a lab in texts: its passwords, what is derived from them, and the values of settings that are named like one.
 *
 * @param secrets the longest first, so that none is replaced within another
 */
record SecretMask(List<String> secrets) {

    private static final String MASK = "********";

    /** The files whose lines end with a secret, or consist of one. */
    private static final Set<String> SECRET_FILES = Set.of(
            ".pgpass",
            ".pcppass",
            "pgpass",
            "pcppass",
            "pool_passwd",
            "pcp.conf",
            "secret",
            "password",
            "repmgr_password");

    /** A shorter text is not searched for: it would be found anywhere. */
    private static final int SHORTEST = 6;

    private static final int DEPTH = 3;
    private static final int LARGEST_FILE = 1 << 16;

    private static final Pattern SETTING =
            Pattern.compile("(?i)((?:password|passwd|secret)\\w*\\s*[=:]\\s*)('(?:[^']|'')*'|\"[^\"]*\"|[^\\s'\"]+)");

    SecretMask {
        secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Collects the secrets from the lab's definition and from its secret files. */
    static SecretMask of(Lab lab, LabDirectory directory) {
        var secrets = new TreeSet<String>();
        secrets.add(lab.credentials().password());
        secrets.add(lab.credentials().repmgrPassword());
        lab.settings().overrides().stream()
                .filter(setting -> SETTING.matcher(setting.name() + "=x").find())
                .forEach(setting -> secrets.add(setting.value()));
        try (var paths = Files.find(directory.root(), DEPTH, (path, is) -> is.isRegularFile() && isSecret(path))) {
            for (var path : paths.toList()) {
                secrets.addAll(secretsOf(path));
            }
        } catch (IOException e) {
            // Without knowing the secrets nothing may be handed on.
            throw LabException.failed("the lab's secret files cannot be read", Reason.of(e), "");
        }
        return new SecretMask(new ArrayList<>(secrets));
    }

    private static boolean isSecret(Path path) {
        return SECRET_FILES.contains(path.getFileName().toString());
    }

    private static List<String> secretsOf(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new IOException(path + " is larger than such a file is");
        }
        return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1).strip())
                .toList();
    }

    /** Returns the text with a mask in place of each secret. */
    String masked(String text) {
        var masked = SETTING.matcher(text).replaceAll("$1" + MASK);
        for (var secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
