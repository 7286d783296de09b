package org.pgpoollab.screen.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBindingsTest {

    private static final Path PAGE = Path.of("docs/keys.md");

    /** Keys of the line editor that are bound on purpose: the screen does the same, or they have no effect in a pane. */
    private static final Set<String> TAKEN_ON_PURPOSE = Set.of("\f");

    @ParameterizedTest
    @EnumSource
    void noKeyMeansTwoThingsInOneContext(KeyContext context) {
        var seen = new HashSet<String>();

        var twice = KeyBindings.of(context).stream()
                .flatMap(binding -> binding.sequences().stream())
                .filter(sequence -> !seen.add(sequence))
                .toList();

        assertEquals(List.of(), twice);
    }

    @ParameterizedTest
    @EnumSource
    void onlyEscapeIsTheBeginningOfAnotherKey(KeyContext context) {
        var sequences = KeyBindings.bound(context).stream()
                .flatMap(binding -> binding.sequences().stream())
                .collect(Collectors.toSet());

        var beginnings = sequences.stream()
                .filter(one -> sequences.stream().anyMatch(other -> !other.equals(one) && other.startsWith(one)))
                .collect(Collectors.toSet());

        assertTrue(Set.of("\033").containsAll(beginnings), beginnings.toString());
    }

    @Test
    void everyCapabilityHasAName() {
        for (var binding : KeyBindings.all()) {
            binding.capabilities()
                    .forEach(name -> assertEquals(name, Capability.valueOf(name).name()));
        }
    }

    @Test
    void everySentenceIsOne() {
        for (var binding : KeyBindings.all()) {
            assertTrue(binding.sentence().endsWith("."), binding.sentence());
            assertTrue(binding.sentence().length() <= 72, binding.sentence());
        }
    }

    @Test
    void thePromptLosesNoKeyOfTheLineEditor() throws IOException {
        var terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        var keys = LineReaderBuilder.builder()
                .terminal(terminal)
                .build()
                .getKeyMaps()
                .get(LineReader.EMACS);

        var lost = KeyBindings.bound(KeyContext.PROMPT).stream()
                .flatMap(binding -> binding.sequences().stream())
                .filter(sequence -> isUsed(keys, sequence) && !TAKEN_ON_PURPOSE.contains(sequence))
                .map(KeyMap::display)
                .toList();

        assertEquals(List.of(), lost);
    }

    private static boolean isUsed(KeyMap<org.jline.reader.Binding> keys, String sequence) {
        return keys.getBound(sequence) instanceof Reference widget
                && !widget.name().equals("self-insert");
    }

    @Test
    void whatTheLineEditorDoesIsNotBound() {
        var bound = KeyBindings.bound(KeyContext.PROMPT);

        assertFalse(bound.stream().anyMatch(binding -> binding.action() == KeyAction.COMPLETE));
        assertTrue(
                KeyBindings.of(KeyContext.PROMPT).stream().anyMatch(binding -> binding.action() == KeyAction.COMPLETE));
    }

    @Test
    void aNearerContextComesFirst() {
        var actions = KeyBindings.bound(KeyContext.FOUND).stream()
                .map(KeyBinding::action)
                .toList();

        assertEquals(KeyAction.NEXT_MATCH, actions.get(0));
        assertTrue(actions.containsAll(List.of(KeyAction.TOP, KeyAction.HELP)));
    }

    @Test
    void theBarNamesTheKeyOfALessonWhileOneIsPlayed() {
        var hints = KeyBindings.bar(KeyContext.PROMPT, Set.of(), 80).stream()
                .map(KeyHint::toString)
                .toList();

        assertTrue(hints.contains("F5 lesson"), hints.toString());
        assertFalse(bar(KeyContext.PROMPT, 160).contains("F5"));
    }

    @Test
    void theBarSaysAllWhereThereIsRoom() {
        assertEquals(
                "F1 help  F2 grid/both/output  F3 events  F4 node  F6 hold  PgUp/PgDn scroll  Tab complete  ^R history"
                        + "  ^C stop  ^D leave (lab keeps running)",
                bar(KeyContext.PROMPT, 160));
    }

    @Test
    void aNarrowBarKeepsWhatMattersMost() {
        assertEquals(
                "F1 help  F2 view  F3 events  F4 node  PgUp/PgDn scroll  ^C stop  ^D leave",
                bar(KeyContext.PROMPT, 80));
        assertEquals("F1 help  ^C stop  ^D leave", bar(KeyContext.PROMPT, 30));
        assertEquals("F1 help", bar(KeyContext.PROMPT, 10));
        assertEquals("", bar(KeyContext.PROMPT, 3));
    }

    @Test
    void eachContextHasABarOfItsOwn() {
        assertEquals(
                "Up/Down select  Enter what can be done  F4 details  Esc back to the prompt", bar(KeyContext.NODE, 80));
        assertEquals("n/N next/previous match  / search  Esc back to the prompt", bar(KeyContext.FOUND, 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 20, 50, 79, 80, 120})
    void noBarIsWiderThanItMay(int columns) {
        for (var context : KeyContext.values()) {
            assertTrue(bar(context, columns).length() <= columns);
        }
    }

    /** {@code -Dgolden=write} rewrites the page. */
    @Test
    void thePageOfAllKeysIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, KeysPage.render());
        }

        assertEquals(Files.readString(PAGE), KeysPage.render());
    }

    private static String bar(KeyContext context, int columns) {
        return KeyBindings.bar(context, Set.of(KeyAction.LESSON), columns).stream()
                .map(KeyHint::toString)
                .collect(Collectors.joining("  "));
    }
}
