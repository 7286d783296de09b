package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a client logs; each test runs some of its turns, without a thread. */
class LoadClientTest {

    @TempDir
    Path directory;

    private final Highway connector = new Highway();

    @Test
    void aWriteIsNotedBeforeItIsSentAndWhenItIsAcknowledged() {
        assertEquals(List.of("SENT 1", "ACKNOWLEDGED 1", "SENT 2", "ACKNOWLEDGED 2"), noted(2));
        assertEquals(List.of("open", "prepare", "write 1", "write 2"), connector.seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57014", "XX000", "58000", "40003", "00000"})
    void whenItCannotBeKnownWhetherItWasDoneThatIsWhatIsNoted(String state) {
        connector.writes.add(new SQLException("broken", state));

        assertEquals(List.of("SENT 1", "INDETERMINATE 1"), noted(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25006", "53100", "42P01", "23505", "40001", "57P03"})
    void whatTheServerRefusedWasSurelyNotDone(String state) {
        connector.writes.add(new SQLException("refused", state));

        assertEquals(List.of("SENT 1", "REFUSED 1"), noted(1));
    }

    @Test
    void afterAFailureItConnectsAnewAndNeverRepeatsANumber() {
        connector.writes.add(new SQLException("broken", "08006"));

        assertEquals(List.of("SENT 1", "INDETERMINATE 1", "SENT 2", "ACKNOWLEDGED 2"), noted(2));
        assertEquals(List.of("open", "prepare", "write 1", "close", "open", "write 2"), connector.seen);
    }

    @Test
    void aWriterThatCannotConnectSendsNothing() {
        connector.opens.add(new SQLException("refused", "08001"));

        assertEquals(List.of("NO_WAY_TO_WRITE 0", "SENT 1", "ACKNOWLEDGED 1"), noted(2));
    }

    @Test
    void aTableThatIsGoneIsMadeAgain() {
        connector.writes.add(new SQLException("no table", "42P01"));

        noted(2);

        assertEquals(List.of("open", "prepare", "write 1", "close", "open", "prepare", "write 2"), connector.seen);
    }

    @Test
    void noAnswerInTimeIsNoRefusal() {
        var late = SqlFailure.of(new SQLException("I/O error", "25006", new SocketTimeoutException("Read timed out")));

        assertTrue(late.isLate());
        assertFalse(late.isRefusal());
        assertEquals("25006 no answer in time", late.words());
        assertEquals(late, SqlFailure.ofNumber(late.number()));
    }

    @Test
    void ticksThatPassedAreNotMadeUpFor() {
        var pace = LoadClient.Pace.of(1, 4, 100, 0);

        assertEquals(40_000_000, pace.everyNanos());
        assertEquals(10_000_000, pace.after(-1));
        assertEquals(50_000_000, pace.after(10_000_000));
        assertEquals(1_010_000_000, pace.after(1_000_000_000));
    }

    private List<String> noted(int turns) {
        var file = directory.resolve("1.ledger");
        try (var ledger =
                new LedgerWriter(file, new LedgerHead(1, WrittenLedger.BEGAN, LoadShape.USUAL), System::nanoTime)) {
            var meter = new LoadMeter(LoadShape.USUAL, WrittenLedger.BEGAN, System.nanoTime());
            var numbers = new AtomicInteger();
            var pace = LoadClient.Pace.of(0, 1, 100, 0);
            var writer = new LoadWriter(0, 1, numbers::incrementAndGet, connector, pace, ledger, meter);
            for (var turn = 0; turn < turns; turn++) {
                writer.turn();
            }
        }
        var noted = new ArrayList<String>();
        Ledger.open(file).orElseThrow().forEach(entry -> noted.add(entry.what() + " " + entry.number()));
        return noted;
    }

    /** A connector that fails as a test demands, once for each demand, and records its calls. */
    private static final class Highway implements LoadSessionFactory {

        private final List<String> seen = new ArrayList<>();
        private final Queue<SQLException> opens = new ArrayDeque<>();
        private final Queue<SQLException> writes = new ArrayDeque<>();

        @Override
        public Session open() throws SQLException {
            fail(opens);
            seen.add("open");
            return new Session() {
                @Override
                public void prepare() {
                    seen.add("prepare");
                }

                @Override
                public void write(int run, int number, int client) throws SQLException {
                    seen.add("write " + number);
                    fail(writes);
                }

                @Override
                public String read() {
                    return "10.77.0.10";
                }

                @Override
                public void close() {
                    seen.add("close");
                }
            };
        }

        private static void fail(Queue<SQLException> failures) throws SQLException {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }
    }
}
