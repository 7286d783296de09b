package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.RoleTrouble.Kind;

class RoleProbeTest {

    @Test
    void aSettingThatMakesARoleActAsAnotherIsTrouble() {
        assertEquals(Optional.of(Kind.OTHER_ROLE), of("search_path=repmgr", "role=pgpool_check"));
        assertEquals(Optional.empty(), of("role=none", "role=repmgr", "synchronous_commit=local"));
        assertEquals(Optional.empty(), of());
    }

    @Test
    void aSettingThatLetsARoleOnlyReadIsTrouble() {
        assertEquals(Optional.of(Kind.READ_ONLY), of("default_transaction_read_only=on"));
        assertEquals(Optional.empty(), of("default_transaction_read_only=off"));
    }

    private static Optional<Kind> of(String... settings) {
        return RoleProbe.bySettings("repmgr", List.of(settings));
    }
}
