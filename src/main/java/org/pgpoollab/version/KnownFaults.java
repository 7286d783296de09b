package org.pgpoollab.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known to be wrong with versions of the programs: faults, vulnerabilities and ends of support, from known-faults.txt. */
public final class KnownFaults {

    /** How long before it the end of support is told. */
    private static final int DAYS_OF_WARNING = 92;

    private static final int FIELDS = 7;

    private KnownFaults() {}

    private static final class Lines {
        static final List<List<String>> ALL = VersionData.lines("known-faults.txt").stream()
                .map(KnownFaults::fields)
                .toList();
    }

    private static List<String> fields(String line) {
        var fields = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (fields.size() != FIELDS || !List.of("end", "fault").contains(fields.get(1))) {
            throw new IllegalStateException("known-faults.txt: " + line);
        }
        return fields;
    }

    /** Returns what is known of these versions on this day, in the order of the programs. */
    public static List<VersionNote> of(ProgramVersions versions, LocalDate day) {
        return Stream.of(LabProgram.values())
                .flatMap(program -> versions.every(program).stream().flatMap(version -> of(program, version, day)))
                .toList();
    }

    private static Stream<VersionNote> of(LabProgram program, ProgramVersion version, LocalDate day) {
        return Lines.ALL.stream()
                .filter(line -> line.get(0).equals(program.word()))
                .flatMap(line -> note(line, program, version, day).stream());
    }

    private static Optional<VersionNote> note(
            List<String> line, LabProgram program, ProgramVersion version, LocalDate day) {
        var from = ProgramVersion.parse(line.get(2)).orElseThrow();
        return line.get(1).equals("end") ? end(line, program, version, from, day) : fault(line, program, version, from);
    }

    private static Optional<VersionNote> end(
            List<String> line, LabProgram program, ProgramVersion version, ProgramVersion major, LocalDate day) {
        var last = LocalDate.parse(line.get(3));
        if (!version.isIn(major) || day.isBefore(last.minusDays(DAYS_OF_WARNING))) {
            return Optional.empty();
        }
        var when = day.isAfter(last) ? " since " : " after ";
        return Optional.of(new VersionNote(
                program.title() + " " + version + " " + line.get(4) + when + last,
                line.get(5),
                "install a later major version",
                line.get(6)));
    }

    private static Optional<VersionNote> fault(
            List<String> line, LabProgram program, ProgramVersion version, ProgramVersion from) {
        var fixed = ProgramVersion.parse(line.get(3));
        var isHit = program.majorOf(version).equals(program.majorOf(from))
                && version.compareTo(from) >= 0
                && fixed.filter(without -> version.compareTo(without) >= 0).isEmpty();
        return isHit
                ? Optional.of(new VersionNote(
                        program.title() + " " + version + " " + line.get(4),
                        line.get(5),
                        fixed.map(without -> "install " + program.title() + " " + without + " or later")
                                .orElse(""),
                        line.get(6)))
                : Optional.empty();
    }
}
