package org.pgpoollab.observe;

import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.RepmgrFacts;

/** The answer of a PostgreSQL node to one probe. */
record PostgresAnswer(PostgresFacts facts, RepmgrFacts repmgr) {}
