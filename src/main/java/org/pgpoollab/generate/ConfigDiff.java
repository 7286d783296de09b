package org.pgpoollab.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How generated files with the same content on several nodes differ from those of another configuration. Comments and empty lines are left
 * out, and so are files with passwords.
 *
 * @param paths the files, which differ in the same way
 * @param changes the lines of one side only, in the order of the files
 */
public record ConfigDiff(List<String> paths, List<Change> changes) {

    /** @param isAdded whether only the second configuration has the line; otherwise only the first has it */
    public record Change(boolean isAdded, String line) {

        @Override
        public String toString() {
            return (isAdded ? "+ " : "- ") + line;
        }
    }

    public ConfigDiff {
        paths = List.copyOf(paths);
        changes = List.copyOf(changes);
    }

    /** Returns the differences, in the order of the first files; empty if there is none. */
    public static List<ConfigDiff> between(List<GeneratedFile> before, List<GeneratedFile> after) {
        var others = after.stream().collect(Collectors.toMap(GeneratedFile::path, Function.identity()));
        var paths = new LinkedHashMap<String, List<String>>();
        var changes = new LinkedHashMap<String, List<Change>>();
        for (var file : before) {
            var other = others.get(file.path());
            if (other == null || file.secret()) {
                continue;
            }
            var found = changes(lines(file), lines(other));
            if (!found.isEmpty()) {
                var key = name(file.path()) + found;
                paths.computeIfAbsent(key, each -> new ArrayList<>()).add(file.path());
                changes.put(key, found);
            }
        }
        return paths.entrySet().stream()
                .map(each -> new ConfigDiff(each.getValue(), changes.get(each.getKey())))
                .toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> lines(GeneratedFile file) {
        return file.content()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .toList();
    }

    /** Returns the shortest list of changes: what is left out of the longest common subsequence of both. */
    private static List<Change> changes(List<String> before, List<String> after) {
        var common = commonLengths(before, after);
        var changes = new ArrayList<Change>();
        var i = 0;
        var j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new Change(false, before.get(i++)));
            } else {
                changes.add(new Change(true, after.get(j++)));
            }
        }
        return changes;
    }

    /** Returns the length of the longest common subsequence of what begins at each pair of lines. */
    private static int[][] commonLengths(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Returns the files' names and the changes, as lines. */
    public List<String> text() {
        var lines = new ArrayList<String>();
        lines.add(String.join(", ", paths));
        changes.forEach(change -> lines.add("  " + change));
        return lines;
    }

    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("files", paths);
        tree.put("removed", lines(false));
        tree.put("added", lines(true));
        return tree;
    }

    private List<String> lines(boolean added) {
        return changes.stream()
                .filter(change -> change.isAdded() == added)
                .map(Change::line)
                .toList();
    }
}
