package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Coded;

/**
 * What was done about disorder (XF 26, 47): the police only where public security law is broken.
 */
public enum DisorderMeasure implements Coded {
    DISSUADED("劝阻", "Dissuaded"),
    CRITICISED("批评", "Criticised"),
    EDUCATED("教育", "Educated"),
    POLICE("公安机关依法处置", "Handled by the police");

    private final String zh;
    private final String en;

    DisorderMeasure(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
