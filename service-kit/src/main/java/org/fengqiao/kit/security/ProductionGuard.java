package org.fengqiao.kit.security;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.privacy.PersonalData;
import org.jboss.logging.Logger;

/**
 * Keeps a packaged service from starting with an insecure identity provider or without secrets of
 * its own.
 */
@ApplicationScoped
class ProductionGuard {

    private static final Logger LOG = Logger.getLogger(ProductionGuard.class);

    private final ProductionSettings settings;

    ProductionGuard(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(
                            name = "fengqiao.security.allow-insecure-issuer",
                            defaultValue = "false")
                    boolean insecureIssuerAllowed,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword,
            @ConfigProperty(name = "fengqiao.privacy.key-file") Optional<String> keyFile,
            @ConfigProperty(name = "fengqiao.events.key-file") Optional<String> eventKeyFile) {
        this.settings =
                new ProductionSettings(
                        issuer.orElse(""),
                        insecureIssuerAllowed,
                        databasePassword.orElse(""),
                        keyFile.orElse(""),
                        eventKeyFile.orElse(""));
    }

    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        // Quarkus removes the bean from a service that keeps no personal data.
        boolean keepsPersonalData =
                !Arc.container().beanManager().getBeans(PersonalData.class).isEmpty();
        List<String> faults = settings.faults(keepsPersonalData);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Refusing to start: " + String.join("; ", faults));
        }
        if (settings.isIssuerInsecure()) {
            LOG.warnf(
                    "fengqiao.security.allow-insecure-issuer is set: tokens of %s travel in clear",
                    settings.issuer());
        }
    }
}
