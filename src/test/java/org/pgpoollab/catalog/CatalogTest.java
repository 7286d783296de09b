package org.pgpoollab.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.LabException;
import org.pgpoollab.command.Pcp;
import org.pgpoollab.plan.step.FillDisk;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class CatalogTest {

    private static final Path PAGE = Path.of("docs/commands.md");

    static List<Catalog.Entry> commands() {
        return Catalog.entries();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhatItDoesInOneLine(Catalog.Entry command) {
        assertTrue(command.summary().endsWith("."));
        assertTrue(command.summary().length() <= 80, command.summary());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleCanBeTyped(Catalog.Entry command) {
        assertFalse(command.examples().isEmpty());
        for (var example : command.examples()) {
            var words = List.of(example.split(" "));

            assertEquals(command.name(), words.get(0));
            Syntax.of(command).read(words.subList(1, words.size()));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandThatChangesSomethingSaysHowToDoItByHand(Catalog.Entry command) {
        if (command.make().getClass() == Pcp.class || !command.make().changes()) {
            return;
        }
        assertTrue(!command.byHand().isEmpty() || List.of("generate", "exec").contains(command.name()), command.name());
    }

    @Test
    void theLineThatMountsInAContainerIsTheOneThatPlansPrint() {
        var lab = LabFile.withoutFile(LabOptions.NONE.with(LabKey.ENGINE, "compose"))
                .lab();
        var node = lab.postgresNodes().get(1);

        assertEquals(
                List.of(FillDisk.on(lab, node, true).byHand()),
                Catalog.find("fill").byHandInContainers());
        assertTrue(Catalog.find("heal")
                .byHandInContainers()
                .contains(FillDisk.on(lab, node, false).byHand()));
    }

    @Test
    void everyOptionIsDescribed() {
        for (var command : Catalog.entries()) {
            Syntax.of(command)
                    .specification()
                    .args()
                    .forEach(argument -> assertTrue(argument.description().length > 0, command.name() + argument));
        }
    }

    /** {@code -Dgolden=write} rewrites the page. */
    @Test
    void thePageOfAllCommandsIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, CommandsPage.render());
        }

        assertEquals(Files.readString(PAGE), CommandsPage.render());
    }

    @Test
    void aNumberThatIsNoneIsRefusedInPlainWords() {
        for (var entry : Catalog.entries()) {
            for (var option : Syntax.of(entry).specification().options()) {
                if (List.of(int.class, long.class, Integer.class, Long.class).contains(option.type())) {
                    var words = List.of(option.longestName(), "x");

                    var refused = assertThrows(
                            LabException.class, () -> Syntax.of(entry).read(words), entry.name() + words);

                    var text = refused.problems().get(0).text();
                    assertFalse(text.matches("(?s).*\\b(long|int|Integer|java|NumberFormat)\\b.*"), text);
                }
            }
        }
    }
}
