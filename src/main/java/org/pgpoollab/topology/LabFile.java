package org.pgpoollab.topology;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;

/** Reads and writes lab.yaml, the definition of a lab. It reports all problems of a file together. */
public final class LabFile {

    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern SECRET_SETTING = Pattern.compile("(?i)passw|secret|_key|conninfo");

    private LabFile() {}

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
        new LabFileParser(file, draft).read(Yaml.read(file, text));
        return lay(options, draft);
    }

    /** Returns {@code lab} as text without its passwords and without settings that may hold one, for {@link #recorded}. */
    public static String withoutSecrets(Lab lab) {
        var free = lab.settings().overrides().stream()
                .filter(setting -> !SECRET_SETTING.matcher(setting.name()).find())
                .toList();
        var content = LabFileContent.of(lab.with(new Settings(free)));
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
        StagedFile.write(path, head + Yaml.write(LabFileContent.of(lab)), true);
    }

    private static String text(Path path) {
        if (Files.isDirectory(path)) {
            throw LabException.usage(
                    path + " is a directory", "a lab file is a text file", "--file " + path.resolve("lab.yaml"));
        }
        if (!Files.exists(path)) {
            throw LabException.usage("there is no file " + path, "", "cp " + SampleFile.path() + " " + path);
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

    private static CheckedLab lay(LabOptions options, LabDraft draft) {
        options.values().forEach((key, text) -> draft.wish(key, text, SourceLocation.Option.USUAL));
        options.settings().forEach(setting -> option(setting, SourceLocation.Option.USUAL, draft));
        options.compared().forEach(setting -> option(setting, SourceLocation.Option.COMPARED, draft));
        return draft.check();
    }

    private static void option(String setting, SourceLocation place, LabDraft draft) {
        var equals = setting.indexOf('=');
        var dot = setting.indexOf('.');
        if (dot < 1 || equals < dot + 2) {
            draft.refuse(
                    place,
                    place.subject(MessageText.text(setting)) + " is no setting",
                    "a setting is FILE.NAME=VALUE or FILE.NODE.NAME=VALUE",
                    place.written("postgres.max_connections", "200") + ", or "
                            + place.written("pgpool.pgpool-1.num_init_children", "4"));
            return;
        }
        var program = setting.substring(0, dot);
        var name = setting.substring(dot + 1, equals);
        var scope = name.contains(".") ? Settings.scope(name.substring(0, name.indexOf('.'))) : "";
        var scoped = scope.equals(Settings.ALL) || Node.parse(scope).isPresent();
        draft.wish(new SettingWish(
                program,
                scoped ? scope : Settings.ALL,
                scoped ? name.substring(name.indexOf('.') + 1) : name,
                setting.substring(equals + 1),
                place));
    }
}
