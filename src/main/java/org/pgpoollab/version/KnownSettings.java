package org.pgpoollab.version;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgpoollab.Nearest;

/** The settings of each program and the versions that have them, from settings.txt. Upper and lower case are the same. */
public final class KnownSettings {

    private final Map<String, List<Span>> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private KnownSettings() {}

    private static final class Tables {
        static final Map<LabProgram, KnownSettings> ALL = read();

        private static Map<LabProgram, KnownSettings> read() {
            var all = new EnumMap<LabProgram, KnownSettings>(LabProgram.class);
            for (var line : VersionData.lines("settings.txt")) {
                var words = List.of(line.split(" +"));
                var program = LabProgram.ofWord(words.get(0)).orElseThrow();
                all.computeIfAbsent(program, each -> new KnownSettings())
                        .settings
                        .put(
                                words.get(1),
                                words.stream().skip(2).map(Span::parse).toList());
            }
            return all;
        }
    }

    /** The versions from one to the end of a major version; {@code lastMajor} is {@link #NONE} if all later versions are in it. */
    private record Span(ProgramVersion from, ProgramVersion lastMajor) {

        static final ProgramVersion NONE = ProgramVersion.of(999_999);

        static Span parse(String text) {
            var dash = text.indexOf('-');
            var from = dash < 0 ? text : text.substring(0, dash);
            return new Span(
                    ProgramVersion.parse(from).orElseThrow(),
                    dash < 0
                            ? NONE
                            : ProgramVersion.parse(text.substring(dash + 1)).orElseThrow());
        }

        boolean has(ProgramVersion version) {
            return version.compareTo(from) >= 0 && (version.compareTo(lastMajor) <= 0 || version.isIn(lastMajor));
        }

        String text() {
            if (lastMajor.equals(NONE)) {
                return "from " + from + " on";
            }
            return from.equals(lastMajor) ? "in " + from : "from " + from + " to " + lastMajor;
        }
    }

    public static KnownSettings of(LabProgram program) {
        return Tables.ALL.get(program);
    }

    /**
     * Returns whether this version has the setting. A name with a dot is one of an extension; a number at the end is that of a backend or
     * a pgpool.
     */
    public boolean has(String name, ProgramVersion version) {
        return name.contains(".") || has(spans(name), version) || has(spans(withoutNumber(name)), version);
    }

    private static boolean has(List<Span> spans, ProgramVersion version) {
        return spans.stream().anyMatch(span -> span.has(version));
    }

    private List<Span> spans(String name) {
        var spans = settings.get(name);
        if (spans == null) {
            return List.of();
        }
        return spans.isEmpty() ? List.of(new Span(ProgramVersion.of(0), Span.NONE)) : spans;
    }

    private static String withoutNumber(String name) {
        return name.replaceFirst("[0-9]+$", "");
    }

    /**
     * Returns why a version does not have a setting: which versions have it, and the nearest names that this version has. Empty if nothing
     * is known of such a name.
     */
    public String whyNot(String name, ProgramVersion version) {
        var reasons = new ArrayList<String>();
        var spans = spans(name).isEmpty() ? spans(withoutNumber(name)) : spans(name);
        if (!spans.isEmpty() && !has(spans, version)) {
            reasons.add("it is there " + text(spans));
        }
        var near = nearest(name, version);
        if (!near.isEmpty()) {
            reasons.add("nearest: " + String.join(", ", near));
        } else if (spans.isEmpty()) {
            Nearest.to(name, settings.keySet())
                    .ifPresent(other -> reasons.add("nearest: " + other + ", which is there " + text(spans(other))));
        }
        return String.join("; ", reasons);
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining(", "));
    }

    /** Returns at most three names of this version that are near to this one, the nearest first. */
    public List<String> nearest(String name, ProgramVersion version) {
        var there = settings.entrySet().stream()
                .filter(each -> has(each.getKey(), version))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        var near = new ArrayList<String>();
        for (var next = Nearest.to(name, there); next.isPresent() && near.size() < 3; next = Nearest.to(name, there)) {
            near.add(next.get());
            there.remove(next.get());
        }
        return near;
    }
}
