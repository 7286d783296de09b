package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

class SaveStoreTest {

    private static final Lab LAB = Given.healthy().state().lab();

    private final ProcessShell shell = new ProcessShell();

    @TempDir
    private Path root;

    private LabDirectory directory;
    private SaveStore store;

    @BeforeEach
    void aLab() throws IOException {
        directory = new LabDirectory(root);
        store = new SaveStore(directory);
        for (var node : LAB.nodes()) {
            Files.createDirectories(directory.of(node));
            Files.writeString(directory.of(node).resolve("data"), "now");
        }
        Files.writeString(directory.proven(), "");
        Files.writeString(directory.labFile(), "name: default");
    }

    @Test
    void aLabHasNoSavesAtFirst() {
        assertEquals(List.of(), store.all());
        assertEquals("", store.mention());
    }

    @Test
    void theOldestSaveComesFirst() throws IOException {
        publish("b", 1);
        publish("a", 2);

        assertEquals(List.of("b", "a"), store.all().stream().map(Save::name).toList());
        assertEquals(" and its 2 saves", store.mention());
    }

    @Test
    void aSaveReplacesTheOneOfItsName() throws IOException {
        publish("lunch", 1);
        publish("lunch", 2);

        assertEquals(List.of(2L), store.all().stream().map(Save::bytes).toList());
        assertEquals(List.of("lunch"), names(directory.saves()));
    }

    /** A save is killed between the two renamings that put it in place of another. */
    @Test
    void aSaveThatIsBeingReplacedIsFoundByAnotherName() throws IOException {
        publish("lunch", 1);

        store.setAside("lunch");
        store.prepare(shell);

        assertEquals(
                List.of("lunch-replaced"), store.all().stream().map(Save::name).toList());
        publish("lunch", 2);
        assertEquals(List.of("lunch", "lunch-replaced"), store.names());
    }

    @Test
    void whatAKilledCommandLeftIsRemovedByTheNext() throws IOException {
        store.prepare(shell);
        Files.createDirectories(store.draftFiles());
        Files.createDirectories(store.staged());
        Files.writeString(store.exchange().resolveSibling(".exchange.new"), "{");

        store.prepare(shell);

        assertEquals(List.of(), names(directory.saves()));
        assertEquals(List.of(), store.names());
    }

    @Test
    void aSaveThatCannotBeReadIsNamedAndCanBeRemoved() throws IOException {
        Files.createDirectories(store.files("torn"));

        assertEquals(List.of("torn"), store.unreadable());
        store.remove(shell, "torn");
        assertEquals(List.of(), store.names());
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        assertEquals("before-restore", store.freeName("before-restore"));
        publish("before-restore", 1);
        assertEquals("before-restore-2", store.freeName("before-restore"));
    }

    @Test
    void aNameNeedsNoQuotesAndLeadsNowhereElse() {
        for (var name : List.of("lunch", "2", "a.b_c-D")) {
            assertEquals(name, SaveName.valid(name));
        }
        for (var name : List.of("", "..", ".hidden", "a/b", "a b", "-x", "é", "x".repeat(41))) {
            assertEquals(
                    Exit.USAGE,
                    assertThrows(LabException.class, () -> SaveName.valid(name)).exit(),
                    name);
        }
    }

    @Test
    void filesAreExchangedAndWhatWasThereIsKept() throws IOException {
        stage();
        var exchange = new FileExchange(LAB, directory, store);

        exchange.make("lunch", "before");
        exchange.complete();

        assertEquals("saved", text("pg-1"));
        assertEquals("now", Files.readString(store.files("before").resolve("pg-1/data")));
        assertFalse(Files.exists(root.resolve("load")));
        assertTrue(Files.exists(directory.proven()));
        assertTrue(Files.exists(directory.labFile()));
        assertEquals(Optional.of(new UnfinishedRestore("lunch", "before", false)), UnfinishedRestore.of(store));
        store.remove(shell, "before");
        assertEquals(Optional.empty(), UnfinishedRestore.of(store));
    }

    /** Every moment at which the program may be killed: after each single renaming. */
    @Test
    void whateverWasExchangedIsPutBack() throws IOException {
        for (var renamed = 0; renamed <= 14; renamed++) {
            Files.createDirectories(root.resolve("load"));
            stage();
            interrupted(renamed);
            assertEquals(Optional.of(new UnfinishedRestore("lunch", "before", true)), UnfinishedRestore.of(store));
            assertEquals(List.of(), store.names(), "what was taken of the lab is no save");

            new FileExchange(LAB, directory, store).undo(shell);

            for (var node : LAB.nodes()) {
                assertEquals("now", text(node.name()), "after " + renamed);
            }
            assertTrue(Files.exists(root.resolve("load")));
            assertFalse(Files.exists(root.resolve("client")), "after " + renamed);
            assertEquals(Optional.empty(), UnfinishedRestore.of(store));
            assertEquals(List.of(), names(directory.saves()), "after " + renamed);
        }
    }

    /** Makes an exchange, and puts back all but the first renamings, the last one first. */
    private void interrupted(int renamed) throws IOException {
        var exchange = new FileExchange(LAB, directory, store);
        var old = LabEntries.of(LAB, directory);
        var fresh = names(store.staged());
        exchange.make("lunch", "before");
        for (var done = old.size() + fresh.size(); done > renamed; done--) {
            if (done > old.size()) {
                var entry = fresh.get(done - old.size() - 1);
                Files.move(root.resolve(entry), store.staged().resolve(entry));
            } else {
                var entry = old.get(done - 1);
                Files.move(store.files("before").resolve(entry), root.resolve(entry));
            }
        }
    }

    /** Stages a save of the time when the lab had no load yet, and a directory more for clients. */
    private void stage() throws IOException {
        store.prepare(shell);
        for (var node : LAB.nodes()) {
            Files.createDirectories(store.staged().resolve(node.name()));
            Files.writeString(store.staged().resolve(node.name()).resolve("data"), "saved");
        }
        Files.createDirectories(store.staged().resolve("client"));
    }

    @Test
    void aSaveThatLostAFileOrTheEndOfOneIsDamaged() throws IOException {
        store.prepare(shell);
        var data = Files.createDirectories(store.draftFiles().resolve("pg-0")).resolve("data");
        Files.writeString(data, "saved");
        var contents = TreeContents.of(store.draftFiles());
        store.publish(shell, new Save("lunch", Instant.EPOCH, 1, contents, 15, "", SavedState.stopped(LAB)));

        var save = store.named("lunch").orElseThrow();
        assertEquals(Optional.empty(), save.damage(store.files("lunch")));
        Files.writeString(store.files("lunch").resolve("pg-0/data"), "sav");
        assertEquals(
                Optional.of("it has 1 files of 3 bytes, and 1 files of 5 bytes were saved"),
                save.damage(store.files("lunch")));
        Files.delete(store.files("lunch").resolve("pg-0/data"));
        assertTrue(save.damage(store.files("lunch")).isPresent());
    }

    @Test
    void aNameLeadsNowhereElse() throws IOException {
        publish("lunch", 1);

        for (var name : List.of("../.saves/lunch", "./lunch", ".", "", "lunch/")) {
            assertEquals(Optional.empty(), store.named(name), name);
        }
    }

    private void publish(String name, int number) throws IOException {
        store.prepare(shell);
        Files.createDirectories(store.draftFiles());
        store.publish(
                shell,
                new Save(
                        name,
                        Instant.ofEpochSecond(number),
                        number,
                        new TreeContents(0, 0),
                        15,
                        "",
                        SavedState.stopped(LAB)));
    }

    private String text(String node) throws IOException {
        return Files.readString(root.resolve(node).resolve("data"));
    }

    private static List<String> names(Path place) throws IOException {
        try (var all = Files.list(place)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
