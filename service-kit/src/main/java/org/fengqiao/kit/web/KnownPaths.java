package org.fengqiao.kit.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * The paths of the service with the methods they take. Where several resources share the beginning
 * of a path Quarkus answers 404 to a method that none of them takes, though the path is known.
 */
@Singleton
class KnownPaths {

    private final String root;
    private volatile Map<Pattern, Set<String>> methods;

    KnownPaths(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    /** Methods of a path, sorted; none where there is no such path. */
    Set<String> methods(String path) {
        if (methods == null) {
            methods = read();
        }
        Set<String> found = new TreeSet<>();
        for (Entry<Pattern, Set<String>> it : methods.entrySet()) {
            if (it.getKey().matcher(path).matches()) {
                found.addAll(it.getValue());
            }
        }
        return found;
    }

    private Map<Pattern, Set<String>> read() {
        Map<String, Set<String>> read = new HashMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                root,
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String path, RuntimeResource resource) {
                        read.computeIfAbsent(path, it -> new TreeSet<>()).add(method);
                    }
                });
        Map<Pattern, Set<String>> patterns = new HashMap<>();
        read.forEach((path, it) -> patterns.put(pattern(path), it));
        return patterns;
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                template.replaceAll("\\{[^/]+}", "[^/]+").replaceFirst("/*$", "") + "/?");
    }
}
