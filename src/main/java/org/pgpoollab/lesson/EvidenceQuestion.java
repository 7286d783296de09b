package org.pgpoollab.lesson;

import org.pgpoollab.Excerpt;
import org.pgpoollab.condition.Evaluation;

/** A question whose answer is in no snapshot, and is asked of servers and their logs. */
public sealed interface EvidenceQuestion {

    /** The word for all nodes. */
    String ALL = "all";

    /** Compares an answer with the one that a goal requires. */
    Evaluation evaluate(String answer, String wanted);

    /**
     * The first line, since the task began, that the servers of one of these nodes logged and that contains these words; empty if there is
     * none.
     *
     * @param node its name, or a role; {@code all} means any node
     */
    record Logged(String node, String words) implements EvidenceQuestion {
        @Override
        public Evaluation evaluate(String answer, String wanted) {
            return answer.isEmpty()
                    ? Evaluation.unmet(node + " has logged no line with \"" + words + "\"")
                    : Evaluation.met(node + " logged: " + Excerpt.of(answer, 120));
        }
    }

    /** The first value of the first row that a query returns on a node. */
    record Row(String node, String sql) implements EvidenceQuestion {
        @Override
        public Evaluation evaluate(String answer, String wanted) {
            return Evaluation.of(answer.equals(wanted), "the query returns \"" + Excerpt.of(answer) + "\" on " + node);
        }
    }

    /**
     * The value of a setting on all nodes that have it and answer; several values are joined by commas.
     *
     * @param file {@code postgres} or {@code pgpool}
     * @param node one node by its name or role, or {@link #ALL}
     */
    record SettingInForce(String file, String name, String node) implements EvidenceQuestion {
        @Override
        public Evaluation evaluate(String answer, String wanted) {
            return Evaluation.of(normal(answer).equals(normal(wanted)), name + " is " + Excerpt.of(answer));
        }

        private static String normal(String value) {
            return switch (value) {
                case "true", "yes", "1" -> "on";
                case "false", "no", "0" -> "off";
                default -> value.replace("'", "");
            };
        }
    }
}
