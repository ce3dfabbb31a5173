package org.fengqiao.petition.codes;

import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.web.Labelled;

/** Where petitioners went (到访层级): an attribute of a visit, not of the petition. */
public enum VisitLevel implements Labelled {
    TOWNSHIP("到乡镇", "Township"),
    COUNTY("到县", "County"),
    CITY("到市", "City"),
    PROVINCE("到省", "Province"),
    BEIJING("进京", "Beijing");

    VisitLevel(String zh, String en) {
        called(zh, en);
    }

    /** Whether a visit here passes over the level right above the competent organ's (XF 20). */
    public boolean skips(DivisionCode.Level competent) {
        return switch (this) {
            case TOWNSHIP -> false;
            case COUNTY -> competent.compareTo(DivisionCode.Level.TOWNSHIP) > 0;
            case CITY -> competent.compareTo(DivisionCode.Level.COUNTY) > 0;
            case PROVINCE -> competent.compareTo(DivisionCode.Level.PREFECTURE) > 0;
            case BEIJING -> competent.compareTo(DivisionCode.Level.PROVINCE) > 0;
        };
    }
}
