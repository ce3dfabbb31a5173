package org.fengqiao.kit.security;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
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

    ProductionGuard(Config config) {
        this.settings =
                new ProductionSettings(
                        text(config, "quarkus.oidc.auth-server-url"),
                        config.getOptionalValue(
                                        "fengqiao.security.allow-insecure-issuer", Boolean.class)
                                .orElse(false),
                        text(config, "quarkus.datasource.password"),
                        text(config, "fengqiao.privacy.key-file"),
                        text(config, "fengqiao.events.key-file"),
                        text(config, "fengqiao.audit.checkpoint-file"));
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
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
