package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.pgpoollab.FileProblems;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Yaml;
import org.pgpoollab.topology.YamlNode;

/** Parses the front matter of a lesson, and adds what is wrong with it to the problems of the file. */
final class LessonHeadParser {

    private static final List<String> KEYS = List.of("title", "minutes", "learn", "lab", "settings");
    private static final List<LabKey> LAB_KEYS =
            List.of(LabKey.POSTGRES, LabKey.PGPOOL, LabKey.PROFILE, LabKey.RELEASE);
    private static final int MOST_MINUTES = 240;
    private static final int MOST_LEARNT = 12;

    /** The line of the file on which the front matter's first line stands, minus one. */
    private static final int LINES_BEFORE = 1;

    private final FileProblems problems;
    private String title = "";
    private int minutes;
    private List<String> learn = List.of();
    private LabOptions wishes = LabOptions.NONE;

    LessonHeadParser(FileProblems problems) {
        this.problems = problems;
    }

    LessonHead parse(List<String> lines) {
        read(String.join("\n", lines)).ifPresent(node -> eachEntry(node, this::take));
        require(!title.isBlank(), "title is missing", "title: A standby is lost");
        require(minutes > 0, "minutes is missing", "minutes: 10");
        return new LessonHead(title, Math.max(1, minutes), learn, wishes);
    }

    private void require(boolean given, String what, String remedy) {
        if (!given && problems.isEmpty()) {
            problems.add(1, what, "the list of lessons shows it", remedy);
        }
    }

    private Optional<YamlNode> read(String text) {
        try {
            return Yaml.read("front matter", text);
        } catch (LabException invalid) {
            problems.add(1, invalid.problems().get(0));
            return Optional.empty();
        }
    }

    private void eachEntry(YamlNode node, BiConsumer<String, YamlNode> taker) {
        if (node instanceof YamlNode.Mapping mapping) {
            Set<String> seen = new TreeSet<>();
            mapping.entries().forEach(entry -> {
                if (seen.add(entry.key())) {
                    taker.accept(entry.key(), entry.value());
                } else {
                    refuse(
                            entry.value(),
                            entry.key() + " is given twice",
                            "one of them would be ignored",
                            "remove one");
                }
            });
        } else if (!(node instanceof YamlNode.Nothing)) {
            refuse(node, "here must be a group of keys", "it is " + node.kind(), "title: A standby is lost");
        }
    }

    private void take(String key, YamlNode value) {
        switch (key) {
            case "title" -> title = scalar(key, value).orElse("?");
            case "minutes" ->
                minutes = scalar(key, value).map(text -> minutes(value, text)).orElse(1);
            case "learn" -> learn = list(value);
            case "lab" -> eachEntry(value, this::takeLab);
            case "settings" -> eachEntry(value, this::takeSetting);
            default -> refuse(value, key + " is no key of a lesson", known(key, KEYS), "remove it");
        }
    }

    private void takeLab(String key, YamlNode value) {
        var words = LAB_KEYS.stream().map(LabKey::word).toList();
        var known = LAB_KEYS.stream().filter(each -> each.word().equals(key)).findFirst();
        if (known.isEmpty()) {
            refuse(value, "lab." + key + " is no key of a lesson's lab", known(key, words), "remove it");
            return;
        }
        scalar("lab." + key, value).ifPresent(text -> wishes = wishes.with(known.orElseThrow(), text));
    }

    private void takeSetting(String name, YamlNode value) {
        scalar("settings." + name, value).ifPresent(text -> wishes = wishes.withSetting(name + "=" + text));
    }

    private int minutes(YamlNode value, String text) {
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_MINUTES) {
            return Integer.parseInt(text);
        }
        refuse(value, "minutes cannot be '" + text + "'", "it is a number from 1 to " + MOST_MINUTES, "minutes: 10");
        return 1;
    }

    private List<String> list(YamlNode value) {
        var texts = new ArrayList<String>();
        if (!(value instanceof YamlNode.Sequence sequence)) {
            refuse(value, "learn must be a list", "it is " + value.kind(), "learn:, and below it: - why reads go on");
            return texts;
        }
        sequence.items().stream()
                .limit(MOST_LEARNT)
                .forEach(item -> scalar("learn", item).ifPresent(texts::add));
        if (sequence.items().size() > MOST_LEARNT) {
            refuse(
                    value,
                    "learn has more than " + MOST_LEARNT + " lines",
                    "nobody learns that in one lesson",
                    "make two lessons of it");
        }
        return texts;
    }

    private Optional<String> scalar(String key, YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        refuse(value, key + " must be a single value", "it is " + value.kind(), "put text with : or # in quotes");
        return Optional.empty();
    }

    private static String known(String key, List<String> keys) {
        return Nearest.to(key, keys)
                .map(near -> "did you mean " + near + "?")
                .orElse("there are " + keys.stream().collect(Collectors.joining(", ")));
    }

    private void refuse(YamlNode node, String what, String why, String remedy) {
        problems.add(node.line() + LINES_BEFORE, what, why, remedy);
    }
}
