package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.pgpoollab.Reason;

/**
 * One save of a lab.
 *
 * @param bytes what its files occupy
 * @param contents of the nodes' directories, by which damage is found
 * @param postgresMajor the major version of PostgreSQL that wrote its data
 * @param versions of the lab's programs, with their names
 */
public record Save(
        String name,
        Instant at,
        long bytes,
        TreeContents contents,
        int postgresMajor,
        String versions,
        SavedState state) {

    /**
     * Returns why its files are not those that were saved; empty if they are, as far as their number and their lengths tell.
     *
     * @param files the directory of its files
     */
    public Optional<String> damage(Path files) {
        try {
            var now = TreeContents.of(files);
            return contents.allowsFor(now)
                    ? Optional.empty()
                    : Optional.of("it has " + now + ", and " + contents + " were saved");
        } catch (IOException e) {
            return Optional.of(Reason.of(e));
        }
    }

    /** Says in a few words what the lab was: {@code healthy}, {@code 2 findings}. */
    public String condition() {
        if (!state.running()) {
            return "stopped";
        }
        if (state.isHealthy()) {
            return "healthy";
        }
        var findings = counted(state.findings().size(), "finding");
        var faults = state.faults().all().size();
        return faults == 0 ? findings : findings + ", " + counted(faults, "fault");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
