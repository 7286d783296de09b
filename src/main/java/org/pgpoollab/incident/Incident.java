package org.pgpoollab.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.report.Json;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.Node;

/**
 * Collects what is known of a span of a lab's time, without secrets: snapshots, events, the servers' logs and their configuration.
 *
 * @param facts what else is known: versions, the load; each a tree for JSON
 */
public record Incident(
        Lab lab, LabDirectory directory, RecordedLab recorded, Playback span, Map<String, Object> facts) {

    /** So much of the time before is packed, too: what led there. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    /** The most characters of a log; of a longer one the end is kept. */
    private static final int LONGEST_LOG = 4 << 20;

    private static final int LARGEST_CONFIGURATION = 1 << 20;
    private static final int DEPTH = 2;

    /** The files that configure a node's programs; pcp.conf holds nothing but passwords. */
    private static final Pattern CONFIGURATION = Pattern.compile("(?!pcp)[a-z_]+(\\.auto)?\\.conf|standby\\.signal");

    public Incident {
        facts = new LinkedHashMap<>(facts);
    }

    /** Packs all into a new file. */
    public void pack(Path file) {
        IncidentFile.write(file, entries());
    }

    Map<String, byte[]> entries() {
        var mask = SecretMask.of(lab, directory);
        var texts = new LinkedHashMap<String, String>();
        texts.put(IncidentFile.HEAD, Json.text(head()) + "\n");
        texts.put(IncidentFile.LAB, LabFile.withoutSecrets(lab));
        texts.put(IncidentFile.EVENTS, events());
        facts.forEach((name, tree) -> texts.put(name + ".json", Json.text(tree) + "\n"));
        lab.nodes().forEach(node -> logs(node, texts));
        lab.nodes().forEach(node -> configuration(node, texts));
        var entries = new LinkedHashMap<String, byte[]>();
        texts.forEach((name, text) -> entries.put(name, mask.masked(text).getBytes(StandardCharsets.UTF_8)));
        recorded.series()
                .packed(from(), span.to())
                .forEach((name, bytes) -> entries.put(IncidentFile.SNAPSHOTS + name, bytes));
        return entries;
    }

    private Instant from() {
        return span.from().minus(BEFORE);
    }

    private Map<String, Object> head() {
        var head = new LinkedHashMap<String, Object>();
        head.put("format", IncidentFile.FORMAT);
        head.put("lab", lab.name());
        head.put("from", span.from().toString());
        head.put("to", span.to().toString());
        return head;
    }

    /** Returns the events that playback tells in this time. Their own times are finer than those of snapshots. */
    private String events() {
        return span.eventsUntil(span.to()).stream()
                .filter(event -> !event.at().isBefore(from()))
                .map(event -> EventJson.line(event) + "\n")
                .collect(Collectors.joining());
    }

    private void logs(Node node, Map<String, String> texts) {
        var logs = new LinkedHashMap<String, StringBuilder>();
        try (var lines = recorded.logs().lines(List.of(node), from())) {
            lines.takeWhile(line -> !line.at().isAfter(span.to()))
                    .filter(line -> !line.isPcpConnection())
                    .forEach(line -> append(line, logs.computeIfAbsent(line.file(), file -> new StringBuilder())));
        }
        logs.forEach((file, text) -> texts.put(IncidentFile.LOGS + node.name() + "/" + file, text.toString()));
    }

    private static void append(LogLine line, StringBuilder text) {
        text.append(line.text()).append('\n');
        if (text.length() > 2 * LONGEST_LOG) {
            text.delete(0, text.indexOf("\n", text.length() - LONGEST_LOG) + 1);
        }
    }

    private void configuration(Node node, Map<String, String> texts) {
        var root = directory.of(node);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var paths = Files.find(
                root,
                DEPTH,
                (path, is) -> is.isRegularFile()
                        && is.size() < LARGEST_CONFIGURATION
                        && CONFIGURATION.matcher(path.getFileName().toString()).matches())) {
            for (var path : paths.sorted().toList()) {
                var name = IncidentFile.CONFIGURATION + node.name() + "/" + root.relativize(path);
                texts.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        } catch (IOException | UncheckedIOException e) {
            throw LabException.failed(
                    "the configuration of " + node + " cannot be read", Reason.of(new IOException(e.getMessage())), "");
        }
    }
}
