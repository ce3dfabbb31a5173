package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Who told the organ responsible of a visit made elsewhere. */
public enum VisitNotifier implements Labelled {
    COUNTY_PETITION_DEPARTMENT("县信访局", "County petition department"),
    CITY_PETITION_DEPARTMENT("市信访局", "City petition department"),
    PROVINCE_PETITION_DEPARTMENT("省信访局", "Province petition department"),
    NATIONAL_PETITION_ADMINISTRATION("国家信访局", "National petition administration"),
    BEIJING_OFFICE("驻京工作机构", "Office in Beijing"),
    POLICE("公安机关", "Police"),
    OTHER("其他单位", "Other");

    VisitNotifier(String zh, String en) {
        called(zh, en);
    }
}
