package org.fengqiao.petition.accusations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.privacy.SealedTable;
import org.fengqiao.kit.privacy.SealedTables;

/** The vault's tables, under the vault's keys. How many rows they have is told to nobody. */
@ApplicationScoped
class VaultTables implements SealedTables {

    private static final String TABLE = "accusation";

    private final VaultKeys keys;

    VaultTables(VaultKeys keys) {
        this.keys = keys;
    }

    @Override
    public String purpose() {
        return "vault";
    }

    @Override
    public PersonalData keys() {
        return keys.keys();
    }

    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public List<List<SealedTable>> groups() {
        return List.of(
                List.of(
                        new SealedTable("accusations.accusation", TABLE, "id", null),
                        new SealedTable(
                                "accusations.act", TABLE, "accusation_id", "'act.' || version")));
    }
}
