package org.pgpoollab.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgpoollab.FileEnd;
import org.pgpoollab.FileMode;

/**
 * Stores the commands that this user has typed, in the format of JLine's {@code DefaultHistory}: {@code MILLISECONDS:LINE}, with line
 * feeds and backslashes escaped. Without a path there is no history. No method throws, so that no command fails because of the
 * history.
 */
public final class HistoryFile {

    public static final HistoryFile NONE = new HistoryFile(Optional.empty());

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** The number of newest commands that are kept when the file is trimmed. */
    private static final int KEPT = 5_000;

    private static final long CUT_ABOVE_BYTES = 1_000_000;

    /** The most bytes that are read, from the end of the file. */
    private static final int MOST_BYTES = 4_000_000;

    private final Optional<Path> path;

    /** @param at the time when the line was typed */
    public record Entry(Instant at, String line) {}

    private HistoryFile(Optional<Path> path) {
        this.path = path;
    }

    public static HistoryFile at(Path path) {
        return new HistoryFile(Optional.of(path));
    }

    /** Returns the file, created if needed and readable by its owner only; empty if there is no path or it cannot be created. */
    public Optional<Path> ready() {
        try {
            if (path.isEmpty()) {
                return path;
            }
            var file = path.orElseThrow();
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(file, FileMode.SECRET.attributes(file));
            }
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > CUT_ABOVE_BYTES) {
                cut(file);
            }
            return path;
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    public void add(Instant at, String line) {
        ready().ifPresent(file -> add(file, new Entry(at, line)));
    }

    /** Returns all readable entries, the oldest first. */
    public List<Entry> entries() {
        return path.filter(Files::isReadable).map(HistoryFile::read).orElse(List.of());
    }

    private static void add(Path file, Entry entry) {
        try {
            Files.writeString(file, written(entry), StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not stop a command.
        }
    }

    private static void cut(Path file) throws IOException {
        var all = read(file);
        var shorter = Files.createTempFile(file.getParent(), "history", ".new");
        var text = new StringBuilder();
        for (var i = all.size() - 1; i >= Math.max(0, all.size() - KEPT) && text.length() < CUT_ABOVE_BYTES / 2; i--) {
            text.insert(0, written(all.get(i)));
        }
        Files.writeString(shorter, text);
        Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String written(Entry entry) {
        var line = entry.line().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
        return entry.at().toEpochMilli() + ":" + line + "\n";
    }

    private static List<Entry> read(Path file) {
        try {
            return FileEnd.lines(file, MOST_BYTES)
                    .map(HistoryFile::parse)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Entry> parse(String written) {
        var colon = written.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        try {
            var at = Instant.ofEpochMilli(Long.parseLong(written, 0, colon, 10));
            return Optional.of(new Entry(at, unescaped(written.substring(colon + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        escaped -> Matcher.quoteReplacement(escaped.group(1).equals("n") ? "\n" : escaped.group(1)));
    }
}
