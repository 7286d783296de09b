package org.pgpoollab.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that this user has typed, in the format of JLine's {@code DefaultHistory}: {@code MILLISECONDS:LINE}, with line ends
 * and backslashes escaped. Without a path there is no history. Never fails: a history is not worth an error.
 */
public final class HistoryFile {

    public static final HistoryFile NONE = new HistoryFile(Optional.empty());

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** The newest that are kept when the file is cut. */
    private static final int KEPT = 5_000;

    private static final long CUT_ABOVE_BYTES = 1_000_000;

    private final Optional<Path> path;

    /** @param at when it was typed */
    public record Entry(Instant at, String line) {}

    private HistoryFile(Optional<Path> path) {
        this.path = path;
    }

    public static HistoryFile at(Path path) {
        return new HistoryFile(Optional.of(path));
    }

    /** The file, made if need be and readable by its owner alone; empty if there is none or it cannot be made. */
    public Optional<Path> ready() {
        try {
            if (path.isEmpty()) {
                return path;
            }
            var file = path.orElseThrow();
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.isRegularFile(file) ? path : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    public void add(Instant at, String line) {
        ready().ifPresent(file -> add(file, new Entry(at, line)));
    }

    /** All that can be read, the oldest first. */
    public List<Entry> entries() {
        return path.filter(Files::isReadable).map(HistoryFile::read).orElse(List.of());
    }

    private static void add(Path file, Entry entry) {
        try {
            if (Files.size(file) > CUT_ABOVE_BYTES) {
                cut(file);
            }
            Files.writeString(file, written(entry), StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not stop a command.
        }
    }

    private static void cut(Path file) throws IOException {
        var all = read(file);
        var shorter = Files.createTempFile(file.getParent(), "history", ".new");
        var text = new StringBuilder();
        all.subList(Math.max(0, all.size() - KEPT), all.size()).forEach(entry -> text.append(written(entry)));
        Files.writeString(shorter, text);
        Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String written(Entry entry) {
        var line = entry.line().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "");
        return entry.at().toEpochMilli() + ":" + line + "\n";
    }

    private static List<Entry> read(Path file) {
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            var entries = new ArrayList<Entry>();
            try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
                reader.lines().forEach(line -> parse(line).ifPresent(entries::add));
            }
            return entries;
        } catch (IOException | UncheckedIOException e) {
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
