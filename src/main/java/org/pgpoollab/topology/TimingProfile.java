package org.pgpoollab.topology;

import java.time.Duration;
import java.util.Locale;

/** The named sets of {@link Timing} that a lab can use. */
public enum TimingProfile {

    /** For teaching: each kind of failure is detected within a few seconds. Too sensitive for production. */
    FAST {
        @Override
        public Timing timing() {
            return new Timing(
                    word(),
                    seconds(1),
                    seconds(2),
                    1,
                    seconds(1),
                    seconds(1),
                    false,
                    seconds(5),
                    seconds(1),
                    seconds(1),
                    seconds(3),
                    seconds(1),
                    2,
                    seconds(1),
                    seconds(2),
                    seconds(30),
                    seconds(15),
                    seconds(15),
                    seconds(10));
        }
    },

    /**
     * For a room: a failover takes about 30 s, and each of its stages lasts long enough to be talked about. repmgrd promotes after about 18 s,
     * the pgpools give the old primary up about 10 s later.
     */
    SLOW {
        @Override
        public Timing timing() {
            return new Timing(
                    word(),
                    seconds(5),
                    seconds(4),
                    5,
                    seconds(5),
                    seconds(3),
                    false,
                    seconds(5),
                    seconds(3),
                    seconds(2),
                    seconds(12),
                    seconds(2),
                    4,
                    seconds(5),
                    seconds(3),
                    seconds(60),
                    seconds(30),
                    seconds(30),
                    seconds(10));
        }
    },

    /** The defaults of the images bitnami/pgpool and bitnami/postgresql-repmgr (libpgpool.sh, librepmgr.sh). */
    BITNAMI {
        @Override
        public Timing timing() {
            return new Timing(
                    word(),
                    seconds(30),
                    seconds(10),
                    5,
                    seconds(5),
                    seconds(10),
                    false,
                    seconds(30),
                    seconds(10),
                    seconds(2),
                    seconds(30),
                    seconds(2),
                    3,
                    seconds(5),
                    seconds(5),
                    seconds(60),
                    seconds(30),
                    seconds(60),
                    seconds(60));
        }
    },

    /**
     * The defaults of the manuals of Pgpool-II 4.3 and repmgr 5.3. They have no health check: only a client's failing query makes
     * Pgpool-II detach a backend.
     */
    UPSTREAM {
        @Override
        public Timing timing() {
            return new Timing(
                    word(),
                    seconds(0),
                    seconds(20),
                    0,
                    seconds(1),
                    seconds(10),
                    true,
                    seconds(10),
                    seconds(10),
                    seconds(2),
                    seconds(30),
                    seconds(2),
                    6,
                    seconds(10),
                    seconds(2),
                    seconds(60),
                    seconds(30),
                    seconds(60),
                    seconds(60));
        }
    };

    public abstract Timing timing();

    /** Returns the word for it in lab.yaml and after {@code --profile}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
