package org.pgpoollab.topology;

import java.util.List;

/** A piece of a YAML file that remembers its line, counted from 1. */
sealed interface YamlNode {

    int line();

    /** What it is, as people say it: {@code a list}. */
    String kind();

    /** @param text as it was written, without quotes */
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

    /** @param entries as they were written: a key may occur twice */
    record Mapping(List<Entry> entries, int line) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    record Sequence(int line) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Entry(String key, int line, YamlNode value) {}
}
