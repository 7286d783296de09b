package org.pgpoollab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/** Names the files of the load's part of a lab's directory. */
record LoadDirectory(Path root) {

    private static final Pattern LEDGER = Pattern.compile("([0-9]{1,9})\\.ledger");

    /** Bytes of a ledger that a usual load writes within ten seconds. */
    private static final int FIRST_SECONDS = 64 * 1024;

    Path ledger(int run) {
        return root.resolve(run + ".ledger");
    }

    Path milestones() {
        return root.resolve("milestones.jsonl");
    }

    Path loadStatus() {
        return root.resolve("pulse");
    }

    /** The file with the process id and start time of the load process. */
    Path process() {
        return root.resolve("process");
    }

    /** The output of the load process, which is empty if all is well. */
    Path log() {
        return root.resolve("process.log");
    }

    /** @throws IOException if the disk has no room for the first seconds of a ledger */
    void requireRoom() throws IOException {
        var trial = root.resolve("room");
        try {
            Files.write(trial, new byte[FIRST_SECONDS]);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /** Returns the numbers of all runs, in ascending order. */
    List<Integer> runs() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var files = Files.list(root)) {
            return files.map(file -> LEDGER.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw LabException.failed(
                    "the load's ledgers cannot be found", String.valueOf(e.getMessage()), "ls " + root);
        }
    }

    List<Ledger> ledgers() {
        return runs().stream()
                .map(run -> Ledger.open(ledger(run)))
                .flatMap(Optional::stream)
                .toList();
    }
}
