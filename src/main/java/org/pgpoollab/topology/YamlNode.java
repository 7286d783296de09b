package org.pgpoollab.topology;

import java.util.List;

/** A node of a YAML file with its line, counted from 1. */
public sealed interface YamlNode {

    int line();

    /** Returns a description for messages: {@code a list}. */
    String kind();

    /**
     * A single value.
     *
     * @param text the value as it was written, without quotes
     */
    record Scalar(String text, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A key with nothing after it. */
    record Nothing(int line) implements YamlNode {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /**
     * A group of keys.
     *
     * @param entries the entries as they were written: a key may occur twice
     */
    record Mapping(List<Entry> entries, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Entry(String key, int line, YamlNode value) {}
}
