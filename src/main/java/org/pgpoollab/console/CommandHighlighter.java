package org.pgpoollab.console;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.topology.Lab;

/** Highlights the known words of a line while it is typed: the command, its options, nodes and roles. */
final class CommandHighlighter implements Highlighter {

    private static final Pattern WORDS = Pattern.compile("\\s+|;|[^\\s;]+");
    private static final AttributedStyle COMMAND = AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle UNKNOWN = AttributedStyle.BOLD.foreground(AttributedStyle.RED);
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle NODE = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle OTHER = AttributedStyle.DEFAULT;

    private final Supplier<Optional<Lab>> lab;

    CommandHighlighter(Supplier<Optional<Lab>> lab) {
        this.lab = lab;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        var text = new AttributedStringBuilder();
        var words = WORDS.matcher(buffer);
        var commandComes = true;
        while (words.find()) {
            var word = words.group();
            text.styled(word.isBlank() ? OTHER : style(word, commandComes), word);
            commandComes = word.equals(";") || (commandComes && (word.isBlank() || word.startsWith("-")));
        }
        return text.toAttributedString();
    }

    private AttributedStyle style(String word, boolean isCommand) {
        if (word.startsWith("-")) {
            return OPTION;
        }
        if (isCommand) {
            return isKnown(word) ? COMMAND : UNKNOWN;
        }
        return isNode(word) ? NODE : OTHER;
    }

    /** Whether the word is a known command or the beginning of one, so that a word being typed is not marked as unknown. */
    private static boolean isKnown(String word) {
        return word.equals(";")
                || word.startsWith("#")
                || Prompt.LEAVING.contains(word)
                || CommandAbbreviations.isKnown(word)
                || Catalog.known(word).isPresent()
                || Catalog.names().stream().anyMatch(name -> name.startsWith(word));
    }

    private boolean isNode(String word) {
        return NodeWords.roles().contains(word)
                || lab.get().flatMap(known -> known.named(word)).isPresent();
    }
}
