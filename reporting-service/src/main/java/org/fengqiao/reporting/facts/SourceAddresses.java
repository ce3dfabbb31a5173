package org.fengqiao.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where readers find a record at the service that keeps it, which answers at another address. */
@ApplicationScoped
public class SourceAddresses {

    private final Config config;

    SourceAddresses(Config config) {
        this.config = config;
    }

    /**
     * The whole address of a record.
     *
     * @param path at its source: {@code /mediation/v1/cases/…}
     * @return empty where no address of the source is set for readers: a link would lead nowhere
     */
    public Optional<String> of(String path) {
        String source = path.split("/", 3)[1];
        return config.getOptionalValue(
                        "fengqiao.sources.%s.public-url".formatted(source), String.class)
                .map(it -> it.replaceFirst("/+$", "") + path);
    }
}
