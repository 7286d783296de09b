package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.command.Catalog;

class CommandCompleterTest {

    private final CommandCompleter completer =
            new CommandCompleter(() -> Optional.of(Given.healthy().state().lab()));

    @Test
    void theFirstWordIsACommand() {
        assertEquals(Catalog.names(), complete(""));
        assertEquals(Catalog.names(), complete("--lab demo "));
    }

    @Test
    void aNodeIsARoleOrAName() {
        assertTrue(complete("stop pg-0 ").containsAll(List.of("leader", "standbys", "pg-1", "pgpool-0")));
        assertTrue(complete("pool_nodes --on ").contains("pgpool-0"));
        assertTrue(complete("stop --mode smart ").contains("pg-1"));
    }

    @Test
    void aConditionGoesOnAsItsGrammarSays() {
        assertTrue(complete("wait pool_nodes pg-1 is ").contains("down"));
        assertTrue(complete("expect ").contains("quorum"));
        assertEquals(List.of("present", "absent"), complete("expect quorum is not "));
    }

    @Test
    void withoutALabOnlyRolesAreKnown() {
        var none = new CommandCompleter(Optional::empty);

        assertEquals("primary", none.complete(List.of("stop"), "").get(0).word());
        assertEquals(List.of(), none.complete(List.of("wait"), ""));
    }

    @Test
    void nothingFollowsWhenAllWordsAreThere() {
        assertEquals(List.of(), complete("attach pg-1 "));
        assertEquals(List.of(), complete("nonsense "));
    }

    @Test
    void anOptionsValueIsOneOfItsWords() {
        assertEquals(List.of("smart", "fast", "immediate"), complete("restart pg-1 --mode "));
        assertEquals(List.of("text", "json"), complete("status --output "));
        assertEquals(List.of("fast", "bitnami", "upstream"), complete("up --profile "));
    }

    @Test
    void aStatementIsCompletedWordByWordInsideQuotesToo() {
        var bare = completer.complete(List.of("psql"), "pg_");
        var quoted = completer.complete(List.of("psql"), "select pg_");

        assertTrue(bare.stream().anyMatch(candidate -> candidate.word().equals("pg_is_in_recovery()")));
        assertTrue(quoted.stream().anyMatch(candidate -> candidate.word().equals("select pg_is_in_recovery()")));
    }

    @Test
    void aDashBeginsAnOption() {
        var options = completer.complete(List.of("stop"), "--").stream()
                .map(CommandCompleter.Candidate::word)
                .toList();

        assertTrue(options.containsAll(List.of("--mode", "--dry-run", "--help")));
        assertFalse(options.contains("-c"));
    }

    private List<String> complete(String before) {
        var words =
                before.isEmpty() ? List.<String>of() : List.of(before.strip().split(" "));
        return completer.complete(words, "").stream()
                .map(CommandCompleter.Candidate::word)
                .toList();
    }
}
