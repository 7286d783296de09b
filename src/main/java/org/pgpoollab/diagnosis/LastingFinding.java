package org.pgpoollab.diagnosis;

import java.util.Set;

/** Recognises findings about a setting or a password, which do not pass by themselves. */
public final class LastingFinding {

    private static final Set<String> CHECKS = Set.of(Check.name(WritesRefused.class), Check.name(RolesRefused.class));

    private LastingFinding() {}

    public static boolean is(Finding finding) {
        return finding.isError() && (CHECKS.contains(finding.check()) || isOfPassword(finding));
    }

    private static boolean isOfPassword(Finding finding) {
        return finding.isFoundBy(ClientsRefused.class)
                && ClientsRefused.isLogin(finding.problem().what());
    }
}
