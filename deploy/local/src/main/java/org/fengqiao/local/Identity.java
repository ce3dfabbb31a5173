package org.fengqiao.local;

import java.nio.file.Path;

/** Who signs people in and issues tokens: {@link DemoIdentity} or {@link Keycloak}. */
interface Identity extends AutoCloseable {

    /** The address of the issuer, as in the tokens' {@code iss}. */
    String issuer();

    /** An access token of a demo user, valid for half a minute at least. */
    String token(DemoUser user);

    /** The secret of the client {@code fengqiao-reporting}, which reporting-service is. */
    String reportingSecret();

    /** Lines of shell that set a variable {@code TOKEN_<user>} for each {@link DemoUser}. */
    String shell();

    /**
     * What to know about tokens and signing in, for people.
     *
     * @param environment the file with {@link #shell()}
     */
    String advice(Path environment);

    boolean alive();

    @Override
    void close();
}
