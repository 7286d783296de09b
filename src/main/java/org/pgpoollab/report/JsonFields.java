package org.pgpoollab.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds one JSON object. Its keys keep their order; a null value means unknown. */
final class JsonFields {

    private final Map<String, Object> map = new LinkedHashMap<>();

    JsonFields with(String key, Object value) {
        map.put(key, value);
        return this;
    }

    Map<String, Object> map() {
        return map;
    }
}
