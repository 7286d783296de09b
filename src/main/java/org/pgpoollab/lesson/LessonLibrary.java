package org.pgpoollab.lesson;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;

/** Finds the lessons of this program, which are in its jar, and reads lessons from files of users. */
public final class LessonLibrary {

    private static final Pattern NAME = Pattern.compile("(\\d{2})-([a-z0-9-]+)\\.md");
    private static final long MOST_BYTES = 256 * 1024;

    private LessonLibrary() {}

    /**
     * The text of a lesson before it is parsed.
     *
     * @param name the word by which it is started
     * @param file how messages name it
     * @param path where it was read; empty for one of this program
     */
    public record Source(String name, String file, String path, String text) {

        public boolean isOwn() {
            return path.isEmpty();
        }
    }

    /** Returns the lessons of this program in their order. */
    public static List<Source> own() {
        try {
            var place = LessonLibrary.class.getResource("/lessons");
            return place == null ? List.of() : own(place.toURI());
        } catch (URISyntaxException | IOException e) {
            throw LabException.failed("the lessons cannot be read", String.valueOf(e.getMessage()), "doctor");
        }
    }

    private static List<Source> own(URI place) throws IOException {
        if (!place.getScheme().equals("jar")) {
            return in(Path.of(place));
        }
        try (var jar = FileSystems.newFileSystem(place, Map.of())) {
            return in(jar.getPath("/lessons"));
        } catch (FileSystemAlreadyExistsException shared) {
            return in(FileSystems.getFileSystem(place).getPath("/lessons"));
        }
    }

    private static List<Source> in(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var sources = new java.util.ArrayList<Source>();
            for (var file : files.sorted().toList()) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    sources.add(new Source(
                            name.group(2), "docs/lessons/" + file.getFileName(), "", Files.readString(file)));
                }
            }
            return List.copyOf(sources);
        }
    }

    /**
     * Finds a lesson by its name, its number in the list, or its file.
     *
     * @throws LabException as a usage error if there is none, or the file is no text
     */
    public static Source find(String word) {
        return named(word).orElseGet(() -> ofFile(word));
    }

    private static Optional<Source> named(String word) {
        var own = own();
        var byName = own.stream().filter(source -> source.name().equals(word)).findFirst();
        if (byName.isPresent() || !word.matches("\\d{1,2}")) {
            return byName;
        }
        var number = "%02d-".formatted(Integer.parseInt(word));
        return own.stream().filter(source -> source.file().contains("/" + number)).findFirst();
    }

    private static Source ofFile(String word) {
        var path = Path.of(word);
        if (!Files.isRegularFile(path)) {
            var names = own().stream().map(Source::name).toList();
            throw LabException.usage(
                    "there is no lesson '" + word + "'",
                    Nearest.to(word, names)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("it is neither the name of a lesson nor a file"),
                    "lesson");
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw LabException.usage(
                        path + " is too large for a lesson", "it has more than " + MOST_BYTES / 1024 + " kB", "");
            }
            return new Source(name(path), path.toString(), path.toAbsolutePath().toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw LabException.usage(path + " is no text", "it is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw LabException.usage(path + " cannot be read", String.valueOf(e.getMessage()), "chmod u+r " + path);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceFirst("\\.md$", "").replaceFirst("^\\d{2}-", "");
    }

    public static List<String> names() {
        return own().stream().map(Source::name).collect(Collectors.toList());
    }
}
