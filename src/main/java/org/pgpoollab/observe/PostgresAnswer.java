package org.pgpoollab.observe;

import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.RepmgrFacts;

/** What one session with PostgreSQL tells. */
record PostgresAnswer(PostgresFacts facts, RepmgrFacts repmgr) {}
