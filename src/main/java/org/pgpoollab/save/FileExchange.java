package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Exchanges the files of a lab whose hosts are off for the staged copy of a save, by renaming. What was there becomes a save itself. A file
 * says what is exchanged as long as that is not complete, so that {@link #undo} puts everything back, whenever this process was killed.
 */
record FileExchange(Lab lab, LabDirectory directory, SaveStore store) {

    /**
     * @param save the name of the save whose copy is staged
     * @param before the name of the save that what is there becomes
     */
    void make(String save, String before) {
        var note = new ExchangeNote(save, before, LabEntries.of(lab, directory));
        FileChanges.change("the files of the lab cannot be exchanged", () -> {
            note.write(store.exchange());
            Files.createDirectories(store.files(before));
            for (var entry : note.entries()) {
                move(directory.root(), store.files(before), entry);
            }
            for (var entry : names(store.staged())) {
                move(store.staged(), directory.root(), entry);
            }
        });
    }

    /**
     * Ends the exchange: from now on it cannot be undone by this, only by restoring what was there. The note stays until that is removed, so
     * that it is known whether the restore was completed.
     */
    void complete() {
        FileChanges.change("the exchange of files cannot be completed", () -> {
            Files.deleteIfExists(store.staged());
            Files.move(store.exchange(), store.exchanged(), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** Puts back what was there before an exchange that is not complete; does nothing if there is none. */
    void undo(Shell shell) {
        var note = ExchangeNote.read(store.exchange());
        if (note.isEmpty()) {
            return;
        }
        var kept = names(store.files(note.get().before()));
        for (var entry : LabEntries.of(lab, directory)) {
            if (kept.contains(entry) || !note.get().entries().contains(entry)) {
                SaveStore.remove(shell, directory.root().resolve(entry));
            }
        }
        FileChanges.change("the files of the lab cannot be put back", () -> {
            for (var entry : kept) {
                move(store.files(note.get().before()), directory.root(), entry);
            }
        });
        store.remove(shell, note.get().before());
        SaveStore.remove(shell, store.staged());
        FileChanges.change("the files of the lab cannot be put back", () -> Files.deleteIfExists(store.exchange()));
    }

    private static List<String> names(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var all = Files.list(place)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static void move(Path from, Path to, String entry) throws IOException {
        Files.move(from.resolve(entry), to.resolve(entry), StandardCopyOption.ATOMIC_MOVE);
    }
}
