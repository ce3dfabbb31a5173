package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** What a pool without a free connection says is known by its text alone. */
class BusyPoolTest {

    @Test
    void noFreeConnectionIsNoFault() throws SQLException {
        Platform.Database postgres = Platform.postgres();
        AgroalDataSourceConfigurationSupplier settings =
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(1)
                                                .acquisitionTimeout(Duration.ofSeconds(5))
                                                .connectionFactoryConfiguration(
                                                        it ->
                                                                it.jdbcUrl(postgres.jdbcUrl())
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        postgres
                                                                                                .user()))
                                                                        .credential(
                                                                                new SimplePassword(
                                                                                        postgres
                                                                                                .password()))));
        try (AgroalDataSource pool = AgroalDataSource.from(settings);
                Connection taken = pool.getConnection()) {
            SQLException thrown = assertThrows(SQLException.class, pool::getConnection);
            Refusal refusal = ProblemCauses.refusalOf(new IllegalStateException(thrown));
            assertEquals("503 UNAVAILABLE", refusal.status() + " " + refusal.code());
        }
    }
}
