package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fengqiao.local.Suite.Service;

/** How the services get in at the embedded broker, and what they sign their events with. */
final class BrokerAccess {

    private final Place place;

    BrokerAccess(Place place) {
        this.place = place;
    }

    String adminPassword() {
        return secret("kafka-admin");
    }

    /** Makes the topics, the services' users and what each may do. */
    void prepare(EmbeddedBroker broker) {
        Topics.ensure(broker.adminSettings());
        Map<String, String> passwords = new HashMap<>();
        for (Service it : Service.values()) {
            passwords.put(it.title(), secret(it.title() + "-kafka"));
        }
        Grants.apply(broker, passwords);
        makeEventKeys();
    }

    /** A service's settings, as environment. */
    Map<String, String> environment(EmbeddedBroker broker, Service service) {
        Map<String, String> environment = new HashMap<>();
        broker.clientSettings(service.title(), secret(service.title() + "-kafka"))
                .forEach((name, value) -> environment.put(variable("kafka." + name), value));
        environment.put("FENGQIAO_EVENTS_KEY_FILE", eventKeys(service).toString());
        return environment;
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private String secret(String name) {
        return Folders.secret(place.secrets().resolve(name + ".secret"));
    }

    private Path eventKeys(Service service) {
        return place.secrets().resolve(service.title() + "-events.json");
    }

    /** By the services' own class, which also reads them: one key for each that writes topics. */
    private void makeEventKeys() {
        if (Files.exists(eventKeys(Service.REPORTING))) {
            return;
        }
        Path libraries = Service.REPORTING.application(place.root()).resolve("lib/main");
        List<String> command = new ArrayList<>();
        command.addAll(List.of(Child.javaCommand(), "-cp", libraries + "/*"));
        command.add("org.fengqiao.kit.events.EventKeyFiles");
        command.add(Folders.create(place.secrets()).toString());
        Topics.sharers().forEach(command::add);
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("cannot write the event keys");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
