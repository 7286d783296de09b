package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.pgpoollab.report.TerminalLook;

/** Parses Markdown. Only this class and {@link MarkdownLines} use the library for it. */
final class MarkdownText {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private MarkdownText() {}

    /**
     * Inline code.
     *
     * @param line its line in the text, from 1
     */
    record CodeSpan(String text, int line) {}

    static List<CodeSpan> codeSpans(String markdown) {
        var found = new ArrayList<CodeSpan>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                found.add(new CodeSpan(code.getLiteral(), line(code)));
            }
        });
        return found;
    }

    private static int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Returns the text as lines for a terminal, none of them wider than this unless a word or a listing is. */
    static List<String> lines(String markdown, int width, TerminalLook look) {
        return new MarkdownLines(look).of(PARSER.parse(markdown), width);
    }
}
