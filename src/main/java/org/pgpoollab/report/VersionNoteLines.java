package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.version.VersionNote;

/** Formats what is known of the versions that a lab uses. It is less urgent than any finding: the lab can be healthy with it. */
public final class VersionNoteLines {

    private VersionNoteLines() {}

    /** Returns the first note, how many more there are, and the command that shows them all; nothing without notes. */
    static List<String> summary(List<VersionNote> notes, TerminalLook look) {
        if (notes.isEmpty()) {
            return List.of();
        }
        var others = notes.size() - 1;
        var more = others == 0 ? "" : "; " + others + (others == 1 ? " more note" : " more notes") + " on versions";
        return List.of(
                ReportCell.marked(Tone.DIM, notes.get(0).what() + more).painted(look),
                VisibleText.of("  why, and what to install: version", look));
    }

    public static List<String> lines(List<VersionNote> notes, TerminalLook look) {
        return notes.stream().flatMap(note -> lines(note, look)).toList();
    }

    private static Stream<String> lines(VersionNote note, TerminalLook look) {
        var first = ReportCell.marked(Tone.DIM, note.what()).painted(look);
        var rest = Stream.of("because  " + note.why(), "so       " + note.remedy(), "see      " + note.source())
                .filter(line -> !line.strip().equals("so"))
                .map(line -> VisibleText.of("  " + line, look));
        return Stream.concat(Stream.of(first), rest);
    }

    public static List<Map<String, Object>> json(List<VersionNote> notes) {
        return notes.stream()
                .map(note -> new JsonFields()
                        .with("what", note.what())
                        .with("why", note.why())
                        .with("remedy", note.remedy())
                        .with("source", note.source())
                        .map())
                .toList();
    }
}
