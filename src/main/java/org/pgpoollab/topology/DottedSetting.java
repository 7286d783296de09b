package org.pgpoollab.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setting that stands in lab.yaml as it is written after {@code --set}, with dots: {@code pgpool.pgpool-1.wd_priority: 5}.
 *
 * @param keys what the dots part: program, node if one is named, and setting
 */
record DottedSetting(List<String> keys, String value) {

    DottedSetting {
        keys = List.copyOf(keys);
    }

    /** Returns an entry that begins with a program and a dot; empty if it does not. */
    static Optional<DottedSetting> of(YamlNode.Entry entry) {
        return parse(entry, Settings.FILES.stream().anyMatch(file -> entry.key().startsWith(file + ".")));
    }

    /** Returns an entry that begins with a node and a dot; empty if it does not. */
    static Optional<DottedSetting> ofNode(YamlNode.Entry entry) {
        var dot = entry.key().indexOf('.');
        return parse(entry, dot > 0 && isScope(entry.key().substring(0, dot)));
    }

    private static Optional<DottedSetting> parse(YamlNode.Entry entry, boolean isDotted) {
        return isDotted && entry.value() instanceof YamlNode.Scalar scalar
                ? Optional.of(new DottedSetting(keys(entry.key()), scalar.text()))
                : Optional.empty();
    }

    /** A setting of an extension has a dot in its own name. */
    private static List<String> keys(String dotted) {
        var keys = new ArrayList<String>();
        var rest = dotted;
        while (rest.contains(".") && isGroup(rest.substring(0, rest.indexOf('.')), keys.isEmpty())) {
            keys.add(rest.substring(0, rest.indexOf('.')));
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        keys.add(rest);
        return keys;
    }

    private static boolean isGroup(String word, boolean isFirst) {
        return isScope(word) || (isFirst && Settings.FILES.contains(word));
    }

    private static boolean isScope(String word) {
        return word.equals(Settings.ALL) || Node.parse(word).isPresent();
    }

    /** Returns it as a line of lab.yaml: {@code pgpool: { pgpool-1: { wd_priority: 5 } }}. */
    String nested() {
        var text = new StringBuilder();
        var groups = keys.subList(0, keys.size() - 1);
        groups.forEach(group -> text.append(group).append(": { "));
        text.append(keys.get(keys.size() - 1)).append(": ").append(quoted());
        groups.forEach(group -> text.append(" }"));
        return text.toString();
    }

    private String quoted() {
        return value.matches("[A-Za-z0-9_.]+") ? value : "'" + value.replace("'", "''") + "'";
    }
}
