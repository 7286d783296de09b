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
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Replaces the secrets of a lab in texts: its passwords, what is derived from them, and whatever is written where a password stands.
 *
 * @param secrets the longest first, so that none is replaced within another
 */
public record SecretMask(List<String> secrets) {

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

    /** A password that somebody typed in SQL: {@code alter role x password 'y'}. Servers log a statement that failed. */
    private static final Pattern IN_SQL = Pattern.compile("(?i)(\\bpassword\\s+)(E?'(?:[^']|'')*')");

    /** The password in a URL: {@code postgresql://user:password@host}. */
    private static final Pattern IN_URL = Pattern.compile("(\\w://[^\\s:/@]+:)([^\\s@]+)(?=@)");

    /** A quoted secret in a line that was typed. Where it ends is not looked for, because a shell's quotes may surround its own. */
    private static final Pattern QUOTED =
            Pattern.compile("(?is)((?:passw(?:or)?d\\w*\\s*[=:]?|secret\\w*\\s*[=:])\\s*['\"\\\\$]).*");

    /** A secret after an option, and one in an address. */
    private static final Pattern UNQUOTED =
            Pattern.compile("(?i)(--?\\w*passw(?:or)?d\\w*\\s+|://[^\\s:/@]+:(?=[^\\s@]+@))[^\\s@]+");

    public SecretMask {
        secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Collects the secrets from the lab's definition and from its secret files. */
    public static SecretMask of(Lab lab, LabDirectory directory) {
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

    /** Returns the same with masked events: commands that were typed are among them. Snapshots have no secrets; logs are read as they are. */
    public RecordedLab masked(RecordedLab recorded) {
        return new RecordedLab(
                recorded.origin(),
                recorded.series(),
                recorded.events().stream().map(this::masked).toList(),
                recorded.logs());
    }

    private Event masked(Event event) {
        return new Event(event.at(), event.kind(), event.effect(), event.nodes(), masked(event.text()), event.source());
    }

    /** Returns a line that a user typed, with a mask also in place of what looks like a secret of another place than this lab. */
    String maskedCommand(String line) {
        var plain = QUOTED.matcher(line).replaceAll("$1" + MASK);
        return masked(UNQUOTED.matcher(plain).replaceAll("$1" + MASK));
    }

    /** Returns the text with a mask in place of each secret. */
    String masked(String text) {
        var masked = text;
        for (var pattern : List.of(SETTING, IN_SQL, IN_URL)) {
            masked = pattern.matcher(masked).replaceAll("$1" + MASK);
        }
        for (var secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
