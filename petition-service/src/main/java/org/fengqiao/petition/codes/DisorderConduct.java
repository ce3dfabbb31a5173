package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** What XF 26 forbids in petitioning, in the order of its six items; and threats, as an act. */
public enum DisorderConduct implements Labelled {
    GATHERING_OR_BLOCKING("非法聚集、围堵冲击机关、拦车堵路", "Unlawful gathering, blocking of organs or roads"),
    DANGEROUS_ITEMS("携带危险物品、管制器具", "Carrying dangerous items"),
    INSULT_OR_VIOLENCE("侮辱殴打威胁工作人员、限制人身自由、毁坏财物", "Insult, violence, threat, damage"),
    STAYING_OR_ABANDONING("在接待场所滞留滋事、弃留他人", "Staying on, trouble, or leaving a person behind"),
    INCITING_OR_PROFITING("煽动操纵他人信访、借机敛财", "Inciting others, or profiting from it"),
    OTHER("其他扰乱公共秩序的行为", "Other disturbance of public order"),
    THREAT("扬言采取违法、极端行为", "Threat of unlawful or extreme acts");

    DisorderConduct(String zh, String en) {
        called(zh, en);
    }
}
