package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** The thirteen items of a case file, in order. */
public enum FileItem implements Labelled {
    APPLICATION("申请书或受理登记表", "Application or acceptance form"),
    RIGHTS_NOTICE("权利义务告知书", "Notice of rights and duties"),
    IDENTITY_PROOF("当事人身份证明", "Proof of identity"),
    AUTHORISATION("授权委托书", "Authorisation"),
    INVESTIGATION_RECORD("调查记录", "Investigation record"),
    EVIDENCE("证据材料", "Evidence"),
    MEDIATION_RECORD("调解记录", "Mediation record"),
    AGREEMENT("调解协议书（口头协议登记表）", "Agreement, or register of an oral one"),
    PERFORMANCE_PROOF("履行凭证", "Proof of performance"),
    FOLLOW_UP_RECORD("回访记录", "Record of follow-up visit"),
    CONFIRMATION_PAPERS("司法确认材料", "Papers of judicial confirmation"),
    FILE_NOTE("卷宗情况说明", "Note on the file"),
    BACK_COVER("封底", "Back cover");

    FileItem(String zh, String en) {
        called(zh, en);
    }
}
