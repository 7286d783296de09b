package org.pgpoollab.version;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.Problem;

/**
 * The versions of the programs of one lab; empty if they are not known.
 *
 * @param all one version of each program; of Pgpool-II the oldest
 * @param newerPgpools the other versions of Pgpool-II, ascending: a lab has several while its pgpools are upgraded one after another
 */
public record ProgramVersions(Map<LabProgram, ProgramVersion> all, List<ProgramVersion> newerPgpools) {

    public static final ProgramVersions UNKNOWN = new ProgramVersions(Map.of(), List.of());

    public ProgramVersions {
        all = Map.copyOf(all);
        newerPgpools = List.copyOf(newerPgpools);
    }

    public static ProgramVersions of(ProgramVersion postgres, ProgramVersion repmgr, ProgramVersion pgpool) {
        return new ProgramVersions(
                Map.of(LabProgram.POSTGRESQL, postgres, LabProgram.REPMGR, repmgr, LabProgram.PGPOOL, pgpool),
                List.of());
    }

    public Optional<ProgramVersion> of(LabProgram program) {
        return Optional.ofNullable(all.get(program));
    }

    /** @throws java.util.NoSuchElementException if they are not known */
    public ProgramVersion postgres() {
        return of(LabProgram.POSTGRESQL).orElseThrow();
    }

    /** @throws java.util.NoSuchElementException if they are not known */
    public ProgramVersion pgpool() {
        return of(LabProgram.PGPOOL).orElseThrow();
    }

    /** Returns these versions with another one of one program. */
    public ProgramVersions with(LabProgram program, ProgramVersion version) {
        var others = new EnumMap<LabProgram, ProgramVersion>(LabProgram.class);
        others.putAll(all);
        others.put(program, version);
        return new ProgramVersions(others, newerPgpools);
    }

    /** Returns these versions with others of Pgpool-II: those of all pgpools, in any order, or none to change nothing. */
    public ProgramVersions withPgpools(Collection<ProgramVersion> pgpools) {
        var ascending = pgpools.stream().distinct().sorted().toList();
        return ascending.isEmpty()
                ? this
                : new ProgramVersions(
                        with(LabProgram.PGPOOL, ascending.get(0)).all, ascending.subList(1, ascending.size()));
    }

    /** Returns every version of a program that the lab has, ascending; empty if none is known. */
    public List<ProgramVersion> every(LabProgram program) {
        return Stream.concat(of(program).stream(), program == LabProgram.PGPOOL ? newerPgpools.stream() : Stream.of())
                .toList();
    }

    public boolean areKnown() {
        return !all.isEmpty();
    }

    /** Returns a sentence for each program that is newer than all that is known of it. */
    public List<String> untried() {
        return Stream.of(LabProgram.values())
                .flatMap(program -> every(program).stream()
                        .filter(program::isNewerThanKnown)
                        .map(version -> program.title() + " " + version + " is untried: it is treated as "
                                + program.newest() + ", the newest version that is known here"))
                .toList();
    }

    /** Returns a problem for each program with which no lab can run. */
    public List<Problem> tooOld() {
        return all.entrySet().stream()
                .filter(each -> each.getValue().compareTo(each.getKey().oldestOfLab()) < 0)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Problem(
                        named(each) + " is too old for a lab, which needs "
                                + each.getKey().oldestOfLab() + " or later",
                        each.getKey().tooOld(),
                        "install a later version, or take the programs of another release: up --release bookworm"))
                .toList();
    }

    /** Returns {@code PostgreSQL 15, repmgr 5.3.3, Pgpool-II 4.3.5 and 4.6.1}; an empty text if they are not known. */
    public String text() {
        return Stream.of(LabProgram.values())
                .filter(program -> of(program).isPresent())
                .map(program -> program.title() + " " + text(program))
                .collect(Collectors.joining(", "));
    }

    /** Returns the versions of a program: {@code 4.3.5 and 4.6.1}; an empty text if they are not known. */
    public String text(LabProgram program) {
        return every(program).stream().map(Object::toString).collect(Collectors.joining(" and "));
    }

    /** Returns what fits where there is little room: {@code pg 17 · pgpool 4.6.1}; an empty text if they are not known. */
    public String brief() {
        return Stream.of(LabProgram.POSTGRESQL, LabProgram.PGPOOL)
                .filter(program -> of(program).isPresent())
                .map(program -> (program == LabProgram.POSTGRESQL ? "pg " : "pgpool ")
                        + every(program).stream().map(Object::toString).collect(Collectors.joining("+")))
                .collect(Collectors.joining(" · "));
    }

    private static String named(Map.Entry<LabProgram, ProgramVersion> each) {
        return each.getKey().title() + " " + each.getValue();
    }
}
