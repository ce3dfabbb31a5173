package org.fengqiao.mediation.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fengqiao.mediation.codes.DisputeType;

/** Keeps the two-digit code of a dispute type in the database, as on the wire. */
@Converter
class DisputeTypeColumn implements AttributeConverter<DisputeType, String> {

    @Override
    public String convertToDatabaseColumn(DisputeType type) {
        return type == null ? null : type.code();
    }

    @Override
    public DisputeType convertToEntityAttribute(String code) {
        return code == null ? null : DisputeType.ofCode(code).orElseThrow();
    }
}
