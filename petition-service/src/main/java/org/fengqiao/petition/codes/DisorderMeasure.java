package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/**
 * What was done about disorder (XF 26, 47): the police only where public security law is broken.
 */
public enum DisorderMeasure implements Labelled {
    DISSUADED("劝阻", "Dissuaded"),
    CRITICISED("批评", "Criticised"),
    EDUCATED("教育", "Educated"),
    POLICE("公安机关依法处置", "Handled by the police");

    DisorderMeasure(String zh, String en) {
        called(zh, en);
    }
}
