package org.pgpoollab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the table of packages in ARCHITECTURE.md, which the tests enforce. */
record PackageTable(List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern QUOTED = Pattern.compile("`([\\w.]+)`");

    /** @param purity begins with {@code yes} or {@code no}; the classes and the packages inside named after a {@code yes} are exceptions */
    record Row(String name, String holds, String purity) {

        boolean isPlanned() {
            return holds.startsWith("*planned*");
        }

        boolean isPure() {
            return purity.startsWith("yes");
        }

        boolean excepts(SourceFile file) {
            return exceptions().stream()
                    .anyMatch(exception -> file.className().equals(exception) || file.isIn(exception));
        }

        private Set<String> exceptions() {
            return QUOTED.matcher(purity).results().map(match -> match.group(1)).collect(Collectors.toSet());
        }
    }

    static PackageTable read() {
        try {
            return new PackageTable(ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                    .results()
                    .map(PackageTable::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the packages in order: a package may use those before it. */
    List<String> order() {
        return rows.stream().map(Row::name).toList();
    }

    boolean mayUse(String user, String used) {
        return order().indexOf(used) <= order().indexOf(user);
    }

    private static Row row(MatchResult match) {
        return new Row(match.group(1), match.group(2).strip(), match.group(3).strip());
    }
}
