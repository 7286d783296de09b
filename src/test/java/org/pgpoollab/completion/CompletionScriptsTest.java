package org.pgpoollab.completion;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgpoollab.Golden;

class CompletionScriptsTest {

    /** {@code -Dgolden=write} rewrites the scripts. */
    @ParameterizedTest
    @EnumSource
    void theScriptThatIsInstalledIsUpToDate(CompletionScript script) {
        Golden.assertSameFile(Path.of("src/packaging/completions").resolve(script.file()), script.render());
    }

    @ParameterizedTest
    @EnumSource
    void aScriptCanBeReadInEveryLocale(CompletionScript script) {
        assertTrue(script.render().chars().allMatch(unit -> unit < 0x80));
    }
}
