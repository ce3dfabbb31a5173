package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** Who is rated: the petition department and the handling unit apart. */
public enum RatedBody implements Labelled {
    PETITION_DEPARTMENT("信访部门", "Petition department"),
    HANDLING_UNIT("责任单位", "Handling unit");

    RatedBody(String zh, String en) {
        called(zh, en);
    }
}
