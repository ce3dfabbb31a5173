package org.fengqiao.petition.petitions;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.fengqiao.kit.journal.Removal;

/** Petitions that repeat one which moves to the vault let go of its id. */
@ApplicationScoped
class Repeats {

    private final AgroalDataSource database;
    private final Removal removal;

    Repeats(AgroalDataSource database, Removal removal) {
        this.database = database;
        this.removal = removal;
    }

    void letGo(@Observes PetitionSealed sealed) {
        String sql = "update petition set repeats_id = null where repeats_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, sealed.petitionId());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A repeat cannot be let go", e);
        }
        removal.unlink(Petition.KIND, "repeatsId", sealed.petitionId());
    }
}
