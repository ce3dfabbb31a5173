package org.fengqiao.petition.petitions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.fengqiao.petition.codes.ContentClass;

/** Keeps the six-digit code of a content class in the database, as on the wire. */
@Converter
class ContentClassColumn implements AttributeConverter<ContentClass, String> {

    @Override
    public String convertToDatabaseColumn(ContentClass it) {
        return it == null ? null : it.code();
    }

    @Override
    public ContentClass convertToEntityAttribute(String code) {
        return code == null ? null : ContentClass.ofCode(code).orElseThrow();
    }
}
