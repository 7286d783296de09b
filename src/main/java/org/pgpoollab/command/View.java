package org.pgpoollab.command;

import java.util.List;
import java.util.function.Supplier;

/** What a command found out: lines for people, and a tree of maps, lists, strings, numbers and booleans for programs. */
public interface View {

    /** Lines without line ends. */
    List<String> lines();

    /** What {@link Json} can write. */
    Object tree();

    static View of(Supplier<List<String>> lines, Supplier<Object> tree) {
        return new View() {
            @Override
            public List<String> lines() {
                return lines.get();
            }

            @Override
            public Object tree() {
                return tree.get();
            }
        };
    }
}
