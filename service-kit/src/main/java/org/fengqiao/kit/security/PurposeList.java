package org.fengqiao.kit.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fengqiao.kit.web.CodeList;

/** Puts the purposes among the service's code lists. */
@ApplicationScoped
class PurposeList {

    @Produces
    @Singleton
    CodeList purposes() {
        return CodeList.of(
                "purposes", "查阅个人信息的用途", "purposes of reading personal data", Purpose.class);
    }
}
