package org.pgpoollab.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The output of {@code psql --csv} (RFC 4180): a line of column names, then the rows. */
public record CsvTable(List<String> columns, List<List<String>> rows) {

    public static CsvTable parse(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (quoted) {
                if (character != '"') {
                    field.append(character);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
                continue;
            }
            switch (character) {
                case '"' -> quoted = true;
                case ',' -> row.add(taken(field));
                case '\n' -> {
                    row.add(taken(field));
                    rows.add(List.copyOf(row));
                    row.clear();
                }
                default -> field.append(character);
            }
        }
        return rows.isEmpty()
                ? new CsvTable(List.of(), List.of())
                : new CsvTable(rows.get(0), List.copyOf(rows.subList(1, rows.size())));
    }

    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("columns", columns);
        tree.put("rows", rows);
        tree.put("status", 0);
        return tree;
    }

    private static String taken(StringBuilder field) {
        var text = field.toString();
        field.setLength(0);
        return text;
    }
}
