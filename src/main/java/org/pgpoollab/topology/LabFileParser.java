package org.pgpoollab.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;

/**
 * Takes what a lab file says into a draft of the lab.
 *
 * @param file the name of the file in messages
 * @param draft takes the wishes of the file, and its problems with their lines
 */
record LabFileParser(String file, LabDraft draft) {

    /**
     * Reads the whole file.
     *
     * @param root empty for an empty file
     * @throws LabException with status 2 if the file holds no keys
     */
    void read(Optional<YamlNode> root) {
        if (root.isEmpty()) {
            throw LabException.usage(
                    file + " is empty", "a lab file says at least one thing", "write name: demo into it, or remove it");
        }
        if (!(root.get() instanceof YamlNode.Mapping mapping)) {
            throw LabException.usage(
                    file + " line " + root.get().line() + ": here is "
                            + root.get().kind() + ", and no keys",
                    "a lab file is lines of key: value",
                    "name: demo");
        }
        once(mapping, "", this::entry);
    }

    private void entry(YamlNode.Entry entry) {
        if (entry.key().equals(LabKey.SETTINGS)) {
            group(entry.value(), LabKey.SETTINGS).ifPresent(files -> once(files, "settings.", this::settingsOfFile));
            return;
        }
        if (entry.key().equals(LabKey.IMAGES)) {
            group(entry.value(), LabKey.IMAGES).ifPresent(images -> once(images, "images.", this::image));
            return;
        }
        value(
                "",
                entry,
                Stream.concat(LabKey.keys("").stream(), Stream.of(LabKey.IMAGES, LabKey.SETTINGS))
                        .toList());
    }

    private void image(YamlNode.Entry entry) {
        value(LabKey.IMAGES, entry, LabKey.keys(LabKey.IMAGES));
    }

    /** @param known the keys that may stand here */
    private void value(String group, YamlNode.Entry entry, List<String> known) {
        var place = new SourceLocation.Line(file, entry.line());
        var key = LabKey.of(group, entry.key());
        if (key.isEmpty()) {
            draft.refuse(
                    place,
                    place + ": there is no key " + MessageText.text(entry.key()),
                    "the keys are " + String.join(", ", known),
                    Nearest.to(entry.key(), known)
                            .orElseGet(() -> group.isEmpty() ? belowSettings(entry) : "see " + SampleFile.path()));
            return;
        }
        if (!(entry.value() instanceof YamlNode.Scalar scalar)) {
            draft.refuse(
                    place,
                    place.subject(key.get()) + " is " + entry.value().kind(),
                    "it is one value: " + key.get().meaning(),
                    "write it after the colon, or leave the key out");
            return;
        }
        draft.wish(key.get(), scalar.text(), place);
    }

    private static String belowSettings(YamlNode.Entry entry) {
        var dotted = DottedSetting.of(entry);
        return dotted.isEmpty()
                ? "put settings of a program under settings:"
                : "below settings:    " + dotted.get().nested();
    }

    private void settingsOfFile(YamlNode.Entry entry) {
        var dotted = DottedSetting.of(entry);
        if (dotted.isPresent()) {
            refuseDots(entry, "settings." + entry.key(), dotted.get());
            return;
        }
        group(entry.value(), "settings." + entry.key())
                .ifPresent(settings ->
                        once(settings, "settings." + entry.key() + ".", each -> settingOrScope(entry.key(), each)));
    }

    private void settingOrScope(String program, YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Mapping scoped) {
            once(
                    scoped,
                    "settings." + program + "." + entry.key() + ".",
                    each -> setting(program, Settings.scope(entry.key()), each));
            return;
        }
        setting(program, Settings.ALL, entry);
    }

    /** In the file a program, a node and a setting are keys of their own, each below the other. */
    private void refuseDots(YamlNode.Entry entry, String path, DottedSetting dotted) {
        var place = new SourceLocation.Line(file, entry.line());
        draft.refuse(
                place,
                place + ": " + MessageText.text(path) + " is one key with a dot in it",
                "program, node and setting are keys of their own here, each below the other",
                dotted.nested());
    }

    private void setting(String program, String scope, YamlNode.Entry entry) {
        var place = new SourceLocation.Line(file, entry.line());
        if (!(entry.value() instanceof YamlNode.Scalar scalar)) {
            draft.refuse(
                    place,
                    place.subject(program + "." + entry.key()) + " is "
                            + entry.value().kind(),
                    "a setting has one value",
                    entry.key() + ": '' is the empty text");
            return;
        }
        var dotted = DottedSetting.ofNode(entry);
        if (scope.equals(Settings.ALL) && dotted.isPresent()) {
            refuseDots(entry, "settings." + program + "." + entry.key(), dotted.get());
            return;
        }
        draft.wish(new SettingWish(program, scope, entry.key(), scalar.text(), place));
    }

    private Optional<YamlNode.Mapping> group(YamlNode node, String path) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (!(node instanceof YamlNode.Nothing)) {
            var place = new SourceLocation.Line(file, node.line());
            draft.refuse(
                    place,
                    place + ": " + path + " is " + node.kind(),
                    "it is a group of keys",
                    "see " + SampleFile.path());
        }
        return Optional.empty();
    }

    /** Passes each entry to the reader, and refuses keys that occur twice. */
    private void once(YamlNode.Mapping mapping, String path, Consumer<YamlNode.Entry> reader) {
        var lines = new HashMap<String, Integer>();
        for (var entry : mapping.entries()) {
            var earlier = lines.putIfAbsent(entry.key(), entry.line());
            if (earlier == null) {
                reader.accept(entry);
                continue;
            }
            var place = new SourceLocation.Line(file, entry.line());
            draft.refuse(
                    place,
                    place + ": " + path + MessageText.text(entry.key()) + " is given twice",
                    "it stands in line " + earlier + " already",
                    "remove one of the two");
        }
    }
}
