package org.fengqiao.kit.web;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** Reads the key of a map as strictly as any other text. */
class StrictKey extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        if (!StrictValues.isText(key)) {
            throw context.weirdStringException("", String.class, StrictValues.CONTROL_CHARACTER);
        }
        return key;
    }
}
