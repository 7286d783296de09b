package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pgpoollab.FileMode;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.topology.LabDirectory;

/**
 * The saves of one lab, in its directory: {@code .saves/NAME} with {@code save.json}, {@code lab.yaml} and {@code files}. A save appears and disappears by one
 * renaming. Names that begin with a dot are work in progress; what is left of it is removed by the next command that changes saves. Who
 * changes anything holds the lab's lock.
 */
public final class SaveStore {

    private static final String FACTS = "save.json";
    private static final String FILES = "files";
    private static final String LAB_FILE = "lab.yaml";

    /** The depth of the database directories below the directory of a save: files/NODE/data/base/NUMBER. */
    private static final int DATABASES = 5;

    private final Path root;

    public SaveStore(LabDirectory directory) {
        this.root = directory.saves();
    }

    /** Returns all saves that can be read, the oldest first. */
    public List<Save> all() {
        return names().stream()
                .flatMap(name -> named(name).stream())
                .sorted(Comparator.comparing(Save::at))
                .toList();
    }

    /** Returns the names of saves that cannot be read: they are damaged, or were written by a later version of this program. */
    public List<String> unreadable() {
        return names().stream().filter(name -> named(name).isEmpty()).toList();
    }

    /** Returns the names of all saves, in alphabetical order. What a killed restore had taken of the lab is none. */
    public List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var taken = ExchangeNote.read(exchange()).map(ExchangeNote::before).orElse("");
        try (var all = Files.list(root)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(taken))
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Returns what a question about the lab's end adds: {@code and its 2 saves}, after a space; empty if there are none. */
    public String mention() {
        var count = names().size();
        return switch (count) {
            case 0 -> "";
            case 1 -> " and its save";
            default -> " and its " + count + " saves";
        };
    }

    /** Returns a save; empty if there is none of this name, or it cannot be read. */
    public Optional<Save> named(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try {
            return SaveJson.parse(name, Files.readString(root.resolve(name).resolve(FACTS)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Returns a name that no save has: the given one, or with a number. */
    String freeName(String wanted) {
        var taken = names();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? wanted : wanted + "-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the directory with the files of a save. */
    public Path files(String name) {
        return root.resolve(name).resolve(FILES);
    }

    /** Returns the file with the definition of the lab as it was saved. */
    public Path labFile(String name) {
        return root.resolve(name).resolve(LAB_FILE);
    }

    Path draftLabFile() {
        return draft().resolve(LAB_FILE);
    }

    /** Returns the directory in which a save is made. */
    Path draft() {
        return root.resolve(".draft");
    }

    Path draftFiles() {
        return draft().resolve(FILES);
    }

    /** Returns the directory with the copy of a save that is about to be restored. */
    Path staged() {
        return root.resolve(".staged");
    }

    /** Returns the file that is there while the files of the lab are exchanged. */
    Path exchange() {
        return root.resolve(".exchange");
    }

    /** Returns the file that is there from an exchange on, until what was there before is removed. */
    Path exchanged() {
        return root.resolve(".exchanged");
    }

    /** Removes what was left by a command that was killed, except an exchange that was not finished. */
    public void clear(Shell shell) {
        remove(shell, draft());
        remove(shell, staged());
        remove(shell, removed());
        StagedFile.discardDraft(exchange());
    }

    /** Does the same, and makes the directory of all saves. */
    void prepare(Shell shell) {
        FileChanges.change("the directory of saves cannot be made", () -> {
            Files.createDirectories(root);
            FileMode.SECRET_DIRECTORY.set(root);
        });
        clear(shell);
    }

    /** Makes the draft a save, in place of one that has its name already. That one is there, by another name, until the new one is. */
    void publish(Shell shell, Save save) {
        StagedFile.write(draft().resolve(FACTS), SaveJson.text(save), true);
        var replaced = setAside(save.name());
        FileChanges.change(
                "the save " + save.name() + " cannot be made",
                () -> Files.move(draft(), root.resolve(save.name()), StandardCopyOption.ATOMIC_MOVE));
        replaced.ifPresent(old -> remove(shell, old));
    }

    /** Gives a save another name, under which it can be restored, and returns that name; empty if there is no such save. */
    Optional<String> setAside(String name) {
        if (!Files.exists(root.resolve(name))) {
            return Optional.empty();
        }
        var other = freeName(name + "-replaced");
        FileChanges.change(
                "the save " + name + " cannot be replaced",
                () -> Files.move(root.resolve(name), root.resolve(other), StandardCopyOption.ATOMIC_MOVE));
        return Optional.of(other);
    }

    /** Writes what is known of a save whose files are there already. */
    void describe(Save save) {
        StagedFile.write(root.resolve(save.name()).resolve(FACTS), SaveJson.text(save), true);
    }

    /** Removes a save; does nothing if there is none of this name. */
    void remove(Shell shell, String name) {
        if (Files.exists(root.resolve(name))) {
            FileChanges.change(
                    "the save " + name + " cannot be removed",
                    () -> Files.move(root.resolve(name), removed(), StandardCopyOption.ATOMIC_MOVE));
        }
        remove(shell, removed());
        if (ExchangeNote.read(exchanged())
                .filter(note -> note.before().equals(name))
                .isPresent()) {
            FileChanges.change("the save " + name + " cannot be removed", () -> Files.deleteIfExists(exchanged()));
        }
    }

    private Path removed() {
        return root.resolve(".removed");
    }

    static void remove(Shell shell, Path path) {
        if (!Files.exists(path)) {
            return;
        }
        FileChanges.removeBranches(shell, List.of(path), DATABASES);
        var ended = shell.run(Command.of("rm", "-rf", "--", path.toString()).within(FileChanges.COPY_LIMIT));
        if (!ended.succeeded()) {
            throw LabException.failed(path + " cannot be removed", ended.lastWords(), "");
        }
    }
}
