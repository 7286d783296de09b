package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.explain.Advice;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.script.Lexer;

/** Tests that each command which an explanation advises can be typed in a lab of three and three. */
class ExplanationAdviceTest {

    @ParameterizedTest
    @MethodSource("commands")
    void everyAdvisedCommandCanBeTyped(String command) {
        var state = Given.healthy().state();
        var statements = Lexer.statements(command);
        assertEquals(1, statements.size(), command);
        var words = statements.get(0).words();
        var entry = Catalog.find(words.get(0));
        var arguments = words.subList(1, words.size());

        Syntax.of(entry).read(arguments);

        assertEquals(entry.name(), words.get(0));
        if (List.of("wait", "expect").contains(entry.name())) {
            ConditionParser.parse(arguments, state.lab());
        }
        if (entry.name().equals("explain")) {
            assertFalse(Explanations.catalogue().of(String.join(" ", arguments)).isEmpty());
        }
        arguments.stream()
                .filter(word -> word.matches("pg(?:pool)?-\\d"))
                .forEach(word -> NodeWords.resolve(List.of(word), state));
    }

    static Stream<String> commands() {
        return Explanations.catalogue().all().stream()
                .flatMap(explanation -> explanation.advice().stream())
                .map(Advice::command)
                .distinct();
    }

    @Test
    void anEffectGoesOnAfterItsCommand() {
        var others = Explanations.catalogue().all().stream()
                .flatMap(explanation -> explanation.advice().stream())
                .map(Advice::effect)
                .filter(effect -> !effect.matches("[a-z].*[^.]"))
                .toList();

        assertEquals(List.of(), others);
    }
}
