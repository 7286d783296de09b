package org.pgpoollab.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.pgpoollab.FileMode;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.playback.SnapshotSeries;
import org.pgpoollab.report.Json;

/**
 * Reads and writes the one file of an incident, a zip. It is read into memory and never unpacked to disk; it may come from anybody, so names,
 * number and sizes of what is in it are bounded.
 */
public final class IncidentFile {

    static final int FORMAT = 1;

    static final String HEAD = "incident.json";
    static final String EVENTS = "events.jsonl";
    static final String SNAPSHOTS = "snapshots/";
    static final String LOGS = "logs/";
    static final String CONFIGURATION = "configuration/";
    static final String LOAD = "load.json";
    static final String LAB = "lab.yaml";

    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_BYTES = 64 << 20;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,4}");

    private IncidentFile() {}

    /** Writes a file that was not there before; its mode is 600. */
    static void write(Path file, Map<String, byte[]> entries) {
        try (var out = new ZipOutputStream(Files.newOutputStream(
                Files.createFile(file, FileMode.SECRET.attributes(file)), StandardOpenOption.WRITE))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw LabException.failed(
                    file + " cannot be written",
                    Files.exists(file) ? "there is such a file, or the disk is full" : Reason.of(e),
                    "incident ANOTHER.zip");
        }
    }

    /**
     * Reads what was kept of the lab of an incident.
     *
     * @throws LabException if the file is none, is damaged, or was written by a later version
     */
    public static RecordedLab read(Path file) {
        var entries = entries(file);
        check(file, entries);
        var snapshots = new LinkedHashMap<String, byte[]>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(SNAPSHOTS)) {
                snapshots.put(file + ": " + name, bytes);
            }
        });
        var events = text(entries, EVENTS)
                .lines()
                .flatMap(line -> EventJson.read(line).stream())
                .toList();
        return new RecordedLab(
                "the incident in " + file, SnapshotSeries.of(snapshots), events, new PackedLogs(entries));
    }

    private static void check(Path file, Map<String, byte[]> entries) {
        var head = Json.object(text(entries, HEAD)).orElseThrow(() -> no(file, "it has no " + HEAD));
        var format = format(head).orElseThrow(() -> no(file, "its " + HEAD + " names no format"));
        if (format > FORMAT) {
            throw LabException.failed(
                    file + " was packed by a later version of this program",
                    "it has format " + format + ", and this version reads up to " + FORMAT,
                    "replay it with that version");
        }
    }

    private static Optional<Integer> format(Map<String, Object> head) {
        return Optional.of(String.valueOf(head.get("format")))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LabException.failed("there is no file " + file, "", "replay");
        }
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(Files.newInputStream(file))) {
            var left = MOST_BYTES;
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!NAME.matcher(entry.getName()).matches()) {
                    throw no(file, "it has an entry with a name that no incident has");
                }
                if (entries.size() >= MOST_ENTRIES) {
                    throw no(file, "it has more than " + MOST_ENTRIES + " entries");
                }
                var bytes = bytes(in, left);
                left -= bytes.length;
                if (left < 0) {
                    throw no(file, "it unpacks to more than " + (MOST_BYTES >> 20) + " MB");
                }
                entries.put(entry.getName(), bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw no(file, Reason.of(e instanceof IOException io ? io : new IOException(e.getMessage())));
        }
        if (entries.isEmpty()) {
            throw no(file, "it is no zip file");
        }
        refuseIncomplete(file, entries.size());
        return entries;
    }

    /** A file that was cut off between two entries can be read to there; only the directory at its end tells that some are missing. */
    private static void refuseIncomplete(Path file, int read) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() != read) {
                throw no(file, "it has " + zip.size() + " entries, of which " + read + " can be read");
            }
        } catch (IOException e) {
            throw no(file, "it was cut off: " + Reason.of(e));
        }
    }

    /** Reads at most one byte more than is allowed. */
    private static byte[] bytes(InputStream in, int most) throws IOException {
        return in.readNBytes(most + 1);
    }

    private static LabException no(Path file, String why) {
        return LabException.failed(
                file + " is no incident that can be played back", why, "incident FILE.zip packs one");
    }
}
