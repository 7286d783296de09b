package org.pgpoollab.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.version.LabProgram;

/**
 * What a word or a log line means.
 *
 * @param name a short name of its own: {@code quorum-absent}
 * @param words what is typed to find it; empty for an explanation of log lines only
 * @param programs whose word or line it is; empty for a term of all
 * @param lines the log lines that it explains
 * @param meaning sentences, of which the first one says the most important
 * @param cause where it usually comes from; may be empty
 * @param manual the address of the manual's page
 */
public record Explanation(
        String name,
        List<String> words,
        Set<LabProgram> programs,
        List<LinePattern> lines,
        String meaning,
        String cause,
        List<Advice> advice,
        String manual) {

    public Explanation {
        words = List.copyOf(words);
        programs = Set.copyOf(programs);
        lines = List.copyOf(lines);
        advice = List.copyOf(advice);
    }

    /** Returns the first sentence of the meaning, without its full stop. */
    public String summary() {
        var end = meaning.indexOf(". ");
        return end < 0 ? meaning.replaceFirst("\\.$", "") : meaning.substring(0, end);
    }

    /** Returns what to type to find it: its first word, or its name. */
    public String label() {
        return words.isEmpty() ? name : words.get(0);
    }

    /** Returns {@code Pgpool-II}; empty for a term of all programs. */
    public String programTitle() {
        return programs.stream().map(LabProgram::title).collect(Collectors.joining(", "));
    }

    boolean isOf(LabProgram program) {
        return programs.contains(program);
    }

    /** Returns everything that finds it when it is typed. */
    Stream<String> names() {
        return Stream.concat(words.stream(), Stream.of(name));
    }
}
