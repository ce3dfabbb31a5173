package org.fengqiao.reporting;

import org.fengqiao.testkit.DeployedSettings;
import org.junit.jupiter.api.Test;

/** The compose file and the manifests, held against this service. */
class DeploymentTest {

    @Test
    void whatIsDeployedIsReadAndComplete() {
        DeployedSettings.check("reporting", "fengqiao.privacy.key-file");
    }
}
