package org.pgpoollab.explain;

import org.pgpoollab.version.ProgramVersion;

/**
 * The versions of a program in which something holds: {@code 4.4-} is 4.4 and later, {@code -4.3} is 4.3 and earlier, {@code all} is
 * every version.
 */
public record VersionRange(String text) {

    public static final VersionRange ALL = new VersionRange("all");

    private static final String OPEN = "-";

    public VersionRange {
        if (!text.equals("all") && text.startsWith(OPEN) == text.endsWith(OPEN)) {
            throw new IllegalArgumentException("versions are written 4.4- or -4.3: " + text);
        }
    }

    public boolean contains(ProgramVersion version) {
        if (isAll()) {
            return true;
        }
        var bound = bound();
        return text.endsWith(OPEN)
                ? version.compareTo(bound) >= 0
                : version.compareTo(bound) < 0 || version.isIn(bound);
    }

    public boolean isAll() {
        return text.equals(ALL.text());
    }

    /** Returns {@code 4.4 and later}; empty for all versions. */
    public String sentence() {
        if (isAll()) {
            return "";
        }
        return bound() + (text.endsWith(OPEN) ? " and later" : " and earlier");
    }

    private ProgramVersion bound() {
        return ProgramVersion.parse(text.replace(OPEN, "")).orElseThrow();
    }
}
