package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** Who asked for a review. */
public enum ReviewClient implements Labelled {
    TOWNSHIP_GOVERNMENT(
            "乡镇人民政府（街道办事处）", "Township government", "乡镇政府", "镇政府", "乡政府", "街道办事处", "镇人民政府"),
    DEPARTMENT("部门、站所", "Department", "部门", "站所"),
    VILLAGE_COMMITTEE("村（居）委会", "Village committee", "村委会", "居委会", "村民委员会", "居民委员会"),
    VILLAGE_ENTERPRISE("村集体经济组织、村办企业", "Village enterprise", "村集体经济组织", "村办企业", "村集体企业"),
    OTHER("其他", "Other");

    ReviewClient(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
