package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Reads a number from a JSON number and from nothing else: no text, no NaN, no exponent that fills
 * the memory.
 */
class StrictDecimal<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int MAX_EXPONENT = 30;

    private final transient Function<BigDecimal, T> converter;

    StrictDecimal(Class<T> type, Function<BigDecimal, T> converter) {
        super(type);
        this.converter = converter;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.currentToken().isNumeric()) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        BigDecimal value = json.getDecimalValue();
        if (value.precision() > MAX_EXPONENT || Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw context.weirdNumberException(0, handledType(), "too large or too fine");
        }
        return converter.apply(value);
    }
}
