package org.pgpoollab.console;

import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.topology.Lab;

/** The lab that a line being typed is about: looked up once for each line, not for each key. Used by one thread. */
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
