package org.fengqiao.kit.journal;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/** JSON columns are written as the journal's snapshots are, whatever the web's mapper does. */
@JsonFormat
@PersistenceUnitExtension
class RecordFormat extends AbstractJsonFormatMapper {

    @Override
    public <T> T fromString(CharSequence text, Type type) {
        return Snapshots.read(text.toString(), type);
    }

    @Override
    public <T> String toString(T value, Type type) {
        return Snapshots.write(value, type);
    }
}
