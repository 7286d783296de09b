package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of a search for the lab's programs.
 *
 * @param postgres at most one installation, which is complete
 * @param programs the path of each program that was found, by its name
 * @param libraries where these programs find libraries that are not installed
 */
record SearchResult(List<PostgresDirectories> postgres, Map<String, Path> programs, List<Path> libraries) {

    SearchResult {
        postgres = List.copyOf(postgres);
        programs = Map.copyOf(programs);
        libraries = List.copyOf(libraries);
    }

    Set<RequiredProgram> missing() {
        return Arrays.stream(RequiredProgram.values())
                .filter(need -> !meet(need))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequiredProgram.class)));
    }

    boolean areComplete() {
        return missing().isEmpty();
    }

    /** Returns these programs, with the missing ones from the other result. */
    SearchResult filledUpFrom(SearchResult other) {
        if (areComplete()) {
            return this;
        }
        var all = new HashMap<>(programs);
        missing().stream()
                .flatMap(need -> need.programs().stream())
                .filter(other.programs::containsKey)
                .forEach(program -> all.put(program, other.programs.get(program)));
        return new SearchResult(postgres.isEmpty() ? other.postgres : postgres, all, other.libraries);
    }

    private boolean meet(RequiredProgram need) {
        if (need == RequiredProgram.POSTGRESQL) {
            return !postgres.isEmpty();
        }
        return programs.keySet().containsAll(need.programs());
    }
}
