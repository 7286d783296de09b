package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.WordWrap;

/** Lays out parsed Markdown for a terminal. */
final class MarkdownLines {

    private static final int LEAST_WIDTH = 10;

    private final InlineMarkdown inline;

    MarkdownLines(TerminalLook look) {
        this.inline = new InlineMarkdown(look);
    }

    /** Lays out the blocks inside a node, with a blank line between them. */
    List<String> of(Node parent, int width) {
        return blocks(parent, Math.max(LEAST_WIDTH, width), true);
    }

    private List<String> blocks(Node parent, int width, boolean apart) {
        var lines = new ArrayList<String>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            var block = block(child, width);
            if (apart && !lines.isEmpty() && !block.isEmpty()) {
                lines.add("");
            }
            lines.addAll(block);
        }
        return lines;
    }

    private List<String> block(Node node, int width) {
        if (node instanceof ListBlock list) {
            return list(list, width);
        }
        if (node instanceof BlockQuote) {
            return prefixed("│ ", "│ ", blocks(node, width - 2, true));
        }
        if (node instanceof FencedCodeBlock code) {
            return prefixed("    ", "    ", code.getLiteral().lines().toList());
        }
        if (node instanceof IndentedCodeBlock code) {
            return prefixed("    ", "    ", code.getLiteral().lines().toList());
        }
        if (node instanceof TableBlock table) {
            return new MarkdownTable(inline).lines(table, width);
        }
        if (node instanceof Heading) {
            return WordWrap.lines(inline.bold(inline.of(node)), width);
        }
        if (node instanceof ThematicBreak) {
            return List.of("─".repeat(Math.min(width, 20)));
        }
        if (node instanceof HtmlBlock) {
            return List.of();
        }
        return node instanceof Block ? WordWrap.lines(inline.of(node), width) : List.of();
    }

    private List<String> list(ListBlock list, int width) {
        var lines = new ArrayList<String>();
        var number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = list instanceof BulletList ? "- " : number++ + ". ";
            if (!list.isTight() && !lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(
                    prefixed(mark, " ".repeat(mark.length()), blocks(item, width - mark.length(), !list.isTight())));
        }
        return lines;
    }

    private static List<String> prefixed(String first, String rest, List<String> lines) {
        var result = new ArrayList<String>();
        for (var line : lines) {
            result.add(((result.isEmpty() ? first : rest) + line).stripTrailing());
        }
        return result;
    }
}
