package org.pgpoollab.output;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/** A report made of two functions: one yields its lines, the other its JSON tree. */
public record AdHocReport(Function<TerminalLook, List<String>> text, Supplier<Map<String, Object>> tree)
        implements Report {

    public static AdHocReport of(Supplier<List<String>> lines, Supplier<Map<String, Object>> tree) {
        return new AdHocReport(look -> lines.get(), tree);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        return text.apply(look);
    }

    @Override
    public Map<String, Object> json() {
        return tree.get();
    }
}
