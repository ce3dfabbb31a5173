package org.fengqiao.petition.accusations;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.journal.Snapshots;
import org.fengqiao.kit.privacy.PersonalData;

/** The vault's own keys: the service's ordinary ones open nothing that these have sealed. */
@ApplicationScoped
class VaultKeys {

    private static final String TABLE = "accusation";

    private final PersonalData vault;
    private final PersonalData ordinary;

    VaultKeys(
            @ConfigProperty(name = "fengqiao.accusations.key-file") Path keyFile,
            PersonalData ordinary) {
        this.vault = PersonalData.of(keyFile);
        this.ordinary = ordinary;
    }

    /** A service that has one key for both has no vault: it does not start. */
    void onStart(@Observes StartupEvent event) {
        UUID id = UUID.randomUUID();
        String sealed = vault.encrypt("", TABLE, id, "matter");
        try {
            ordinary.decrypt(sealed, TABLE, id, "matter");
        } catch (IllegalStateException keysDiffer) {
            return;
        }
        throw new IllegalStateException(
                "Refusing to start: fengqiao.accusations.key-file holds the ordinary keys");
    }

    PersonalData keys() {
        return vault;
    }

    /** A document, sealed for one column of one accusation. */
    String seal(UUID id, String column, Object document) {
        return vault.encrypt(Snapshots.write(document), TABLE, id, column);
    }

    <T> T open(UUID id, String column, String sealed, Class<T> type) {
        return Snapshots.read(vault.decrypt(sealed, TABLE, id, column), type);
    }

    /** A keyed digest by which the vault knows a text again; nobody without the keys can. */
    String mark(String of, String text) {
        return vault.blindIndex(of, text);
    }

    /** All digests to look for: one per key, several while keys rotate. */
    List<String> marks(String of, String text) {
        return vault.blindIndexes(of, text);
    }
}
