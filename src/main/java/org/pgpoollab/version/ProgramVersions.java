package org.pgpoollab.version;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.Problem;

/** The versions of the programs of one lab; empty if they are not known. */
public record ProgramVersions(Map<LabProgram, ProgramVersion> all) {

    public static final ProgramVersions UNKNOWN = new ProgramVersions(Map.of());

    public ProgramVersions {
        all = Map.copyOf(all);
    }

    public static ProgramVersions of(ProgramVersion postgres, ProgramVersion repmgr, ProgramVersion pgpool) {
        return new ProgramVersions(
                Map.of(LabProgram.POSTGRESQL, postgres, LabProgram.REPMGR, repmgr, LabProgram.PGPOOL, pgpool));
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
        return new ProgramVersions(others);
    }

    public boolean areKnown() {
        return !all.isEmpty();
    }

    /** Returns a sentence for each program that is newer than all that is known of it. */
    public List<String> untried() {
        return all.entrySet().stream()
                .filter(each -> each.getKey().isNewerThanKnown(each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> named(each) + " is untried: it is treated as "
                        + each.getKey().newest() + ", the newest version that is known here")
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

    /** Returns {@code PostgreSQL 15, repmgr 5.3.3, Pgpool-II 4.3.5}; an empty text if they are not known. */
    public String text() {
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(ProgramVersions::named)
                .collect(Collectors.joining(", "));
    }

    /** Returns what fits where there is little room: {@code pg 17 · pgpool 4.6.1}; an empty text if they are not known. */
    public String brief() {
        return Stream.of(LabProgram.POSTGRESQL, LabProgram.PGPOOL)
                .flatMap(program -> of(program).stream()
                        .map(version -> (program == LabProgram.POSTGRESQL ? "pg " : "pgpool ") + version))
                .collect(Collectors.joining(" · "));
    }

    private static String named(Map.Entry<LabProgram, ProgramVersion> each) {
        return each.getKey().title() + " " + each.getValue();
    }
}
