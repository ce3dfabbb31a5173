package org.fengqiao.kit.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.web.Refusal;

/** Records of which no person is left: they stay, and nobody writes to them any more. */
@ApplicationScoped
public class ErasedRecords {

    private final AgroalDataSource dataSource;

    ErasedRecords(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The day it was erased; {@code null} where it was not. */
    public LocalDate erasedOn(UUID id) {
        String sql = "select erased_on from erased_record where record_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /**
     * Refuses to write to one.
     *
     * @throws Refusal 409 {@code RECORD_ERASED}
     */
    void requireNotErased(UUID id) {
        if (erasedOn(id) != null) {
            throw refused();
        }
    }

    /** 409 {@code RECORD_ERASED}. */
    public static Refusal refused() {
        return Refusal.of(
                        409,
                        "RECORD_ERASED",
                        "保管期限届满，记录中的个人信息已销毁，不能再办理",
                        "Its persons were erased after the period of retention: nothing more is done")
                .citing("GX 47");
    }
}
