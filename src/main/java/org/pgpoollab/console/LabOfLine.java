package org.pgpoollab.console;

import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.topology.Lab;

/** Provides the lab of the line being typed. It looks the lab up once for each line, not for each key. Not thread-safe. */
final class LabOfLine implements Supplier<Optional<Lab>> {

    private final Supplier<Optional<Lab>> source;
    private Optional<Optional<Lab>> found = Optional.empty();

    LabOfLine(Supplier<Optional<Lab>> source) {
        this.source = source;
    }

    void nextLine() {
        found = Optional.empty();
    }

    @Override
    public Optional<Lab> get() {
        if (found.isEmpty()) {
            found = Optional.of(source.get());
        }
        return found.orElseThrow();
    }
}
