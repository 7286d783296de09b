package org.pgpoollab.topology;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.StagedFile;

/** Reads and writes lab.yaml, the definition of a lab. It reports all problems of a file together. */
public final class LabFile {

    private static final String SETTINGS = "settings";
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern SECRET_SETTING = Pattern.compile("(?i)passw|secret|_key|conninfo");

    private final String file;
    private final LabDraft draft;

    private LabFile(String file, LabDraft draft) {
        this.file = file;
        this.draft = draft;
    }

    /**
     * Reads a lab from a file, overridden by {@code options}; generates passwords that the file does not have.
     *
     * @throws LabException with status 2 and all problems: lines of the file in their order, then options
     */
    public static CheckedLab read(Path path, LabOptions options) {
        return read(path, options, LabDefaults.USUAL);
    }

    public static CheckedLab read(Path path, LabOptions options, LabDefaults defaults) {
        return parse(String.valueOf(path.getFileName()), text(path), options, defaults);
    }

    private static CheckedLab parse(String file, String text, LabOptions options, LabDefaults defaults) {
        var draft = new LabDraft(defaults);
        var reader = new LabFile(file, draft);
        reader.root(Yaml.read(file, text));
        return lay(options, draft);
    }

    /** Returns {@code lab} as text without its passwords and without settings that may hold one, for {@link #recorded}. */
    public static String withoutSecrets(Lab lab) {
        var free = lab.settings().overrides().stream()
                .filter(setting -> !SECRET_SETTING.matcher(setting.name()).find())
                .toList();
        var content = content(lab.with(new Settings(free)));
        content.remove(LabKey.PASSWORD.word());
        content.remove(LabKey.REPMGR_PASSWORD.word());
        return Yaml.write(content);
    }

    /**
     * Reads what {@link #withoutSecrets} wrote. The lab's passwords are empty.
     *
     * @param file the name of the text in problem messages
     * @throws LabException with status 2 if it is no valid lab
     */
    public static Lab recorded(String file, String text) {
        var lab = parse(file, text, LabOptions.NONE, LabDefaults.USUAL).lab();
        return lab.with(new Credentials(lab.credentials().user(), "", ""));
    }

    /**
     * Returns the lab that is built without a file: three PostgreSQL nodes, three pgpools and the profile fast, overridden by
     * {@code options}.
     */
    public static CheckedLab withoutFile(LabOptions options) {
        return withoutFile(options, LabDefaults.USUAL);
    }

    public static CheckedLab withoutFile(LabOptions options, LabDefaults defaults) {
        return lay(options, new LabDraft(defaults));
    }

    /** Writes {@code lab} with its passwords, so that {@link #read} returns an equal lab. The file has mode 600. */
    public static void write(Lab lab, Path path) {
        var head = "# The lab as it was built. Its passwords are here, so only you can read this file.\n";
        StagedFile.write(path, head + Yaml.write(content(lab)), true);
    }

    private static String text(Path path) {
        if (Files.isDirectory(path)) {
            throw LabException.usage(
                    path + " is a directory", "a lab file is a text file", "--file " + path.resolve("lab.yaml"));
        }
        if (!Files.exists(path)) {
            throw LabException.usage("there is no file " + path, "", "cp assets/lab.yaml " + path);
        }
        if (!Files.isRegularFile(path)) {
            throw LabException.usage(path + " is no plain file", "a lab file is read as a whole", "");
        }
        try {
            return decoded(path, Files.size(path) > MOST_BYTES ? new byte[] {0} : Files.readAllBytes(path));
        } catch (IOException e) {
            throw LabException.usage(path + " cannot be read", reason(path, e), "chmod u+r " + path);
        }
    }

    private static String reason(Path path, IOException trouble) {
        return Files.isReadable(path) ? String.valueOf(trouble.getMessage()) : "permission denied";
    }

    private static String decoded(Path path, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // Reported below, together with other content that is no text.
        }
        throw LabException.usage(path + " is not YAML", "it is no text of a few lines in UTF-8", "--file lab.yaml");
    }

    private void root(Optional<YamlNode> root) {
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
        if (entry.key().equals(SETTINGS)) {
            group(entry.value(), SETTINGS).ifPresent(files -> once(files, "settings.", this::settingsOfFile));
            return;
        }
        if (entry.key().equals(LabKey.IMAGES)) {
            group(entry.value(), LabKey.IMAGES).ifPresent(images -> once(images, "images.", this::image));
            return;
        }
        value(
                "",
                entry,
                Stream.concat(LabKey.keys("").stream(), Stream.of(LabKey.IMAGES, SETTINGS))
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
                            .orElse(
                                    group.isEmpty()
                                            ? "put settings of a program under settings:"
                                            : "see assets/lab.yaml"));
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

    private void settingsOfFile(YamlNode.Entry entry) {
        group(entry.value(), "settings." + entry.key())
                .ifPresent(settings ->
                        once(settings, "settings." + entry.key() + ".", each -> settingOrScope(entry.key(), each)));
    }

    private void settingOrScope(String program, YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Mapping scoped) {
            once(
                    scoped,
                    "settings." + program + "." + entry.key() + ".",
                    each -> setting(program, scopeName(entry.key()), each));
            return;
        }
        setting(program, Settings.ALL, entry);
    }

    private static String scopeName(String written) {
        return Node.parse(written).map(Node::name).orElse(written);
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
        draft.wish(new SettingWish(program, scope, entry.key(), scalar.text(), place));
    }

    private Optional<YamlNode.Mapping> group(YamlNode node, String path) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (!(node instanceof YamlNode.Nothing)) {
            var place = new SourceLocation.Line(file, node.line());
            draft.refuse(
                    place, place + ": " + path + " is " + node.kind(), "it is a group of keys", "see assets/lab.yaml");
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

    private static CheckedLab lay(LabOptions options, LabDraft draft) {
        var place = new SourceLocation.Option();
        options.values().forEach((key, text) -> draft.wish(key, text, place));
        options.settings().forEach(setting -> option(setting, place, draft));
        return draft.check();
    }

    private static void option(String setting, SourceLocation place, LabDraft draft) {
        var equals = setting.indexOf('=');
        var dot = setting.indexOf('.');
        if (dot < 1 || equals < dot + 2) {
            draft.refuse(
                    place,
                    "--set " + MessageText.text(setting) + " is no setting",
                    "a setting is FILE.NAME=VALUE or FILE.NODE.NAME=VALUE",
                    "--set postgres.max_connections=200, or --set pgpool.pgpool-1.num_init_children=4");
            return;
        }
        var program = setting.substring(0, dot);
        var name = setting.substring(dot + 1, equals);
        var scope = name.contains(".") ? scopeName(name.substring(0, name.indexOf('.'))) : "";
        var scoped = scope.equals(Settings.ALL) || Node.parse(scope).isPresent();
        draft.wish(new SettingWish(
                program,
                scoped ? scope : Settings.ALL,
                scoped ? name.substring(name.indexOf('.') + 1) : name,
                setting.substring(equals + 1),
                place));
    }

    private static Map<String, Object> content(Lab lab) {
        var content = new LinkedHashMap<String, Object>();
        content.put(LabKey.NAME.word(), lab.name());
        content.put(LabKey.ENGINE.word(), lab.engine().word());
        content.put(LabKey.RELEASE.word(), lab.release().name());
        content.put(LabKey.POSTGRES.word(), lab.postgresCount());
        content.put(LabKey.PGPOOL.word(), lab.pgpoolCount());
        content.put(LabKey.PROFILE.word(), lab.timing().profile());
        content.put(LabKey.SUBNET.word(), lab.addresses().subnet());
        content.put(LabKey.VIP.word(), lab.addresses().vip());
        content.put(LabKey.USER.word(), lab.credentials().user());
        content.put(LabKey.PASSWORD.word(), lab.credentials().password());
        content.put(LabKey.REPMGR_PASSWORD.word(), lab.credentials().repmgrPassword());
        if (!lab.images().areOwn()) {
            var images = new LinkedHashMap<String, Object>();
            images.put(LabKey.POSTGRES_IMAGE.key(), lab.images().postgres());
            images.put(LabKey.PGPOOL_IMAGE.key(), lab.images().pgpool());
            content.put(LabKey.IMAGES, images);
        }
        if (!lab.settings().overrides().isEmpty()) {
            content.put(SETTINGS, settings(lab.settings().overrides()));
        }
        return content;
    }

    private static Map<String, Map<String, Map<String, String>>> settings(List<Settings.Override> overrides) {
        return overrides.stream()
                .collect(Collectors.groupingBy(
                        Settings.Override::file,
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                Settings.Override::scope,
                                LinkedHashMap::new,
                                Collectors.toMap(
                                        Settings.Override::name,
                                        Settings.Override::value,
                                        (first, second) -> second,
                                        LinkedHashMap::new))));
    }
}
