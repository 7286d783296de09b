package org.pgpoollab.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.Golden;

class ManualPageTest {

    /** {@code -Dgolden=write} rewrites the page. */
    @Test
    void thePageThatIsInstalledIsUpToDate() {
        Golden.assertSameFile(Path.of("src/packaging/man/pgpool-lab.1"), ManualPage.render());
    }

    @Test
    void itHasEveryCommandAndEveryExitStatus() {
        var page = ManualPage.render();

        for (var entry : Catalog.entries()) {
            assertTrue(page.contains("\n.B " + Roff.text(entry.name())), entry.name());
            entry.examples().forEach(example -> assertTrue(page.contains("\n" + Roff.text(example) + "\n"), example));
        }
        Stream.of(Exit.values())
                .forEach(exit -> assertTrue(page.contains("\n.B " + exit.status() + "\n"), exit.toString()));
    }
}
