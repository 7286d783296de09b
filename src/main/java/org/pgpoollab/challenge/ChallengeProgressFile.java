package org.pgpoollab.challenge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.FileEnd;
import org.pgpoollab.LabException;
import org.pgpoollab.report.Json;
import org.pgpoollab.topology.LabDirectory;

/** The results of all challenges of this user, a line of JSON for each. It outlives the labs. A damaged line is skipped. */
record ChallengeProgressFile(Path path) {

    private static final int MOST_BYTES = 1 << 20;

    /** Returns the file beside the labs. */
    static ChallengeProgressFile beside(LabDirectory lab) {
        return new ChallengeProgressFile(lab.root().resolveSibling(".challenges.jsonl"));
    }

    void append(ChallengeResult result) {
        try {
            Files.writeString(
                    path, Json.line(result.tree()) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be written", String.valueOf(e.getMessage()), "challenge report");
        }
    }

    /** Returns the results, the newest last. */
    List<ChallengeResult> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var lines = FileEnd.lines(path, MOST_BYTES)) {
            return lines.map(line -> Json.object(line).flatMap(ChallengeResult::parse))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be read", String.valueOf(e.getMessage()), "");
        }
    }
}
