package org.pgpoollab.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.Exit;

/** Shows how a condition was judged. */
record VerdictView(Verdict verdict, Style style) implements View {

    static Exit show(Errand errand, Verdict verdict) {
        errand.show(new VerdictView(verdict, errand.output().style()));
        return verdict.met() ? Exit.DONE : Exit.UNMET;
    }

    @Override
    public List<String> lines() {
        var took = String.format(Locale.ROOT, "%.1f s", verdict.took().toMillis() / 1000.0);
        if (verdict.met()) {
            return List.of(style.green("✓") + " " + verdict.sentence() + style.dim("  " + took));
        }
        var failed = style.red("✗") + " not met: " + verdict.sentence() + style.dim("  " + took);
        return verdict.reason().isEmpty() ? List.of(failed) : List.of(failed, "  because  " + verdict.reason());
    }

    @Override
    public Object tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("met", verdict.met());
        tree.put("condition", verdict.sentence());
        tree.put("reason", verdict.reason());
        tree.put("seconds", verdict.took().toMillis() / 1000.0);
        return tree;
    }
}
