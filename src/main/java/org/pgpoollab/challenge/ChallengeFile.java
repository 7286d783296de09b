package org.pgpoollab.challenge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.StagedFile;
import org.pgpoollab.fault.SealedText;
import org.pgpoollab.report.Json;
import org.pgpoollab.topology.Node;

/** Stores the challenge of a lab, sealed: it is written before anything is broken, so that it can always be undone. */
record ChallengeFile(Path path) {

    private static final long MOST_BYTES = 1 << 16;

    /**
     * Returns the challenge; empty if none runs.
     *
     * @throws LabException if the file is damaged, or another version of this program has written it
     */
    Optional<ChallengeState> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var state = state();
        if (state.isEmpty()) {
            throw LabException.failed(
                    "the challenge that runs on this lab cannot be read",
                    path + " is damaged, or another version of this program has written it",
                    "challenge stop, which removes it and recovers the lab");
        }
        return state;
    }

    /** Whether there is a file of which nothing can be said. */
    boolean isDamaged() {
        return Files.exists(path) && state().isEmpty();
    }

    private Optional<ChallengeState> state() {
        return text().flatMap(SealedText::open).flatMap(Json::object).flatMap(ChallengeFile::parse);
    }

    private Optional<String> text() {
        try {
            return Files.size(path) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(Files.readAllBytes(path), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be read", Reason.of(e), "ls -l " + path);
        }
    }

    void write(ChallengeState state) {
        StagedFile.write(path, SealedText.seal(Json.line(tree(state))), false);
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be removed", String.valueOf(e.getMessage()), "rm " + path);
        }
    }

    private static Map<String, Object> tree(ChallengeState state) {
        var cast = new TreeMap<String, Object>();
        state.cast().nodes().forEach((part, node) -> cast.put(part, node.name()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("situation", state.situation().name());
        tree.put("cast", cast);
        tree.put("seed", state.seed());
        tree.put("made", state.made());
        tree.put("ownLoad", state.ownLoad());
        tree.put("begun", state.begun().toString());
        tree.put("noticed", state.attempt().noticed().toString());
        tree.put("named", state.attempt().named());
        tree.put("namedAt", state.attempt().namedAt().toString());
        tree.put("repaired", state.attempt().repaired().toString());
        tree.put("wrong", state.attempt().wrong());
        tree.put("hints", state.attempt().hints());
        tree.put("told", state.attempt().told());
        return tree;
    }

    private static Optional<ChallengeState> parse(Map<String, Object> tree) {
        try {
            return Optional.of(new ChallengeState(
                    Situations.named(text(tree, "situation")).orElseThrow(),
                    cast((Map<?, ?>) tree.get("cast")),
                    Long.parseLong(text(tree, "seed")),
                    (Boolean) tree.get("made"),
                    (Boolean) tree.get("ownLoad"),
                    time(tree, "begun"),
                    attempt(tree)));
        } catch (ClassCastException
                | NoSuchElementException
                | NullPointerException
                | NumberFormatException
                | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Attempt attempt(Map<String, Object> tree) {
        return new Attempt(
                time(tree, "noticed"),
                ((List<?>) tree.get("named")).stream().map(String::valueOf).toList(),
                time(tree, "namedAt"),
                time(tree, "repaired"),
                Integer.parseInt(text(tree, "wrong")),
                Integer.parseInt(text(tree, "hints")),
                (Boolean) tree.get("told"));
    }

    private static NodeCast cast(Map<?, ?> names) {
        var nodes = new TreeMap<String, Node>();
        names.forEach((part, name) ->
                nodes.put(String.valueOf(part), Node.parse(String.valueOf(name)).orElseThrow()));
        return new NodeCast(nodes);
    }

    private static String text(Map<String, Object> tree, String key) {
        return String.valueOf(tree.get(key));
    }

    private static Instant time(Map<String, Object> tree, String key) {
        return Instant.parse(text(tree, key));
    }
}
