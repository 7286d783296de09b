package org.pgpoollab.topology;

/** The place at which a value was written, for problem messages. */
sealed interface SourceLocation {

    /** Returns the key with its place: {@code lab.yaml line 3: postgres}, or {@code --postgres}. */
    String subject(LabKey key);

    /** Returns how to write the key with a value there: {@code postgres: 3}, or {@code --postgres 3}. */
    String written(LabKey key, String value);

    /** Returns a free setting with its place, {@code path} being {@code postgres.pg-1.jit}. */
    String subject(String path);

    String written(String path, String value);

    /** Returns the number by which problems are sorted. */
    int order();

    record Line(String file, int number) implements SourceLocation {
        @Override
        public String subject(LabKey key) {
            return this + ": " + key.word();
        }

        @Override
        public String written(LabKey key, String value) {
            return key.key() + ": " + value;
        }

        @Override
        public String subject(String path) {
            return this + ": settings." + path;
        }

        @Override
        public String written(String path, String value) {
            return path.substring(path.lastIndexOf('.') + 1) + ": " + value;
        }

        @Override
        public int order() {
            return number;
        }

        @Override
        public String toString() {
            return file + " line " + number;
        }
    }

    /** @param ofSettings the option that gives a free setting */
    record Option(String ofSettings) implements SourceLocation {

        static final Option USUAL = new Option("--set");

        /** The option that gives the settings in which labs differ that are compared: several values of each. */
        static final Option COMPARED = new Option("--compare");

        @Override
        public String subject(LabKey key) {
            return key.option();
        }

        @Override
        public String written(LabKey key, String value) {
            return key.option() + " " + value;
        }

        @Override
        public String subject(String path) {
            return ofSettings + " " + path;
        }

        @Override
        public String written(String path, String value) {
            return ofSettings + " " + path + "=" + value + (equals(COMPARED) ? ",…" : "");
        }

        @Override
        public int order() {
            return Integer.MAX_VALUE;
        }
    }
}
