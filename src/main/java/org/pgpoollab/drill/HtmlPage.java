package org.pgpoollab.drill;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Builds the HTML pages of the reports from a common frame and a few elements. It escapes all text. */
public final class HtmlPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #24292f; --paper: #fff; --dim: #6a737d; --line: #d5d9df;
                    --write: #0a58ca; --read: #7aa7e8; --fail: #c0262d; --gap: #fbe3e4; --mark: #8a5a00; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #d4d7dd; --paper: #14171c; --dim: #7d8696; --line: #2b303b;
                      --write: #62a8f0; --read: #36618e; --fail: #f0656f; --gap: #3a2226; --mark: #e0b04c; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
                   max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.4rem; margin-bottom: 0; } h2 { font-size: 1.05rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-top: 1.5rem; }
            h2, h3 { break-after: avoid; } svg, img, tr { break-inside: avoid; }
            p.dim, .dim { color: var(--dim); }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .15rem .9rem .15rem 0; text-align: right; border-bottom: 1px solid var(--line); }
            .text { text-align: left; }
            th { font-weight: 600; color: var(--dim); }
            svg { width: 100%; height: auto; display: block; margin: .5rem 0; }
            svg text.label { text-anchor: end; }
            svg text { font: 11px system-ui, sans-serif; fill: var(--dim); }
            .write { fill: var(--write); } .read { fill: var(--read); } .fail { fill: var(--fail); } .gap { fill: var(--gap); }
            .axis { stroke: var(--line); } .mark { stroke: var(--mark); stroke-dasharray: 3 3; } svg text.number { fill: var(--mark); }
            """;

    private HtmlPage() {}

    /** Returns a whole page, with all that it needs in it; each part of the body is HTML. */
    public static String page(String title, List<String> body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + text(title)
                + "</title>\n<style>\n"
                + STYLE + "</style>\n</head>\n<body>\n" + String.join("\n", body) + "\n</body>\n</html>\n";
    }

    /** Returns a heading; 1 is the largest. */
    public static String heading(int level, String text) {
        return "<h" + level + ">" + text(text) + "</h" + level + ">";
    }

    /** Returns a paragraph of plain text. */
    public static String paragraph(String text) {
        return "<p>" + text(text) + "</p>";
    }

    /** Returns a paragraph that stands back. */
    public static String dim(String text) {
        return "<p class=\"dim\">" + text(text) + "</p>";
    }

    /** Returns a table. */
    public static String table(ReportTable grid) {
        return "<table>\n<thead>" + row("th", grid, grid.headings()) + "</thead>\n<tbody>\n"
                + grid.rows().stream().map(cells -> row("td", grid, cells)).collect(Collectors.joining("\n"))
                + "\n</tbody>\n</table>";
    }

    private static String row(String element, ReportTable grid, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(index -> "<" + element + (grid.isText(index) ? " class=\"text\">" : ">")
                        + text(cells.get(index)) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** Returns plain text as it is written in HTML. */
    public static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
