package org.pgpoollab.lesson;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.pgpoollab.report.TerminalLook;

/** Writes inline Markdown for a terminal: with colours code is coloured and strong text bold, without them code stays in its quotes. */
record InlineMarkdown(TerminalLook look) {

    /** Returns the text inside a node. */
    String of(Node parent) {
        var text = new StringBuilder();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            text.append(one(child));
        }
        return text.toString();
    }

    private String one(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return look.colour() ? "\033[36m" + code.getLiteral() + "\033[39m" : "`" + code.getLiteral() + "`";
        }
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return " ";
        }
        if (node instanceof StrongEmphasis) {
            return bold(of(node));
        }
        if (node instanceof Link link) {
            var shown = of(node);
            return shown.equals(link.getDestination()) ? shown : shown + " (" + link.getDestination() + ")";
        }
        return of(node);
    }

    String bold(String text) {
        return look.colour() ? "\033[1m" + text + "\033[22m" : text;
    }
}
