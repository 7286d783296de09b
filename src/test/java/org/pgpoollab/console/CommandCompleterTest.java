package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.cluster.Given;

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
        assertEquals(List.of(), complete("lag pg-1 "));
        assertEquals(List.of(), complete("nonsense "));
    }

    @Test
    void anOptionsValueIsOneOfItsWords() {
        assertEquals(List.of("smart", "fast", "immediate"), complete("restart pg-1 --mode "));
        assertEquals(List.of("text", "json"), complete("status --output "));
        assertEquals(List.of("fast", "slow", "bitnami", "upstream"), complete("up --profile "));
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

    @Test
    void aLieIsToldToAPgpoolAboutAPostgres() {
        assertEquals(List.of("leader", "vip", "pgpool-0", "pgpool-1", "pgpool-2"), complete("lie "));
        assertEquals(List.of("primary", "standby", "pg-0", "pg-1", "pg-2"), complete("lie pgpool-1 "));
        assertEquals(List.of("standby", "pg-0", "pg-1", "pg-2"), complete("switchover "));
    }

    @Test
    void aNodeThatIsNamedAlreadyIsNotOfferedAgain() {
        assertFalse(complete("stop pg-1 ").contains("pg-1"));
        assertFalse(complete("cut pg-0 ").contains("pg-0"));
    }

    @Test
    void aWordThatIsTheNameOfAnOptionWithoutItsHyphensIsAWord() {
        assertEquals(complete("psql "), complete("psql on "));
    }

    @Test
    void anAbbreviatedCommandIsCompletedAsWell() {
        assertEquals(complete("switchover "), complete("swit "));
    }

    /** Types every word that is offered for an argument, and checks that the command accepts it. */
    @Test
    void everythingThatIsOfferedIsTaken() {
        for (var entry : Catalog.entries()) {
            var spec = Syntax.of(entry).specification();
            for (var option : spec.options()) {
                if (option.arity().max() > 0) {
                    complete(entry.name() + " " + option.longestName() + " ")
                            .forEach(word -> isTaken(entry, option.longestName(), word));
                }
            }
            offeredBehind(entry, List.of(entry.name()), 3);
        }
    }

    /**
     * All first words, then what is offered after one of them. That is a node's name, because the meaning of a role word depends on
     * the lab.
     */
    private void offeredBehind(Catalog.Entry entry, List<String> typed, int depth) {
        var offered = complete(String.join(" ", typed) + " ");
        if (offered.isEmpty() || depth == 0) {
            return;
        }
        var next = new ArrayList<>(typed);
        next.add(offered.get(offered.size() - 1));
        for (var word : offered) {
            var words = new ArrayList<>(typed.subList(1, typed.size()));
            words.add(word);
            isTaken(entry, words.toArray(String[]::new));
        }
        offeredBehind(entry, next, depth - 1);
    }

    private static void isTaken(Catalog.Entry entry, String... words) {
        var typed = new ArrayList<>(List.of(entry.name(), "--dry-run"));
        typed.addAll(List.of(words));
        var console = new TypedConsole();

        var exit = console.run(typed.toArray(String[]::new));

        assertTrue(
                exit != Exit.USAGE || console.messages().contains("needs ") || isUnfinished(console),
                typed + console.messages());
    }

    /** Whether a line was refused only because words are missing. */
    private static boolean isUnfinished(TypedConsole console) {
        return console.messages().contains("takes two groups")
                || console.messages().matches("(?s).*(is missing|ends too early|nor rate was given).*");
    }

    private List<String> complete(String before) {
        var words =
                before.isEmpty() ? List.<String>of() : List.of(before.strip().split(" "));
        return completer.complete(words, "").stream()
                .map(CommandCompleter.Candidate::word)
                .toList();
    }
}
