package org.pgpoollab.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    private static final KnownSettings POSTGRES = KnownSettings.of(LabProgram.POSTGRESQL);
    private static final KnownSettings PGPOOL = KnownSettings.of(LabProgram.PGPOOL);
    private static final KnownSettings REPMGR = KnownSettings.of(LabProgram.REPMGR);

    @Test
    void aSettingIsKnownForTheVersionsThatHaveIt() {
        assertTrue(PGPOOL.has("DELEGATE_IP", ProgramVersion.of(4, 3)));
        assertTrue(PGPOOL.has("work_dir", ProgramVersion.of(4, 7, 0)));
        assertFalse(PGPOOL.has("work_dir", ProgramVersion.of(4, 6, 9)));
        assertTrue(PGPOOL.has("socket_dir", ProgramVersion.of(4, 3, 20)));
        assertFalse(PGPOOL.has("socket_dir", ProgramVersion.of(4, 4, 0)));
        assertTrue(PGPOOL.has("health_check_test", ProgramVersion.of(4, 2, 8)));
        assertFalse(PGPOOL.has("health_check_test", ProgramVersion.of(4, 3, 0)));
        assertTrue(POSTGRES.has("io_method", ProgramVersion.of(19)));
        assertFalse(POSTGRES.has("io_method", ProgramVersion.of(17, 12)));
        assertTrue(REPMGR.has("repmgrd_exit_on_inactive_node", ProgramVersion.of(5, 3)));
        assertFalse(REPMGR.has("repmgrd_exit_on_inactive_node", ProgramVersion.of(5, 2, 1)));
    }

    @Test
    void aNumberAtTheEndIsThatOfANodeAndADotIsOfAnExtension() {
        assertTrue(PGPOOL.has("health_check_period0", ProgramVersion.of(4, 3, 5)));
        assertFalse(PGPOOL.has("nothing0", ProgramVersion.of(4, 3, 5)));
        assertTrue(POSTGRES.has("auto_explain.log_min_duration", ProgramVersion.of(15)));
        assertTrue(POSTGRES.has("timezone", ProgramVersion.of(15)));
    }

    @Test
    void itSaysWhichVersionsHaveTheSettingAndWhatIsNear() {
        assertEquals("it is there from 18 on", POSTGRES.whyNot("io_method", ProgramVersion.of(15)));
        assertEquals("it is there in 4.1", PGPOOL.whyNot("master_slave_sub_mode", ProgramVersion.of(4, 3, 5)));
        assertEquals(
                "nearest: max_connections, log_connections", POSTGRES.whyNot("max_conections", ProgramVersion.of(15)));
        assertEquals(
                "nearest: delay_threshold_by_time, which is there from 4.4 on",
                PGPOOL.whyNot("delay_threshold_by_tim", ProgramVersion.of(4, 3, 5)));
        assertEquals("", POSTGRES.whyNot("zebra", ProgramVersion.of(15)));
    }
}
